import * as z from 'zod';
import { UnitId } from '../../kernel/id.ts';
import { Day } from '../../kernel/time/day.ts';
import { Decision, UnitCode, UnitName } from '../unit.ts';

const by = { day: Day, decision: Decision };

const description = { kind: z.string(), code: UnitCode, name: UnitName };

export const CreateUnit = z.strictObject({ parentId: UnitId.nullable(), ...description, ...by });
export type CreateUnit = z.infer<typeof CreateUnit>;

/** A new name, code or kind (a xã that becomes a phường); what is left out stays. */
export const RenameUnit = z.strictObject({ unitId: UnitId, ...z.object(description).partial().shape, ...by });
export type RenameUnit = z.infer<typeof RenameUnit>;

/** A new parent, with everything below; name, code and kind may change on the same day by the same decision. */
export const MoveUnit = z.strictObject({ ...RenameUnit.shape, parentId: UnitId.nullable() });
export type MoveUnit = z.infer<typeof MoveUnit>;

/** Into a unit that goes on, or into a new one. Units below the merged ones follow into the successor. */
export const MergeUnits = z.strictObject({
  unitIds: z.array(UnitId).min(1).max(50),
  into: z.discriminatedUnion('as', [
    z.strictObject({ as: z.literal('existing'), unitId: UnitId }),
    z.strictObject({ as: z.literal('new'), parentId: UnitId.nullable(), ...description }),
  ]),
  ...by,
});
export type MergeUnits = z.infer<typeof MergeUnits>;

/** Each part stands where the old unit stood and takes the units below that it names. */
export const SplitUnit = z.strictObject({
  unitId: UnitId,
  parts: z
    .array(z.strictObject({ ...description, takes: z.array(UnitId).default([]) }))
    .min(1)
    .max(50),
  survives: z.boolean(),
  ...by,
});
export type SplitUnit = z.infer<typeof SplitUnit>;

/** `childrenTo` names the unit to which those directly below move on that day. */
export const EndUnit = z.strictObject({ unitId: UnitId, childrenTo: UnitId.optional(), ...by });
export type EndUnit = z.infer<typeof EndUnit>;
