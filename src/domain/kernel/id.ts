import { z } from 'zod';

/**
 * A UUID that names one kind of thing, so that a unit's id cannot be handed where a person's is asked for. New ids
 * are made by the server (version 7, so that they rise with time) and passed in.
 */
export type Id<Kind extends string> = string & { readonly __id: Kind };

/** The schema of an id of this kind; its fault is `id`. */
export function idOf<Kind extends string>(): z.ZodType<Id<Kind>, string> {
  return z
    .guid({ error: 'id' })
    .toLowerCase()
    .transform((written) => written as Id<Kind>);
}

export const TenantId = idOf<'tenant'>();
export type TenantId = Id<'tenant'>;

export const UnitId = idOf<'unit'>();
export type UnitId = Id<'unit'>;

export const PersonId = idOf<'person'>();
export type PersonId = Id<'person'>;
