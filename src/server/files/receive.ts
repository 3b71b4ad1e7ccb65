import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import type { Contents, Stored } from './store/store.ts';

/** Contents on the disk of this machine, before they are looked at and kept; gone when `use` has ended. */
export type Received = Contents & { readonly path: string };

export type Reception = { readonly folder: string; readonly maxBytes: number };

/** Takes contents in whole, however large, without holding them in memory. @throws AppError `invalid_input` */
export async function receive<T>(
  content: Readable,
  { folder, maxBytes }: Reception,
  use: (received: Received) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  try {
    const stored = await write(content, path, maxBytes);
    return await use({ ...stored, path, blob: await openAsBlob(path) });
  } finally {
    await rm(path, { force: true });
  }
}

async function write(content: Readable, file: string, maxBytes: number): Promise<Stored> {
  const hash = createHash('sha256');
  let size = 0;
  // Beyond the limit nothing is kept, but reading goes on for as much again: a sender cut off in mid-sentence
  // would never hear why.
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size <= maxBytes) done(null, hash.update(chunk) && chunk);
      else done(size > 2 * maxBytes ? tooLarge(maxBytes) : null);
    },
    flush: (done) => done(size > maxBytes ? tooLarge(maxBytes) : null),
  });
  await pipeline(content, count, createWriteStream(file, { mode: 0o600 }));
  if (size === 0) throw new AppError('invalid_input', [fault(['file'], 'file_empty')]);
  return { sha256: hash.digest('hex'), size };
}

function tooLarge(maxBytes: number): AppError {
  const most = Math.floor(maxBytes / 1024 / 1024);
  return new AppError('invalid_input', [fault(['file'], 'file_over_limit', { most })]);
}
