import { z } from 'zod';
import type { Language } from '../../../text/language.ts';
import { postSheet, SheetFault, XLSX } from '../../api/sheet.ts';

const Outcome = z.object({
  document: z.string().nullable(),
  faults: z.array(SheetFault),
  ignored: z.array(z.string()),
  asks: z.array(z.enum(['code', 'name', 'year'])),
});
export type ScorecardSheetOutcome = z.infer<typeof Outcome>;

/** What the form adds to a workbook that has only criteria; an empty answer is not sent. */
export type Basics = { readonly code: string; readonly name: string; readonly year: string };
export const NO_BASICS: Basics = { code: '', name: '', year: '' };

export type ScorecardSheet = { readonly file: File; readonly basics: Basics; readonly language: Language };

/** Nothing is stored by it. @throws ORPCError with the refusal, as every other request does */
export async function readScorecardSheet(sheet: ScorecardSheet): Promise<ScorecardSheetOutcome> {
  return Outcome.parse(await (await post(sheet, 'application/json')).json());
}

/** The same workbook with a column that says what is wrong in each row. */
export async function fetchFaultSheet(sheet: ScorecardSheet): Promise<Blob> {
  return (await post(sheet, XLSX)).blob();
}

function post({ file, basics, language }: ScorecardSheet, accept: string): Promise<Response> {
  const { code, name, year } = basics;
  const query = { language, code: code || undefined, name: name || undefined, year: year || undefined };
  return postSheet('/scorecards/read.xlsx', query, file, accept);
}
