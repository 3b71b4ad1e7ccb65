import { UnitId } from '../src/domain/kernel/id.ts';
import { Day } from '../src/domain/kernel/time/day.ts';
import { applyChange } from '../src/domain/organization/tree/change.ts';
import { decideCreate } from '../src/domain/organization/tree/decide.ts';
import { registerOf, type UnitRegister } from '../src/domain/organization/tree/register.ts';
import type { UnitKind, UnitLevel } from '../src/domain/organization/unit.ts';

/** The kinds that the examples use, as the database knows them. */
export const KINDS: readonly UnitKind[] = [
  kind('ubnd_tinh', 'province', []),
  kind('so', 'office', ['ubnd_tinh']),
  kind('huyen', 'district', ['ubnd_tinh'], null, on('2025-07-01')),
  kind('xa', 'commune', ['ubnd_tinh', 'huyen']),
  kind('phuong', 'commune', ['ubnd_tinh']),
  kind('thi_tran', 'commune', ['huyen'], null, on('2025-07-01')),
  kind('dac_khu', 'commune', ['ubnd_tinh'], on('2025-07-01')),
  kind('phong', 'office', ['ubnd_tinh', 'so', 'huyen', 'xa', 'phuong', 'dac_khu']),
  kind('bo_phan', 'office', ['ubnd_tinh', 'so', 'phong', 'huyen', 'xa', 'phuong', 'thi_tran', 'dac_khu']),
];

export const BY_DECISION = { number: '01/NQ-HĐND' };

/** A day as a test writes it. */
export function on(written: string): Day {
  return Day.parse(written);
}

/** An id that can be recognized: `unitId(7)` ends in 7. */
export function unitId(number: number): UnitId {
  return UnitId.parse(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
}

export const PROVINCE = unitId(1);
export const DISTRICT = unitId(2);
export const TAN_AN = unitId(3);
export const TAN_BINH = unitId(4);
export const KIEU_TOWN = unitId(5);
export const TAN_AN_DESK = unitId(6);
export const DEPARTMENT = unitId(7);

/** A province with one district, two xã and a thị trấn of it, a one-stop desk in the first xã, and a department. */
export function threeTierProvince(): UnitRegister {
  const lines: readonly [UnitId, string, string, UnitId | null][] = [
    [PROVINCE, 'ubnd_tinh', 'UBND tỉnh Trường Giang', null],
    [DISTRICT, 'huyen', 'Huyện Tân Kiều', PROVINCE],
    [TAN_AN, 'xa', 'Xã Tân An', DISTRICT],
    [TAN_BINH, 'xa', 'Xã Tân Bình', DISTRICT],
    [KIEU_TOWN, 'thi_tran', 'Thị trấn Kiều', DISTRICT],
    [TAN_AN_DESK, 'bo_phan', 'Bộ phận Một cửa', TAN_AN],
    [DEPARTMENT, 'so', 'Sở Nội vụ', PROVINCE],
  ];
  return lines.reduce<UnitRegister>(
    (register, [id, kind, name, parentId]) =>
      applyChange(
        register,
        decideCreate(
          register,
          KINDS,
          { parentId, kind, name, code: `TG${id.slice(-2)}`, day: on('2015-01-01'), decision: BY_DECISION },
          id,
        ),
      ),
    registerOf([]),
  );
}

function kind(
  code: string,
  level: UnitLevel,
  under: string[],
  validFrom: Day | null = null,
  validTo: Day | null = null,
): UnitKind {
  return { code, level, name: code, nameEn: code, under, validFrom, validTo };
}
