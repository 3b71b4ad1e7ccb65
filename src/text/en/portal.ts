import type { portal as vi } from '../vi/portal.ts';

export const portal: typeof vi = {
  title: (tenant) => `Administrative reform · ${tenant}`,
  describes: (tenant) =>
    `Published administrative reform results of ${tenant}, down to each criterion and figure.`,
  heading: 'Administrative reform',
  demo: 'Demonstration data',
  demoMore: 'Trường Giang province and every name here are invented to demonstrate the software.',
  skip: 'Skip to main content',
  home: 'Home',
  staff: 'For officials',
  largeText: 'Larger text',
  normalText: 'Normal text',
  otherLanguage: 'Tiếng Việt',
  foot: 'This page uses no JavaScript and does not track its readers.',

  searchLabel: 'Find a commune, ward, special zone or agency',
  searchHint:
    'Type an old or a new name; diacritics are not needed. A name from before a merger leads to the unit of today.',
  searchExample: 'Example: dong kieu',
  searchDo: 'Find',
  searchTitle: (typed) => `Results for “${typed}”`,
  found: (count) => `${count} units`,
  foundMany: (shown, count) => `${shown} of ${count} units; type more to narrow the search.`,
  nothing: 'No unit has this name.',
  nothingMore: 'Try fewer words, for example without “xã” or “phường”.',
  code: 'Code',
  under: (parent) => `under ${parent}`,
  until: (day) => `name used until ${day}`,
  nowIs: 'now',
  mergedFrom: 'merged from',
  ended: 'has ended',

  nationalTitle: 'Filing online',
  nationalBody: 'Dossiers are filed online at the National Public Service Portal.',
  nationalLink: 'To the National Public Service Portal',
  trustTitle: 'A journal that cannot be altered',
  trustBody:
    'Every change of figures is recorded and sealed with a hash. Whoever keeps a published hash can check whether the journal was altered.',
  trustLink: 'See the seals',

  seals: 'Seals of the journal',
  sealsLead:
    'Each seal locks the entries before it. Keep the hash: if the journal is altered later, it no longer agrees.',
  sealNumber: 'No.',
  sealedAt: 'Sealed at',
  sealEntries: 'Entries',
  sealHash: 'SHA-256 hash',
  noSeals: 'No seals yet.',
  older: 'Earlier seals',

  broken: 'This page cannot be shown at the moment',
  brokenBody: 'Something unforeseen went wrong. Please try again in a few minutes.',
  notFound: 'This page cannot be found',
  notFoundBody: 'The address may have changed. Please begin again at the home page.',
};
