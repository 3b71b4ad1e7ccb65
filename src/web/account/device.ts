const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bcoc_coc_browser|CocCoc/i, 'Cốc Cốc'],
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|FxiOS/, 'Firefox'],
  [/\bChrome\/|CriOS|HeadlessChrome/, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

function firstOf(list: readonly (readonly [RegExp, string])[], written: string): string | undefined {
  return list.find(([pattern]) => pattern.test(written))?.[1];
}

/** Browser and system as people call them, from what the browser says of itself. */
export function deviceOf(userAgent: string): { browser: string; system: string } | undefined {
  const browser = firstOf(BROWSERS, userAgent);
  const system = firstOf(SYSTEMS, userAgent);
  return browser === undefined || system === undefined ? undefined : { browser, system };
}
