import type { Finding, Problem } from '../domain/par-index/published/finding.ts';
import { published as en } from './en/published.ts';
import type { Language } from './language.ts';
import { printNumber } from './numbers.ts';
import type { Detail, Sentence } from './sentences.ts';
import { published as vi } from './vi/published.ts';

type Catalog = Readonly<Record<'says' | 'wouldFix', Readonly<Record<Problem, Sentence>>>>;

const CATALOGS: Record<Language, Catalog> = { vi, en };

/** A finding as `minhchung check --json` prints it; `expected` and `found` keep the plain decimal form. */
export type PrintedFinding = {
  readonly unit: string | null;
  readonly kind: string;
  readonly says: string;
  readonly expected: string;
  readonly found: string;
  readonly would_fix: string;
};

export function printFinding(finding: Finding, language: Language): PrintedFinding {
  const { unit, kind, problem, expected, found } = finding;
  const { says, wouldFix } = CATALOGS[language];
  const detail = detailOf(finding, language);
  return { unit, kind, says: says[problem](detail), expected, found, would_fix: wouldFix[problem](detail) };
}

/** Numbers as the language writes them; of a band, what is expected and found are names. */
function detailOf({ kind, expected, found, figures, names }: Finding, language: Language): Detail {
  const compared = { expected, found };
  return {
    ...names,
    ...(kind === 'band' ? compared : localized(compared, language)),
    ...localized(figures, language),
  };
}

function localized(figures: Readonly<Record<string, string | undefined>> = {}, language: Language): Detail {
  return Object.fromEntries(
    Object.entries(figures).map(([name, written]) => [name, written && printNumber(written, language)]),
  );
}
