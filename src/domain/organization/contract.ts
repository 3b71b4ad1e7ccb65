import * as z from 'zod';
import { UnitId } from '../kernel/id.ts';
import { operation } from '../kernel/operation.ts';
import { Day } from '../kernel/time/day.ts';
import { UNIT_ACTIONS } from './policy.ts';
import { CreateUnit, EndUnit, MergeUnits, MoveUnit, RenameUnit, SplitUnit } from './tree/commands.ts';
import { ImportUnits, ImportUnitsOutcome } from './tree/import.ts';
import { UnitKind, UnitSuccession, UnitVersion } from './unit.ts';

const UnitNode = UnitVersion.extend({ allowed: z.array(z.enum(UNIT_ACTIONS)) });
export type UnitNode = z.infer<typeof UnitNode>;

/** The units that a change began, amended or ended, as they are after it. */
const Changed = z.object({ units: z.array(UnitVersion) });

const ofUnit = z.object({ unitId: UnitId });

/** Operations on the dated tree of units. A `day` left out is today. */
export const units = {
  kinds: operation('signed_in')
    .route({ method: 'GET', path: '/unit-kinds', tags: ['units'], summary: 'Các loại đơn vị' })
    .output(z.array(UnitKind)),

  /** What the actor sees of the tree on the day, parents before children, siblings by kind and name. */
  tree: operation('signed_in')
    .route({ method: 'GET', path: '/units', tags: ['units'], summary: 'Cây đơn vị của một ngày' })
    .input(z.object({ day: Day.optional() }))
    .output(z.object({ day: Day, units: z.array(UnitNode) })),

  get: operation('unit.read')
    .route({ method: 'GET', path: '/units/{unitId}', tags: ['units'], summary: 'Một đơn vị' })
    .input(z.object({ unitId: UnitId, day: Day.optional() }))
    .output(z.object({ unit: UnitNode, above: z.array(UnitVersion) })),

  /** Every version and every succession of the unit; `names` tells the other units that take part in them. */
  history: operation('unit.read')
    .route({ method: 'GET', path: '/units/{unitId}/history', tags: ['units'], summary: 'Lịch sử của đơn vị' })
    .input(ofUnit)
    .output(
      z.object({
        versions: z.array(UnitVersion),
        successions: z.array(UnitSuccession),
        names: z.record(z.string(), z.string()),
      }),
    ),

  create: operation('unit.change')
    .route({ method: 'POST', path: '/units', tags: ['units'], summary: 'Lập đơn vị' })
    .input(CreateUnit)
    .output(Changed),
  rename: operation('unit.change')
    .route({
      method: 'POST',
      path: '/units/{unitId}/rename',
      tags: ['units'],
      summary: 'Đổi tên, mã hoặc loại',
    })
    .input(RenameUnit)
    .output(Changed),
  move: operation('unit.change')
    .route({
      method: 'POST',
      path: '/units/{unitId}/move',
      tags: ['units'],
      summary: 'Chuyển đơn vị chủ quản',
    })
    .input(MoveUnit)
    .output(Changed),
  merge: operation('unit.change')
    .route({ method: 'POST', path: '/units/merge', tags: ['units'], summary: 'Sáp nhập' })
    .input(MergeUnits)
    .output(Changed),
  split: operation('unit.change')
    .route({ method: 'POST', path: '/units/{unitId}/split', tags: ['units'], summary: 'Chia tách' })
    .input(SplitUnit)
    .output(Changed),
  end: operation('unit.change')
    .route({ method: 'POST', path: '/units/{unitId}/end', tags: ['units'], summary: 'Kết thúc hoạt động' })
    .input(EndUnit)
    .output(Changed),

  /** Rows of a sheet, parents named by code; with `dryRun` only each row's fate is told. */
  import: operation('unit.change')
    .route({ method: 'POST', path: '/units/import', tags: ['units'], summary: 'Nhập danh sách đơn vị' })
    .input(ImportUnits)
    .output(ImportUnitsOutcome),
};
