import type { WorkspaceText } from './workspace.ts';

type Words = Pick<WorkspaceText['parIndex'], 'yearly' | 'quarter'>;

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
