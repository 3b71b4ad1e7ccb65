import { buffer } from 'node:stream/consumers';
import type { LightMyRequestResponse } from 'fastify';
import type { Column, SheetDefinition } from '../src/server/sheets/definition.ts';
import { XLSX } from '../src/server/sheets/http.ts';
import { readSheet } from '../src/server/sheets/read-sheet.ts';
import { writeSheet } from '../src/server/sheets/write-sheet.ts';
import type { TestApp } from './app.ts';
import type { Caller } from './given.ts';

/** Files that a caller fetches and sends, as the browser does. */
export function filesOf({ app }: TestApp) {
  const headersOf = ({ cookies }: Caller) => ({
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  });
  return {
    download: (caller: Caller, path: string): Promise<LightMyRequestResponse> =>
      app.inject({ method: 'GET', url: `/api${path}`, headers: headersOf(caller) }),
    upload: (
      caller: Caller,
      path: string,
      payload: Buffer,
      more: Record<string, string> = {},
    ): Promise<LightMyRequestResponse> =>
      app.inject({
        method: 'POST',
        url: `/api${path}`,
        headers: { ...headersOf(caller), 'content-type': XLSX, ...more },
        payload,
      }),
  };
}

export type TextSheet = SheetDefinition<Readonly<Record<string, Column>>>;

/** A sheet read by the titles of its columns alone, every cell as the text that stands there. */
export function textSheet(name: string, titles: readonly string[]): TextSheet {
  const columns = titles.map((title, at): [string, Column] => [
    title,
    { kind: 'text', title, required: at === 0 },
  ]);
  return { name, columns: Object.fromEntries(columns) };
}

export async function rowsOf(sheet: TextSheet, bytes: Buffer): Promise<Record<string, string | null>[]> {
  const { rows, faults } = await readSheet(sheet, bytes);
  if (faults.length > 0) throw new Error(`the sheet has faults: ${JSON.stringify(faults)}`);
  return rows.map(({ row }) => ({ ...row }));
}

/** A workbook in which everything is typed as text. */
export function typed(name: string, rows: readonly Readonly<Record<string, string>>[]): Promise<Buffer> {
  const sheet = textSheet(name, [...new Set(rows.flatMap(Object.keys))]);
  const blank = Object.fromEntries(Object.keys(sheet.columns).map((key) => [key, null]));
  return buffer(
    writeSheet(
      sheet,
      rows.map((row) => ({ ...blank, ...row })),
    ),
  );
}
