import { describe, expect, it } from 'vitest';
import {
  BY_DECISION,
  DEPARTMENT,
  DISTRICT,
  KIEU_TOWN,
  KINDS,
  on,
  PROVINCE,
  TAN_AN,
  TAN_AN_DESK,
  TAN_BINH,
  threeTierProvince,
  unitId,
} from '../../../../tests/unit-examples.ts';
import { AppError } from '../../kernel/app-error.ts';
import type { Day } from '../../kernel/time/day.ts';
import { applyChange } from './change.ts';
import { decideCreate, decideEnd, decideMove, decideRename } from './decide.ts';
import { decideMerge, decideSplit } from './merge.ts';
import { findVersionOn, type UnitRegister, versionsOn } from './register.ts';

const day = on('2025-07-01');
const decision = BY_DECISION;
const NEW = unitId(100);

describe('the end of the district level on 1/7/2025', () => {
  const merged = mergeTanKieu(threeTierProvince());
  const after = applyChange(merged, decideEnd(merged, KINDS, { unitId: DISTRICT, day, decision }));

  it('merges two xã and a thị trấn into Xã Tân Kiều directly under the province', () => {
    expect(names(after, on('2025-07-01'))).toEqual([
      'Bộ phận Một cửa',
      'Sở Nội vụ',
      'UBND tỉnh Trường Giang',
      'Xã Tân Kiều',
    ]);
    expect(findVersionOn(after, NEW, day)).toMatchObject({
      parentId: PROVINCE,
      path: `/${PROVINCE}/${NEW}/`,
    });
  });

  it('leaves the tree of the day before as it was', () => {
    expect(names(after, on('2025-06-30'))).toEqual(names(threeTierProvince(), on('2025-06-30')));
    expect(findVersionOn(after, TAN_AN_DESK, on('2025-06-30'))?.path).toBe(
      `/${PROVINCE}/${DISTRICT}/${TAN_AN}/${TAN_AN_DESK}/`,
    );
  });

  it('takes the desk of a merged xã into the successor', () => {
    expect(findVersionOn(after, TAN_AN_DESK, day)).toMatchObject({
      parentId: NEW,
      path: `/${PROVINCE}/${NEW}/${TAN_AN_DESK}/`,
    });
  });

  it('writes down what became of each unit and by which decision', () => {
    const change = decideMerge(threeTierProvince(), KINDS, tanKieu(), NEW);
    expect(change.successions.filter(({ kind }) => kind === 'merged_into')).toEqual(
      [TAN_AN, TAN_BINH, KIEU_TOWN].map((fromUnitId) => ({
        kind: 'merged_into',
        fromUnitId,
        toUnitId: NEW,
        day,
        decision,
      })),
    );
  });

  it('ends a district and hands its communes to the province on the same day', () => {
    const register = endTown(threeTierProvince());
    const change = decideEnd(register, KINDS, { unitId: DISTRICT, childrenTo: PROVINCE, day, decision });
    const handed = applyChange(register, change);
    expect(findVersionOn(handed, TAN_BINH, day)?.parentId).toBe(PROVINCE);
    expect(findVersionOn(handed, TAN_AN_DESK, day)?.path).toBe(`/${PROVINCE}/${TAN_AN}/${TAN_AN_DESK}/`);
    expect(findVersionOn(handed, DISTRICT, day)).toBeUndefined();
  });
});

describe('a change of one unit', () => {
  it('renames a xã that becomes a phường and keeps what it was called before', () => {
    const register = handedToProvince();
    const change = decideRename(register, KINDS, {
      unitId: TAN_BINH,
      name: 'Phường Tân Bình',
      kind: 'phuong',
      day: on('2026-01-01'),
      decision,
    });
    const after = applyChange(register, change);
    expect(findVersionOn(after, TAN_BINH, on('2025-12-31'))?.name).toBe('Xã Tân Bình');
    expect(findVersionOn(after, TAN_BINH, on('2026-01-01'))).toMatchObject({
      name: 'Phường Tân Bình',
      kind: 'phuong',
    });
  });

  it('changes on the very day on which only the unit above moved, since nothing of its own is lost', () => {
    const register = handedToProvince();
    const renamed = { unitId: TAN_AN_DESK, name: 'Trung tâm Phục vụ hành chính công', day, decision };
    const after = applyChange(register, decideRename(register, KINDS, renamed));
    expect(findVersionOn(after, TAN_AN_DESK, on('2025-06-30'))?.name).toBe('Bộ phận Một cửa');
    expect(findVersionOn(after, TAN_AN_DESK, day)).toMatchObject({
      name: 'Trung tâm Phục vụ hành chính công',
      path: `/${PROVINCE}/${TAN_AN}/${TAN_AN_DESK}/`,
    });
  });

  it('splits a department that goes on and gives a division to the new one', () => {
    const division = unitId(50);
    const base = threeTierProvince();
    const create = {
      parentId: DEPARTMENT,
      kind: 'phong',
      code: 'P1',
      name: 'Phòng Tôn giáo',
      day: on('2020-01-01'),
      decision,
    };
    const register = applyChange(base, decideCreate(base, KINDS, create, division));
    const part = { kind: 'so', code: 'SDT', name: 'Sở Dân tộc và Tôn giáo', takes: [division] };
    const split = { unitId: DEPARTMENT, parts: [part], survives: true, day: on('2025-03-01'), decision };
    const after = applyChange(register, decideSplit(register, KINDS, split, [NEW]));
    expect(findVersionOn(after, division, on('2025-03-01'))?.path).toBe(`/${PROVINCE}/${NEW}/${division}/`);
    expect(findVersionOn(after, DEPARTMENT, on('2025-03-01'))?.name).toBe('Sở Nội vụ');
  });
});

describe('refusals, all of them at once', () => {
  const register = handedToProvince();
  const create = { parentId: PROVINCE, kind: 'xa', code: 'X9', name: 'Xã Mới', day, decision };

  it.each([
    ['a code that another unit bears', { ...create, code: 'TG04' }, ['code_taken']],
    ['a district after the district level ended', { ...create, kind: 'huyen' }, ['kind_no_longer']],
    [
      'a đặc khu before there were any',
      { ...create, kind: 'dac_khu', day: on('2024-01-01') },
      ['kind_not_yet'],
    ],
    ['a parent that has ended', { ...create, parentId: DISTRICT }, ['parent_ended']],
    ['a parent that nobody knows', { ...create, parentId: unitId(99) }, ['unknown_unit']],
    ['a second root', { ...create, kind: 'ubnd_tinh', parentId: null }, ['second_root']],
    ['a xã below a department', { ...create, parentId: DEPARTMENT }, ['kind_not_under']],
    [
      'an unknown kind with a taken code under an ended parent',
      { ...create, kind: 'ap', code: 'TG04', parentId: DISTRICT },
      ['parent_ended', 'unknown_kind', 'code_taken'],
    ],
  ])('creates no unit with %s', (_, command, codes) => {
    expect(refusalsOf(() => decideCreate(register, KINDS, command, NEW))).toEqual(codes);
  });

  it.each([
    [
      'on a day before its last change',
      { unitId: TAN_BINH, name: 'Xã Khác', day: on('2025-06-01'), decision },
      ['before_last_version'],
    ],
    ['twice on one day', { unitId: TAN_BINH, name: 'Xã Khác', day, decision }, ['changed_that_day']],
    [
      'after its end',
      { unitId: DISTRICT, name: 'Huyện Khác', day: on('2026-01-01'), decision },
      ['unit_ended'],
    ],
    [
      'into what it is already called',
      { unitId: TAN_BINH, name: 'Xã Tân Bình', day: on('2026-01-01'), decision },
      ['nothing_changes'],
    ],
  ])('renames no unit %s', (_, command, codes) => {
    expect(refusalsOf(() => decideRename(register, KINDS, command))).toEqual(codes);
  });

  it('moves no unit below itself', () => {
    const move = { unitId: TAN_AN, parentId: TAN_AN_DESK, day: on('2026-01-01'), decision };
    expect(refusalsOf(() => decideMove(register, KINDS, move))).toEqual(['cycle', 'kind_not_under']);
  });

  it('moves no unit while something below it already changes later', () => {
    const later = applyChange(
      register,
      decideRename(register, KINDS, {
        unitId: TAN_AN_DESK,
        name: 'Một cửa',
        day: on('2027-01-01'),
        decision,
      }),
    );
    const move = { unitId: TAN_AN, parentId: null, day: on('2026-01-01'), decision };
    expect(refusalsOf(() => decideMove(later, KINDS, move))).toEqual(['second_root', 'changes_below_later']);
  });

  it('ends no unit that still has units below it', () => {
    const end = { unitId: TAN_AN, day: on('2026-01-01'), decision };
    expect(refusalsOf(() => decideEnd(register, KINDS, end))).toEqual(['has_children']);
  });

  it('merges no unit with itself, nor one alone into a new one', () => {
    const into = { as: 'new' as const, parentId: PROVINCE, kind: 'xa', code: 'TG03', name: 'Xã Tân' };
    const day = on('2026-01-01');
    expect(
      refusalsOf(() => decideMerge(register, KINDS, { unitIds: [TAN_AN], into, day, decision }, NEW)),
    ).toEqual(['too_few']);
    expect(
      refusalsOf(() => decideMerge(register, KINDS, { unitIds: [TAN_AN, TAN_AN], into, day, decision }, NEW)),
    ).toEqual(['named_twice']);
    const existing = { as: 'existing' as const, unitId: TAN_AN };
    expect(
      refusalsOf(() =>
        decideMerge(register, KINDS, { unitIds: [TAN_AN], into: existing, day, decision }, NEW),
      ),
    ).toEqual(['cycle']);
  });

  it('merges no unit together with one that stands below it', () => {
    const into = { as: 'new' as const, parentId: PROVINCE, kind: 'xa', code: 'X8', name: 'Xã Tân' };
    const merge = { unitIds: [TAN_AN, TAN_AN_DESK], into, day: on('2026-01-01'), decision };
    expect(refusalsOf(() => decideMerge(register, KINDS, merge, NEW))).toEqual(['below_another']);
  });

  it('gives no unit a code that another will bear from a later day', () => {
    const later = applyChange(
      register,
      decideCreate(register, KINDS, { ...create, day: on('2027-01-01') }, NEW),
    );
    expect(refusalsOf(() => decideCreate(later, KINDS, create, unitId(101)))).toEqual(['code_taken']);
  });

  it('splits no unit so that something below it is left without a parent or taken twice', () => {
    const part = (code: string, takes: (typeof TAN_AN)[]) => ({
      kind: 'xa',
      code,
      name: `Xã ${code}`,
      takes,
    });
    const split = { unitId: TAN_AN, survives: false, day: on('2026-01-01'), decision };
    expect(
      refusalsOf(() =>
        decideSplit(register, KINDS, { ...split, parts: [part('A', []), part('B', [])] }, [NEW, unitId(101)]),
      ),
    ).toEqual(['has_children']);
    expect(
      refusalsOf(() =>
        decideSplit(
          register,
          KINDS,
          { ...split, parts: [part('A', [TAN_AN_DESK]), part('B', [TAN_AN_DESK])] },
          [NEW, unitId(101)],
        ),
      ),
    ).toEqual(['taken_twice']);
  });
});

function tanKieu() {
  const into = { as: 'new' as const, parentId: PROVINCE, kind: 'xa', code: 'TKX', name: 'Xã Tân Kiều' };
  return { unitIds: [TAN_AN, TAN_BINH, KIEU_TOWN], into, day, decision };
}

function mergeTanKieu(register: UnitRegister): UnitRegister {
  return applyChange(register, decideMerge(register, KINDS, tanKieu(), NEW));
}

function endTown(register: UnitRegister): UnitRegister {
  return applyChange(register, decideEnd(register, KINDS, { unitId: KIEU_TOWN, day, decision }));
}

function handedToProvince(): UnitRegister {
  const register = endTown(threeTierProvince());
  return applyChange(
    register,
    decideEnd(register, KINDS, { unitId: DISTRICT, childrenTo: PROVINCE, day, decision }),
  );
}

function names(register: UnitRegister, at: Day): string[] {
  return versionsOn(register, at)
    .map((version) => version.name)
    .sort();
}

function refusalsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError && error.code === 'rule_broken')
      return error.faults.map(({ code }) => code);
    throw error;
  }
  return [];
}
