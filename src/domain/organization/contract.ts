import { z } from 'zod';
import { UnitId } from '../kernel/id.ts';
import { operation } from '../kernel/operation.ts';
import { CreateUnit, EndUnit, MergeUnits, MoveUnit, RenameUnit, SplitUnit } from './commands.ts';
import { ImportUnits, ImportUnitsOutcome } from './import.ts';
import { UNIT_ACTIONS } from './policy.ts';
import { UnitDay, UnitKind, UnitSuccession, UnitVersion } from './unit.ts';

const UnitNode = UnitVersion.extend({ allowed: z.array(z.enum(UNIT_ACTIONS)) });
export type UnitNode = z.infer<typeof UnitNode>;

/** The units that a change began, amended or ended, as they are after it. */
const Changed = z.object({ units: z.array(UnitVersion) });

const ofUnit = z.object({ unitId: UnitId });

/** Operations on the dated tree of units. A `day` left out is today. */
export const units = {
  kinds: operation('signed_in').route({ method: 'GET', path: '/api/unit-kinds' }).output(z.array(UnitKind)),

  /** What the actor sees of the tree on the day, parents before children, siblings in the order of their names. */
  tree: operation('signed_in')
    .route({ method: 'GET', path: '/api/units' })
    .input(z.object({ day: UnitDay.optional() }))
    .output(z.object({ day: UnitDay, units: z.array(UnitNode) })),

  get: operation('unit.read')
    .route({ method: 'GET', path: '/api/units/{unitId}' })
    .input(z.object({ unitId: UnitId, day: UnitDay.optional() }))
    .output(z.object({ unit: UnitNode, above: z.array(UnitVersion) })),

  /** Every version and every succession of the unit; `names` tells the other units that take part in them. */
  history: operation('unit.read')
    .route({ method: 'GET', path: '/api/units/{unitId}/history' })
    .input(ofUnit)
    .output(
      z.object({
        versions: z.array(UnitVersion),
        successions: z.array(UnitSuccession),
        names: z.record(z.string(), z.string()),
      }),
    ),

  create: operation('unit.change')
    .route({ method: 'POST', path: '/api/units' })
    .input(CreateUnit)
    .output(Changed),
  rename: operation('unit.change')
    .route({ method: 'POST', path: '/api/units/{unitId}/rename' })
    .input(RenameUnit)
    .output(Changed),
  move: operation('unit.change')
    .route({ method: 'POST', path: '/api/units/{unitId}/move' })
    .input(MoveUnit)
    .output(Changed),
  merge: operation('unit.change')
    .route({ method: 'POST', path: '/api/units/merge' })
    .input(MergeUnits)
    .output(Changed),
  split: operation('unit.change')
    .route({ method: 'POST', path: '/api/units/{unitId}/split' })
    .input(SplitUnit)
    .output(Changed),
  end: operation('unit.change')
    .route({ method: 'POST', path: '/api/units/{unitId}/end' })
    .input(EndUnit)
    .output(Changed),

  /** Rows of a sheet, parents named by code; with `dryRun` only each row's fate is told. */
  import: operation('unit.change')
    .route({ method: 'POST', path: '/api/units/import' })
    .input(ImportUnits)
    .output(ImportUnitsOutcome),
};
