import { decodeRefusal } from './failure.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is wanted back: what became of the rows, or the same workbook with what is wrong in it. */
export type WantedBack = 'outcome' | 'workbook';

/** Sends a workbook. @throws ORPCError with the refusal, as every other request does */
export async function uploadSheet(
  address: string,
  query: Readonly<Record<string, string>>,
  file: File,
  wanted: WantedBack,
): Promise<Response> {
  const headers = { 'content-type': XLSX, accept: wanted === 'workbook' ? XLSX : 'application/json' };
  const path = `/api${address}?${new URLSearchParams(query)}`;
  const answer = await fetch(path, { method: 'POST', headers, body: file });
  if (answer.ok) return answer;
  throw decodeRefusal(await answer.json().catch(() => undefined), answer.status);
}
