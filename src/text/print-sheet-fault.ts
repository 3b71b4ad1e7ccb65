import { sheets as sheetsEn } from './en/sheets.ts';
import { requestSentences } from './fault-sentences.ts';
import type { Language } from './language.ts';
import { printNumber } from './numbers.ts';
import { faultSentence } from './print-fault.ts';
import { sheets as sheetsVi } from './vi/sheets.ts';

const TITLES = { vi: sheetsVi, en: sheetsEn };

type PlacedFault = {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
  readonly code: string;
  readonly detail?: Readonly<Record<string, string | number>>;
};

/** `cột "Mã": thiếu, phải có`, as it stands in the row itself. */
export function printCellFault({ column, code, detail = {} }: PlacedFault, language: Language): string {
  const values = localized(detail, language);
  const sentence =
    requestSentences[language][code]?.(values) ?? faultSentence({ code, detail: values }, language);
  return column === undefined ? sentence : `${TITLES[language].column(column)}: ${sentence}`;
}

/** Numbers are written as the language writes them, what somebody typed as it was typed. */
function localized(detail: NonNullable<PlacedFault['detail']>, language: Language): typeof detail {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [
      name,
      name !== 'written' && typeof value === 'string' && /^-?\d+\.\d+$/.test(value)
        ? printNumber(value, language)
        : value,
    ]),
  );
}

/** `dòng 7, cột "Mã": thiếu, phải có`, as it stands in a list. */
export function printSheetFault(fault: PlacedFault, language: Language): string {
  const { file, row, sheet } = TITLES[language];
  const place = [
    ...(fault.sheet === undefined ? [] : [sheet(fault.sheet)]),
    ...(fault.row === undefined ? [] : [row(String(fault.row))]),
  ];
  const said = printCellFault(fault, language);
  if (place.length === 0) return `${file}: ${said}`;
  return `${place.join(', ')}${fault.column === undefined ? ': ' : ', '}${said}`;
}
