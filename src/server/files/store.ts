import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';

/** What a store says of contents it took. */
export type Stored = { readonly sha256: string; readonly size: number };

/** Contents by their SHA-256: the same contents are kept once and can never change under their name. */
export type FileStore = {
  /** `look` sees the whole contents on disk before they are kept; what it throws keeps nothing. */
  readonly put: (content: Readable, look: (file: string) => Promise<void>) => Promise<Stored>;
  readonly read: (sha256: string) => Promise<Readable>;
  /** The file on the disk of this machine that holds the contents, for copying; undefined when there is none. */
  readonly find: (sha256: string) => Promise<string | undefined>;
};

/** In a folder: `ab/cd/abcd…`. A file is there whole and flushed to disk, or not at all. */
export function openFolderStore(folder: string, maxBytes: number): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const find = (sha256: string) =>
    stat(pathOf(sha256)).then(
      () => pathOf(sha256),
      () => undefined,
    );
  return {
    find,
    read: async (sha256) => createReadStream(pathOf(sha256)),
    put: async (content, look) => {
      const incoming = join(folder, 'incoming');
      await mkdir(incoming, { recursive: true });
      const partial = join(incoming, randomUUID());
      try {
        const stored = await write(content, partial, maxBytes);
        await look(partial);
        if ((await find(stored.sha256)) === undefined) await keep(partial, pathOf(stored.sha256));
        return stored;
      } finally {
        await rm(partial, { force: true });
      }
    },
  };
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
  await pipeline(content, count, createWriteStream(file, { mode: 0o600, flush: true }));
  if (size === 0) throw new AppError('invalid_input', [fault(['file'], 'file_empty')]);
  return { sha256: hash.digest('hex'), size };
}

async function keep(partial: string, target: string): Promise<void> {
  const parent = join(target, '..');
  await mkdir(parent, { recursive: true });
  await rename(partial, target);
  if (process.platform === 'win32') return;
  const directory = await open(parent);
  await directory.sync().finally(() => directory.close());
}

function tooLarge(maxBytes: number): AppError {
  const most = Math.floor(maxBytes / 1024 / 1024);
  return new AppError('invalid_input', [fault(['file'], 'file_over_limit', { most })]);
}
