import * as z from 'zod';
import { UnitId } from '../kernel/id.ts';
import { Day } from '../kernel/time/day.ts';

/** The code by which a unit is known outside, such as the national code of an administrative unit. */
export const UnitCode = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u, { error: 'unit_code' });

export const UnitName = z
  .string()
  .trim()
  .normalize('NFC')
  .min(2, { error: 'name' })
  .max(200, { error: 'name' });

/** The paper by which a change of the tree was decided. */
export const Decision = z.strictObject({
  number: z.string().trim().min(1, { error: 'decision_number' }).max(100, { error: 'decision_number' }),
  date: Day.optional(),
  issuer: z.string().trim().max(200).optional(),
});
export type Decision = z.infer<typeof Decision>;

/** Where a unit stands on the ladder of government; `office` is an agency or a part of one, with no territory. */
export const UnitLevel = z.enum(['province', 'district', 'commune', 'office']);
export type UnitLevel = z.infer<typeof UnitLevel>;

/** A kind of unit as data: which kinds it may stand under, and between which days the law knows it. */
export const UnitKind = z.object({
  code: z.string(),
  level: UnitLevel,
  name: z.string(),
  nameEn: z.string(),
  under: z.array(z.string()),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
});
export type UnitKind = z.infer<typeof UnitKind>;

/**
 * What a unit was from `validFrom` until the day before `validTo`. `path` names its ancestors and itself,
 * `/province/commune/`, so that "this unit and everything below" is one prefix.
 */
export const UnitVersion = z.object({
  unitId: UnitId,
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  parentId: UnitId.nullable(),
  path: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
});
export type UnitVersion = z.infer<typeof UnitVersion>;

/** `merged_into` and `split_from` lead from the old unit to the new one; the others tell of one unit. */
export const SuccessionKind = z.enum(['created', 'renamed', 'moved', 'merged_into', 'split_from', 'ended']);
export type SuccessionKind = z.infer<typeof SuccessionKind>;

export const UnitSuccession = z.object({
  kind: SuccessionKind,
  fromUnitId: UnitId.nullable(),
  toUnitId: UnitId.nullable(),
  day: Day,
  decision: Decision,
});
export type UnitSuccession = z.infer<typeof UnitSuccession>;

export function unitPath(parentPath: string | null, unitId: UnitId): string {
  return `${parentPath ?? '/'}${unitId}/`;
}
