import { published as en } from '../../../text/en/published.ts';
import type { Language } from '../../../text/language.ts';
import { published as vi } from '../../../text/vi/published.ts';

/** What each kind of finding is called. */
export function findingKinds(language: Language): Readonly<Record<string, string>> {
  return { vi, en }[language].report.kinds;
}
