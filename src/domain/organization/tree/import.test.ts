import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BY_DECISION, KINDS, on, threeTierProvince, unitId } from '../../../../tests/unit-examples.ts';
import { applyChange } from './change.ts';
import { decideImport, type UnitRow } from './import.ts';
import { findVersionOn, versionsOn } from './register.ts';

const day = on('2026-01-01');
const command = { day, decision: BY_DECISION, dryRun: false };

const OFFICES: readonly UnitRow[] = [
  { code: 'SYT', name: 'Sở Y tế', kind: 'so', parentCode: 'TG01' },
  { code: 'SYT.1', name: 'Phòng Nghiệp vụ y', kind: 'phong', parentCode: 'SYT' },
  { code: 'SYT.1.1', name: 'Bộ phận Tiếp nhận', kind: 'bo_phan', parentCode: 'SYT.1' },
  { code: 'TG07', name: 'Sở Nội vụ', kind: 'so', parentCode: 'TG01' },
];

describe('a sheet of units', () => {
  it('gives one tree in whatever order its rows stand', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...OFFICES], { minLength: OFFICES.length }), (rows) => {
        const register = threeTierProvince();
        const { change, rows: fates } = decideImport(
          register,
          KINDS,
          { ...command, rows },
          newIds(rows.length),
        );
        const after = applyChange(register, change);
        const desk = versionsOn(after, day).find(({ code }) => code === 'SYT.1.1');
        const above = desk?.parentId == null ? undefined : findVersionOn(after, desk.parentId, day);
        expect(above?.name).toBe('Phòng Nghiệp vụ y');
        expect(fates.map(({ code, fate }) => [code, fate])).toEqual(
          rows.map(({ code }) => [code, code === 'TG07' ? 'known' : 'created']),
        );
      }),
    );
  });

  it.each<[string, UnitRow[], string[][]]>([
    [
      'a parent that nobody has, and what hangs on it',
      [
        { code: 'A', name: 'Phòng A', kind: 'phong', parentCode: 'NONE' },
        { code: 'B', name: 'Bộ phận B', kind: 'bo_phan', parentCode: 'A' },
      ],
      [['unknown_code'], ['unknown_code']],
    ],
    [
      'rows that stand below each other',
      [
        { code: 'A', name: 'Phòng A', kind: 'phong', parentCode: 'B' },
        { code: 'B', name: 'Phòng B', kind: 'phong', parentCode: 'A' },
      ],
      [['unknown_code'], ['unknown_code']],
    ],
    [
      'one code for two units',
      [
        { code: 'A', name: 'Sở A', kind: 'so', parentCode: 'TG01' },
        { code: 'A', name: 'Sở Khác', kind: 'so', parentCode: 'TG01' },
      ],
      [[], ['code_taken']],
    ],
    [
      'a code that an existing unit bears under another name',
      [{ code: 'TG07', name: 'Sở Khác', kind: 'so', parentCode: 'TG01' }],
      [['code_taken']],
    ],
  ])('refuses %s', (_, rows, codes) => {
    const { rows: fates } = decideImport(
      threeTierProvince(),
      KINDS,
      { ...command, rows },
      newIds(rows.length),
    );
    expect(fates.map(({ faults }) => faults.map(({ code }) => code))).toEqual(codes);
  });
});

function newIds(count: number) {
  return Array.from({ length: count }, (_, at) => unitId(500 + at));
}
