import { z } from 'zod';
import type { Language } from '../../../text/language.ts';
import { ask } from '../../api/ask.ts';
import { decodeRefusal } from '../../api/failure.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const Outcome = z.object({
  done: z.boolean(),
  rows: z.array(
    z.object({
      row: z.number(),
      name: z.string(),
      email: z.string(),
      fate: z.enum(['invited', 'refused']),
      link: z.string().nullable(),
    }),
  ),
  faults: z.array(
    z.object({
      row: z.number().exactOptional(),
      column: z.string().exactOptional(),
      code: z.string(),
      detail: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
    }),
  ),
});
export type FileOutcome = z.infer<typeof Outcome>;

export type InvitationFile = {
  readonly file: File;
  readonly from: string;
  readonly dryRun: boolean;
  readonly language: Language;
};

export function templateAddress(language: Language): string {
  return `/api/invitations/template.xlsx?${new URLSearchParams({ language })}`;
}

/** @throws ORPCError with the refusal, as every other request does */
export async function sendInvitations(sent: InvitationFile): Promise<FileOutcome> {
  return Outcome.parse(await (await post(sent, 'application/json')).json());
}

/** The same sheet with a column that says what is wrong in each row. */
export async function fetchFaultSheet(sent: InvitationFile): Promise<Blob> {
  return (await post({ ...sent, dryRun: true }, XLSX)).blob();
}

async function post({ file, from, dryRun, language }: InvitationFile, accept: string): Promise<Response> {
  const query = new URLSearchParams({ from, dryRun: String(dryRun), language });
  const headers = { 'content-type': XLSX, accept };
  const answer = await ask(`/api/invitations/import.xlsx?${query}`, {
    method: 'POST',
    headers,
    body: file,
  });
  if (answer.ok) return answer;
  throw decodeRefusal(await answer.json().catch(() => undefined), answer.status);
}
