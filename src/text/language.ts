/** Vietnamese first on every screen, English second. */
export type Language = 'vi' | 'en';

export function isLanguage(written: string): written is Language {
  return written === 'vi' || written === 'en';
}
