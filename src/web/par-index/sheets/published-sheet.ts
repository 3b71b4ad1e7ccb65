import { z } from 'zod';
import { type ColumnRole, ROLES } from '../../../domain/par-index/written/published/columns.ts';
import type { Language } from '../../../text/language.ts';
import { postSheet, SheetFault, XLSX } from '../../api/sheet.ts';

const Outcome = z.object({
  document: z.string().nullable(),
  faults: z.array(SheetFault),
  columns: z.array(z.object({ title: z.string(), role: z.enum(ROLES), part: z.string() })),
  /** What the file says of itself. */
  said: z.object({
    title: z.string().nullable(),
    year: z.number().nullable(),
    source: z.string().nullable(),
    total: z.string().nullable(),
  }),
});
export type PublishedSheetOutcome = z.infer<typeof Outcome>;

/** A table as a workbook, and what it does not say of itself; an empty answer is not sent. */
export type PublishedSheet = {
  readonly file: File;
  readonly basics: TableBasics;
  /** What was corrected: columns by their titles. */
  readonly roles: Readonly<Record<string, ColumnRole>>;
  readonly language: Language;
};
export type TableBasics = {
  readonly title: string;
  readonly year: string;
  readonly source: string;
  readonly total: string;
};
export const NO_TABLE_BASICS: TableBasics = { title: '', year: '', source: '', total: '' };

/** What the file says of itself, for the reader to correct; the file's own name where it has no title. */
export function saidBasics(
  { title, year, source, total }: PublishedSheetOutcome['said'],
  name: string,
): TableBasics {
  return {
    title: title ?? name.replace(/\.xlsx$/i, ''),
    year: year === null ? '' : `${year}`,
    source: source ?? '',
    total: total?.replace('.', ',') ?? '',
  };
}

/** Nothing is stored by it. @throws ORPCError with the refusal, as every other request does */
export async function readPublishedSheet(sheet: PublishedSheet): Promise<PublishedSheetOutcome> {
  return Outcome.parse(await (await post(sheet, 'application/json')).json());
}

/** The same workbook with a column that says what is wrong in each row. */
export async function fetchPublishedFaults(sheet: PublishedSheet): Promise<Blob> {
  return (await post(sheet, XLSX)).blob();
}

function post({ file, basics, roles, language }: PublishedSheet, accept: string): Promise<Response> {
  const said = Object.entries(basics).filter(([, value]) => value.trim() !== '');
  const corrected = Object.entries(roles).map(([title, role]) => ['role', `${role}:${title}`]);
  return postSheet(
    '/published-tables/read.xlsx',
    [['language', language], ...said, ...corrected],
    file,
    accept,
  );
}
