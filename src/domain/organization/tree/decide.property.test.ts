import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BY_DECISION,
  KINDS,
  on,
  PROVINCE,
  threeTierProvince,
  unitId,
} from '../../../../tests/unit-examples.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { UnitId } from '../../kernel/id.ts';
import type { Day } from '../../kernel/time/day.ts';
import { applyChange, type UnitChange } from './change.ts';
import { decideCreate, decideEnd, decideMove, decideRename } from './decide.ts';
import { decideMerge, decideSplit } from './merge.ts';
import { findVersionOn, type UnitRegister, versionsOn } from './register.ts';

type Attempt = { kind: string; a: number; b: number; day: number; unitKind: string };

const FIRST = on('2015-01-01');
const DAYS = [
  FIRST,
  on('2020-01-01'),
  on('2024-12-31'),
  on('2025-06-30'),
  on('2025-07-01'),
  on('2025-07-02'),
  on('2026-03-01'),
  on('2027-01-01'),
];

const attempts = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'create',
      'create',
      'create',
      'rename',
      'move',
      'merge',
      'mergeInto',
      'split',
      'end',
      'endInto',
    ),
    a: fc.nat(30),
    b: fc.nat(30),
    day: fc.nat(DAYS.length - 1),
    unitKind: fc.constantFrom(...KINDS.map(({ code }) => code)),
  }),
  { minLength: 5, maxLength: 40 },
);

describe('any sequence of changes, accepted or refused', () => {
  it('leaves one whole tree on every day, and the days before a change as they were', () => {
    const accepted = new Map<string, number>();
    fc.assert(
      fc.property(attempts, (sequence) => {
        let register = threeTierProvince();
        sequence.forEach((attempt, index) => {
          const change = tryChange(register, attempt, 1_000 + index * 10);
          if (change === undefined) return;
          accepted.set(attempt.kind, (accepted.get(attempt.kind) ?? 0) + 1);
          const after = applyChange(register, change);
          const day = DAYS[attempt.day] ?? FIRST;
          for (const earlier of DAYS.filter((other) => other < day))
            expect(facts(after, earlier)).toEqual(facts(register, earlier));
          register = after;
        });
        for (const day of DAYS) expectWholeTree(register, day);
        for (const versions of register.values()) expectNoOverlap(versions);
      }),
      { numRuns: 300, seed: 20250701 },
    );
    expect([...accepted.keys()].sort()).toEqual([
      'create',
      'end',
      'endInto',
      'merge',
      'mergeInto',
      'move',
      'rename',
      'split',
    ]);
  });
});

function tryChange(register: UnitRegister, attempt: Attempt, seed: number): UnitChange | undefined {
  try {
    return decide(register, attempt, seed);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

function decide(
  register: UnitRegister,
  { kind, a, b, day: at, unitKind }: Attempt,
  seed: number,
): UnitChange {
  const units = [...register.keys()];
  const one = units[a % units.length] ?? PROVINCE;
  const other = units[b % units.length] ?? PROVINCE;
  const day = DAYS[at] ?? FIRST;
  const newId = unitId(seed);
  const by = { day, decision: BY_DECISION };
  const described = { kind: unitKind, code: `C${seed}`, name: `Đơn vị ${seed}` };
  switch (kind) {
    case 'create':
      return decideCreate(register, KINDS, { parentId: one, ...described, ...by }, newId);
    case 'rename':
      return decideRename(register, KINDS, { unitId: one, name: `Tên ${seed}`, ...by });
    case 'move':
      return decideMove(register, KINDS, { unitId: one, parentId: other, ...by });
    case 'merge':
      return decideMerge(
        register,
        KINDS,
        { unitIds: [one, other], into: { as: 'new', parentId: PROVINCE, ...described }, ...by },
        newId,
      );
    case 'mergeInto':
      return decideMerge(
        register,
        KINDS,
        { unitIds: [one], into: { as: 'existing', unitId: other }, ...by },
        newId,
      );
    case 'split': {
      const takes = versionsOn(register, day)
        .filter(({ parentId }) => parentId === one)
        .map((child) => child.unitId);
      return decideSplit(
        register,
        KINDS,
        { unitId: one, parts: [{ ...described, takes }], survives: a % 2 === 0, ...by },
        [newId],
      );
    }
    case 'end':
      return decideEnd(register, KINDS, { unitId: one, ...by });
    default:
      return decideEnd(register, KINDS, { unitId: one, childrenTo: other, ...by });
  }
}

function expectWholeTree(register: UnitRegister, day: Day): void {
  const units = versionsOn(register, day);
  expect(units.filter(({ parentId }) => parentId === null)).toHaveLength(1);
  expect(new Set(units.map(({ code }) => code)).size).toBe(units.length);
  for (const unit of units) {
    const parent = unit.parentId === null ? undefined : findVersionOn(register, unit.parentId, day);
    expect(unit.parentId === null || parent !== undefined).toBe(true);
    expect(unit.path).toBe(`${parent?.path ?? '/'}${unit.unitId}/`);
  }
}

function expectNoOverlap(versions: readonly { validFrom: string; validTo: string | null }[]): void {
  versions.forEach((version, at) => {
    const next = versions[at + 1];
    if (version.validTo !== null) expect(version.validFrom < version.validTo).toBe(true);
    if (next !== undefined) expect(version.validTo).toBe(next.validFrom);
  });
}

function facts(register: UnitRegister, day: Day): [UnitId, string, string, string, UnitId | null][] {
  return versionsOn(register, day).map(({ unitId, code, name, path, parentId }) => [
    unitId,
    code,
    name,
    path,
    parentId,
  ]);
}
