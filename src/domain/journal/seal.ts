import * as z from 'zod';
import { canonicalJson } from './canonical-json.ts';
import type { JournalEntry } from './entry.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What is told to the outside of a batch of sealed entries; whoever keeps the hash can hold us to it. */
export const JournalSeal = z.object({
  sealNo: z.int().positive(),
  previous: Hash,
  sealedAt: z.iso.datetime(),
  /** How many entries, and the last of them. */
  count: z.int().positive(),
  lastEntryNo: z.int().positive(),
  hash: Hash,
});
export type JournalSeal = z.infer<typeof JournalSeal>;

/** A seal with the hash of every entry it covers, in order of number. */
export type SealedBatch = {
  readonly sealNo: number;
  readonly previous: string;
  readonly sealedAt: string;
  readonly entries: readonly { readonly entryNo: number; readonly hash: string }[];
  readonly hash: string;
};

/** Before the first seal. */
export const NO_SEAL = '0'.repeat(64);

/** SHA-256 in lower-case hexadecimal; handed in, since the domain computes no hashes. */
export type Sha256 = (text: string) => string;

export function hashEntry(sha256: Sha256, tenantId: string, entry: JournalEntry): string {
  return sha256(canonicalJson({ tenantId, ...entry }));
}

export function hashSeal(sha256: Sha256, tenantId: string, seal: Omit<SealedBatch, 'hash'>): string {
  const { sealNo, previous, sealedAt, entries } = seal;
  return sha256(canonicalJson({ tenantId, sealNo, previous, sealedAt, entries }));
}

/** Closes a batch behind the last seal. */
export function sealBatch(
  sha256: Sha256,
  tenantId: string,
  last: Pick<SealedBatch, 'sealNo' | 'hash'> | undefined,
  entries: readonly JournalEntry[],
  sealedAt: string,
): SealedBatch {
  const open = {
    sealNo: (last?.sealNo ?? 0) + 1,
    previous: last?.hash ?? NO_SEAL,
    sealedAt,
    entries: entries.map((entry) => ({ entryNo: entry.entryNo, hash: hashEntry(sha256, tenantId, entry) })),
  };
  return { ...open, hash: hashSeal(sha256, tenantId, open) };
}

/** Something that is not as it was when it was sealed. */
export type SealFinding = {
  readonly code:
    | 'entry_missing'
    | 'entry_altered'
    | 'entry_added'
    | 'seal_altered'
    | 'seal_missing'
    | 'seal_differs_outside'
    | 'seal_unknown';
  readonly sealNo: number | null;
  readonly entryNo: number | null;
};

/** Compares one seal with the entries that stand in its range now. */
export function checkSeal(
  sha256: Sha256,
  tenantId: string,
  seal: SealedBatch,
  expected: { readonly sealNo: number; readonly previous: string },
  entries: readonly JournalEntry[],
): SealFinding[] {
  const { sealNo } = seal;
  if (sealNo !== expected.sealNo) return [{ code: 'seal_missing', sealNo: expected.sealNo, entryNo: null }];
  const whole = seal.previous === expected.previous && hashSeal(sha256, tenantId, seal) === seal.hash;
  const found = new Map(entries.map((entry) => [entry.entryNo, hashEntry(sha256, tenantId, entry)]));
  const sealed = new Set(seal.entries.map(({ entryNo }) => entryNo));
  const changed = seal.entries.flatMap(({ entryNo, hash }): SealFinding[] => {
    const now = found.get(entryNo);
    if (now === hash) return [];
    return [{ code: now === undefined ? 'entry_missing' : 'entry_altered', sealNo, entryNo }];
  });
  const added = entries
    .filter(({ entryNo }) => !sealed.has(entryNo))
    .map(({ entryNo }): SealFinding => ({ code: 'entry_added', sealNo, entryNo }));
  return [
    ...(whole ? [] : [{ code: 'seal_altered', sealNo, entryNo: null } satisfies SealFinding]),
    ...changed,
    ...added,
  ];
}
