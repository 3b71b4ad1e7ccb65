import { sheets as sheetsEn } from './en/sheets.ts';
import { requestSentences } from './fault-sentences.ts';
import type { Language } from './language.ts';
import { faultSentence } from './print-fault.ts';
import type { Detail } from './sentences.ts';
import { sheets as sheetsVi } from './vi/sheets.ts';

const TITLES = { vi: sheetsVi, en: sheetsEn };

type PlacedFault = {
  readonly row?: number;
  readonly column?: string;
  readonly code: string;
  readonly detail?: Detail;
};

/** `cột "Mã": thiếu, phải có`, as it stands in the row itself. A code that documents share is meant as of a request. */
export function printCellFault({ column, code, detail }: PlacedFault, language: Language): string {
  const known = requestSentences[language][code];
  const sentence = known?.(detail ?? {}) ?? faultSentence({ code, detail }, language);
  return column === undefined ? sentence : `${TITLES[language].column(column)}: ${sentence}`;
}

/** `dòng 7, cột "Mã": thiếu, phải có`, as it stands in a list. */
export function printSheetFault(fault: PlacedFault, language: Language): string {
  const { file, row } = TITLES[language];
  const said = printCellFault(fault, language);
  if (fault.row === undefined) return `${file}: ${said}`;
  return `${row(String(fault.row))}${fault.column === undefined ? ': ' : ', '}${said}`;
}
