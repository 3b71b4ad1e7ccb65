import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type FileStore, StoreTrouble } from './store.ts';

/** In a folder: `ab/cd/abcd…`. A file is there whole and flushed to disk, or not at all. */
export function openFolderStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const find = (sha256: string) =>
    stat(pathOf(sha256)).then(
      ({ size }) => ({ size }),
      () => undefined,
    );
  return {
    stat: find,
    open: async (sha256) => {
      if ((await find(sha256)) === undefined) throw new StoreTrouble('lost', folder, sha256);
      return createReadStream(pathOf(sha256));
    },
    put: async ({ sha256, blob }) => {
      if ((await find(sha256)) !== undefined) return;
      const incoming = join(folder, 'incoming');
      await mkdir(incoming, { recursive: true });
      const partial = join(incoming, randomUUID());
      try {
        await pipeline(
          Readable.fromWeb(blob.stream()),
          createWriteStream(partial, { mode: 0o600, flush: true }),
        );
        await keep(partial, pathOf(sha256));
      } finally {
        await rm(partial, { force: true });
      }
    },
    check: async () => {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.R_OK | constants.W_OK);
    },
  };
}

async function keep(partial: string, target: string): Promise<void> {
  const parent = join(target, '..');
  await mkdir(parent, { recursive: true });
  await rename(partial, target);
  if (process.platform === 'win32') return;
  const directory = await open(parent);
  await directory.sync().finally(() => directory.close());
}
