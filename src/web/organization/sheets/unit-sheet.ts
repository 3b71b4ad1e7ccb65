import { z } from 'zod';
import type { Language } from '../../../text/language.ts';
import { postSheet, SheetFault, sheetAddress, XLSX } from '../../api/sheet.ts';

const Outcome = z.object({
  done: z.boolean(),
  rows: z.array(
    z.object({ row: z.number(), code: z.string(), fate: z.enum(['created', 'known', 'refused']) }),
  ),
  faults: z.array(SheetFault),
  ignored: z.array(z.string()),
});
export type SheetOutcome = z.infer<typeof Outcome>;

/** A sheet of units with the decision on which they rest; with `dryRun` only each row's fate is told. */
export type UnitSheet = {
  readonly file: File;
  readonly day: string;
  readonly decision: { readonly number: string; readonly date?: string; readonly issuer?: string };
  readonly dryRun: boolean;
  readonly language: Language;
};

export function exportAddress(day: string, language: Language): string {
  return sheetAddress('/units.xlsx', { language, day: day === '' ? undefined : day });
}

export function templateAddress(language: Language): string {
  return sheetAddress('/units/template.xlsx', { language });
}

/** @throws ORPCError with the refusal, as every other request does */
export async function sendSheet(sheet: UnitSheet): Promise<SheetOutcome> {
  return Outcome.parse(await (await post(sheet, 'application/json')).json());
}

/** The same sheet with a column that says what is wrong in each row. */
export async function fetchFaultSheet(sheet: UnitSheet): Promise<Blob> {
  return (await post({ ...sheet, dryRun: true }, XLSX)).blob();
}

function post({ file, day, decision, dryRun, language }: UnitSheet, accept: string): Promise<Response> {
  const query = {
    day,
    decisionNumber: decision.number,
    decisionDate: decision.date,
    decisionIssuer: decision.issuer,
    dryRun: String(dryRun),
    language,
  };
  return postSheet('/units/import.xlsx', query, file, accept);
}
