import * as z from 'zod';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';

/** `Nguyễn Văn An` as `An Nguyễn Văn`: Vietnamese lists go by the given name, which is written last. */
export function sortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const given = words.pop() ?? '';
  return [given, ...words].join(' ');
}

/** Where the page before ended. */
export type Cursor = { readonly sortName: string; readonly personId: string };

const Written = z.tuple([z.string().max(300), z.uuid()]);

export function printCursor({ sortName, personId }: Cursor): string {
  return Buffer.from(JSON.stringify([sortName, personId])).toString('base64url');
}

/** @throws AppError `invalid_input` */
export function parseCursor(written: string): Cursor {
  try {
    const [sortName, personId] = Written.parse(JSON.parse(Buffer.from(written, 'base64url').toString()));
    return { sortName, personId };
  } catch {
    throw new AppError('invalid_input', [fault(['cursor'], 'cursor')]);
  }
}
