import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JournalSeal } from '../../domain/journal/seal.ts';
import type { TenantId } from '../../domain/kernel/id.ts';

/**
 * Seals as files beside the database: whoever owns the database could write a new chain into it, but not into copies
 * of these. One file a seal, `000042.json`; a file that stands is never written again.
 */
export async function writeOutside(folder: string, tenantId: TenantId, seal: JournalSeal): Promise<void> {
  const own = join(folder, tenantId);
  await mkdir(own, { recursive: true });
  const file = join(own, fileName(seal.sealNo));
  if ((await readSeal(file)) !== undefined) return;
  await writeFile(`${file}.new`, `${JSON.stringify(seal, null, 2)}\n`, { flush: true });
  await rename(`${file}.new`, file);
}

/** By number of the seal. Files that are no seals count as seals nobody knows. */
export async function readOutside(
  folder: string,
  tenantId: TenantId,
): Promise<Map<number, JournalSeal | undefined>> {
  const own = join(folder, tenantId);
  const names = await readdir(own).catch(() => []);
  const seals = new Map<number, JournalSeal | undefined>();
  for (const name of names.filter((one) => /^\d+\.json$/.test(one)))
    seals.set(Number.parseInt(name, 10), await readSeal(join(own, name)));
  return seals;
}

async function readSeal(file: string): Promise<JournalSeal | undefined> {
  try {
    return JournalSeal.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function fileName(sealNo: number): string {
  return `${String(sealNo).padStart(6, '0')}.json`;
}
