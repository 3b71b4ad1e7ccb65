import * as z from 'zod';

/**
 * UUIDs that name one kind of thing, so that a unit's id cannot be handed where a person's is asked for. New ids
 * rise with time (version 7); the server makes them and passes them in.
 */
export const TenantId = z.uuid({ error: 'id' }).toLowerCase().brand('TenantId');
export type TenantId = z.infer<typeof TenantId>;

export const UnitId = z.uuid({ error: 'id' }).toLowerCase().brand('UnitId');
export type UnitId = z.infer<typeof UnitId>;

export const PersonId = z.uuid({ error: 'id' }).toLowerCase().brand('PersonId');
export type PersonId = z.infer<typeof PersonId>;
