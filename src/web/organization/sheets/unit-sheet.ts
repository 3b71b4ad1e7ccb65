import { z } from 'zod';
import type { Language } from '../../../text/language.ts';
import { uploadSheet, type WantedBack } from '../../api/upload-sheet.ts';

const Outcome = z.object({
  done: z.boolean(),
  rows: z.array(
    z.object({ row: z.number(), code: z.string(), fate: z.enum(['created', 'known', 'refused']) }),
  ),
  faults: z.array(
    z.object({
      row: z.number().exactOptional(),
      column: z.string().exactOptional(),
      code: z.string(),
      detail: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
    }),
  ),
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
  return `/api/units.xlsx?${new URLSearchParams({ language, ...(day !== '' && { day }) })}`;
}

export function templateAddress(language: Language): string {
  return `/api/units/template.xlsx?${new URLSearchParams({ language })}`;
}

/** @throws ORPCError with the refusal, as every other request does */
export async function sendSheet(sheet: UnitSheet): Promise<SheetOutcome> {
  return Outcome.parse(await (await post(sheet, 'outcome')).json());
}

/** The same sheet with a column that says what is wrong in each row. */
export async function fetchFaultSheet(sheet: UnitSheet): Promise<Blob> {
  return (await post({ ...sheet, dryRun: true }, 'workbook')).blob();
}

function post({ file, day, decision, dryRun, language }: UnitSheet, wanted: WantedBack): Promise<Response> {
  const query = {
    day,
    decisionNumber: decision.number,
    ...(decision.date !== undefined && { decisionDate: decision.date }),
    ...(decision.issuer !== undefined && { decisionIssuer: decision.issuer }),
    dryRun: String(dryRun),
    language,
  };
  return uploadSheet('/units/import.xlsx', query, file, wanted);
}
