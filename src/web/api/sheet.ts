import { z } from 'zod';
import { ask } from './ask.ts';
import { decodeRefusal } from './failure.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A larger file is refused by the server too. */
export const MOST_SHEET_BYTES = 20 * 1024 * 1024;

/** What is wrong in a workbook, at its sheet, row and column. */
export const SheetFault = z.object({
  sheet: z.string().exactOptional(),
  row: z.number().exactOptional(),
  column: z.string().exactOptional(),
  code: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
});
export type SheetFault = z.infer<typeof SheetFault>;

/** By name, or as pairs where a name comes more than once. */
type Query = Readonly<Record<string, string | undefined>> | readonly (readonly string[])[];

/** An address below `/api` with its query; what is undefined is left out. */
export function sheetAddress(path: string, query: Query): string {
  const said = new URLSearchParams();
  for (const [name = '', value] of Array.isArray(query) ? query : Object.entries(query))
    if (value !== undefined) said.append(name, value);
  return `/api${path}?${said}`;
}

/** Sends a workbook. @throws ORPCError with the refusal, as every other request does */
export async function postSheet(path: string, query: Query, file: File, accept: string): Promise<Response> {
  const headers = { 'content-type': XLSX, accept };
  const answer = await ask(sheetAddress(path, query), { method: 'POST', headers, body: file });
  if (answer.ok) return answer;
  throw decodeRefusal(await answer.json().catch(() => undefined), answer.status);
}
