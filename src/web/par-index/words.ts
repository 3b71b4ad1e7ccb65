import type { Fault } from '../../domain/kernel/fault.ts';
import { printPath } from '../../domain/kernel/fault.ts';
import type { Language } from '../../text/language.ts';
import { faultSentence } from '../../text/print-fault.ts';
import type { WorkspaceText } from '../../text/workspace.ts';

type Words = WorkspaceText['parIndex'];

const ROMAN: Record<string, string> = { Q1: 'I', Q2: 'II', Q3: 'III', Q4: 'IV' };

/** `2026` as `Năm 2026`, `2026-Q3` as `Quý III năm 2026`. */
export function periodName(period: string, words: Words): string {
  const [year = '', quarter] = period.split('-');
  return quarter === undefined ? words.yearly(year) : words.quarter(ROMAN[quarter] ?? quarter, year);
}

/** As short as a heading needs it: `2026`, `III/2026`. */
export function periodMark(period: string): string {
  const [year = '', quarter] = period.split('-');
  return quarter === undefined ? year : `${ROMAN[quarter] ?? quarter}/${year}`;
}

/** A fault as it travels. */
export type SentFault = Pick<Fault, 'path' | 'code'> & { readonly detail?: Fault['detail'] | undefined };

export type SaidFault = { readonly key: string; readonly place: string; readonly says: string };

/** Faults of a document, each with its place as a path. */
export function sayFaults(faults: readonly SentFault[], language: Language): SaidFault[] {
  return faults.map(({ path, code, detail }, position) => ({
    key: `${position}`,
    place: printPath(path),
    says: faultSentence({ path, code, ...(detail && { detail }) }, language),
  }));
}
