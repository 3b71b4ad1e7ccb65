import { z } from 'zod';
import { FileId } from '../../domain/files/contract.ts';
import { ask } from '../api/ask.ts';
import { decodeRefusal } from '../api/failure.ts';

const Taken = z.object({ fileId: FileId, versionNo: z.int() });
type Taken = z.infer<typeof Taken>;

export function contentsAddress(fileId: string): string {
  return `/api/files/${fileId}`;
}

export function viewAddress(fileId: string): string {
  return `/api/files/${fileId}/view`;
}

/** @throws ORPCError with the refusal, as every other request does */
export function sendDocument(file: File, unitPath: string, keepBoth = false): Promise<Taken> {
  const query = { name: file.name, unit: unitPath, keepBoth: String(keepBoth) };
  return post(`/api/files?${new URLSearchParams(query)}`, file);
}

/** @throws ORPCError */
export function sendVersion(fileId: string, file: File, reason: string): Promise<Taken> {
  return post(`/api/files/${fileId}/versions?${new URLSearchParams({ name: file.name, reason })}`, file);
}

async function post(address: string, file: File): Promise<Taken> {
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await ask(address, { method: 'POST', headers, body: file });
  const body: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw decodeRefusal(body, answer.status);
  return Taken.parse(body);
}
