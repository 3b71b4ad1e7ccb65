import { z } from 'zod';

/** The first entry of a backup: what is in it and how to know that it is whole. */
export const Manifest = z.strictObject({
  format: z.literal('minhchung/backup@1'),
  createdAt: z.iso.datetime(),
  /** The files that had made the database; the copy is read back into exactly that version. */
  migrations: z.array(z.strictObject({ number: z.int(), name: z.string(), checksum: z.string() })),
  /** In an order in which no row refers to a table that comes later. */
  tables: z.array(
    z.strictObject({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int(),
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.strictObject({ schema: z.string(), name: z.string(), value: z.int() })),
  files: z.int(),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST_ENTRY = 'manifest.json';

export function tableEntry({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return `tables/${schema}.${name}.copy`;
}

/** Contents of the file store, by hash. */
export const FILE_ENTRY = /^files\/([0-9a-f]{64})$/;

/** Seals outside the database, by tenant and number. */
export const SEAL_ENTRY = /^seals\/([0-9a-f-]{36})\/(\d{6,}\.json)$/;
