import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JournalEntry } from './entry.ts';
import { checkSeal, NO_SEAL, type SealedBatch, sealBatch } from './seal.ts';

const TENANT = '0198a000-0000-7000-8000-000000000001';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const entry = (entryNo: number, changed: Partial<JournalEntry> = {}): JournalEntry => ({
  entryNo,
  at: '2026-11-22T01:15:00Z',
  personId: null,
  onBehalfOf: null,
  subjectKind: 'unit',
  subjectId: 'u-1',
  unitPath: '/a/b/',
  action: 'unit.renamed',
  before: { name: 'Xã Cũ' },
  after: { name: 'Xã Mới' },
  reason: 'NQ 15/NQ-HĐND',
  ...changed,
});

const seal = (entries: readonly JournalEntry[], last?: SealedBatch) =>
  sealBatch(sha256, TENANT, last, entries, '2026-11-22T01:20:00Z');
const check = (batch: SealedBatch, entries: readonly JournalEntry[], sealNo = 1, previous = NO_SEAL) =>
  checkSeal(sha256, TENANT, batch, { sealNo, previous }, entries);

test('an untouched journal agrees with its seals, one behind the other', () => {
  const first = seal([entry(1), entry(2)]);
  const second = seal([entry(5)], first);
  expect(check(first, [entry(1), entry(2)])).toEqual([]);
  expect(check(second, [entry(5)], 2, first.hash)).toEqual([]);
});

test('the hash of an entry does not hang on the order in which its content was written', () => {
  const one = seal([entry(1, { after: { a: 1, b: { c: 2, d: 3 } } })]);
  const other = seal([entry(1, { after: { b: { d: 3, c: 2 }, a: 1 } })]);
  expect(one.hash).toBe(other.hash);
});

test.each([
  ['removed', [entry(1), entry(3)], { code: 'entry_missing', sealNo: 1, entryNo: 2 }],
  [
    'altered',
    [entry(1), entry(2, { reason: 'khác' }), entry(3)],
    { code: 'entry_altered', sealNo: 1, entryNo: 2 },
  ],
  [
    'slipped in afterwards',
    [entry(1), entry(2), entry(3), entry(4)],
    { code: 'entry_added', sealNo: 1, entryNo: 4 },
  ],
])('an entry that was %s is named', (_what, now, finding) => {
  expect(check(seal([entry(1), entry(2), entry(3)]), now)).toEqual([finding]);
});

test('a seal that was left out or written anew does not fit behind the one before', () => {
  const first = seal([entry(1)]);
  const second = seal([entry(2)], first);
  const third = seal([entry(3)], second);
  expect(check(third, [entry(3)], 2, first.hash)).toEqual([
    { code: 'seal_missing', sealNo: 2, entryNo: null },
  ]);
  const forged = seal([entry(2, { reason: 'khác' })], first);
  expect(check(third, [entry(3)], 3, forged.hash)).toEqual([
    { code: 'seal_altered', sealNo: 3, entryNo: null },
  ]);
});

const anEntry = (entryNo: number) =>
  fc
    .record({
      subjectId: fc.string(),
      action: fc.string(),
      unitPath: fc.string(),
      reason: fc.option(fc.string()),
      before: fc.jsonValue({ maxDepth: 2 }),
      after: fc.jsonValue({ maxDepth: 2 }),
    })
    .map((changed) => entry(entryNo, JSON.parse(JSON.stringify(changed))));

test('whatever is changed in whichever entry, the seal finds exactly that entry', () => {
  fc.assert(
    fc.property(
      fc.tuple(anEntry(1), anEntry(2), anEntry(3)),
      fc.constantFrom(0, 1, 2),
      fc.constantFrom('subjectId', 'action', 'unitPath', 'reason', 'before', 'after', 'at'),
      (entries, position, key) => {
        const changed = entries.map((one, at) =>
          at === position ? { ...one, [key]: [one[key], '!'] } : one,
        );
        expect(check(seal(entries), changed)).toEqual([
          { code: 'entry_altered', sealNo: 1, entryNo: position + 1 },
        ]);
      },
    ),
  );
});
