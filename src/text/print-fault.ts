import { type Fault, printPath } from '../domain/kernel/fault.ts';
import { dueFaults as enDue } from './en/due-faults.ts';
import { publishedFaults as enPublished } from './en/published-faults.ts';
import { scorecardFaults as enScorecard } from './en/scorecard-faults.ts';
import { requestSentences } from './fault-sentences.ts';
import type { Language } from './language.ts';
import type { Detail, Sentence } from './sentences.ts';
import { dueFaults as viDue } from './vi/due-faults.ts';
import { publishedFaults as viPublished } from './vi/published-faults.ts';
import { scorecardFaults as viScorecard } from './vi/scorecard-faults.ts';

const CATALOGS: Record<Language, Readonly<Record<string, Sentence>>> = {
  vi: { ...requestSentences.vi, ...viScorecard, ...viPublished, ...viDue },
  en: { ...requestSentences.en, ...enScorecard, ...enPublished, ...enDue },
};

/** What is wrong, without its place; one line. */
export function faultSentence(
  fault: { readonly code: string; readonly detail?: Detail | undefined },
  language: Language,
): string {
  const catalog = CATALOGS[language];
  const sentence = catalog[fault.code] ?? catalog.invalid;
  return (sentence?.(fault.detail ?? {}) ?? fault.code).replace(/\s+/g, ' ');
}

/** `path: what is wrong`, one line. */
export function printFault(fault: Fault, language: Language): string {
  return `${printPath(fault.path)}: ${faultSentence(fault, language)}`.replace(/\s+/g, ' ');
}
