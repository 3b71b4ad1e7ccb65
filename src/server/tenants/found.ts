import type { Temporal } from 'temporal-polyfill';
import { PersonId, type TenantId, UnitId } from '../../domain/kernel/id.ts';
import type { Day } from '../../domain/kernel/time/day.ts';
import { AssignmentId } from '../../domain/organization/person.ts';
import { decideCreate } from '../../domain/organization/tree/decide.ts';
import { findLastVersion, registerOf } from '../../domain/organization/tree/register.ts';
import { type ActorTransaction, withTenant } from '../db/actor.ts';
import type { Database } from '../db/connect.ts';
import { newId } from '../db/new-id.ts';
import { createLink } from '../identity/link.ts';
import { recordBySystem } from '../journal/record.ts';
import { saveAssignment, savePosition } from '../organization/assignment-queries.ts';
import { savePerson } from '../organization/person-queries.ts';
import { dayOf } from '../organization/today.ts';
import { listKinds, saveChange } from '../organization/unit-queries.ts';
import { createTenant, type NewTenant, removeTenant } from './create.ts';

export type Founding = {
  readonly tenant: Omit<NewTenant, 'demo'>;
  /** Kind of the unit at the root of the tree, `ubnd_tinh`. */
  readonly kind: string;
  /** From which day that unit stands in the tree. */
  readonly since: Day;
  readonly administrator: { readonly name: string; readonly email: string };
};

/** Who looks after an installation from its first day; the auditor's part is given to somebody else. */
const ROLES_OF_FOUNDER = ['administrator', 'operator'] as const;

/**
 * A tenant with its root unit and one administrator, who takes the account by a link that works once. What fails leaves
 * no tenant behind. @throws AppError `conflict`, `rule_broken`
 */
export async function foundTenant(
  db: Database,
  ownerUrl: string,
  founding: Founding,
  now: Temporal.Instant,
): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  const tenantId = await createTenant(ownerUrl, { ...founding.tenant, demo: false }, now);
  try {
    return await withTenant(db, tenantId, async (trx) => {
      const start = { trx, tenantId, now };
      const place = await raiseRoot(start, founding);
      return appoint(start, place, founding.administrator);
    });
  } catch (error) {
    await removeTenant(ownerUrl, tenantId);
    throw error;
  }
}

type Start = { readonly trx: ActorTransaction; readonly tenantId: TenantId; readonly now: Temporal.Instant };
type Place = { readonly unitId: UnitId; readonly unitPath: string };

async function raiseRoot(
  { trx, tenantId, now }: Start,
  { tenant: { code, name }, kind, since }: Founding,
): Promise<Place> {
  const command = { parentId: null, kind, code, name, day: since, decision: { number: 'minhchung init' } };
  const unitId = UnitId.parse(newId(now));
  const change = decideCreate(registerOf([]), await listKinds(trx), command, unitId);
  const ids = change.successions.map(() => newId(now));
  await saveChange(trx, tenantId, change, ids);
  const place = { unitId, unitPath: findLastVersion(registerOf(change.begun), unitId)?.path ?? '/' };
  const founded = {
    subjectKind: 'tenant',
    subjectId: tenantId,
    unitPath: place.unitPath,
    action: 'tenant.founded',
  };
  await recordBySystem(trx, tenantId, now, [{ ...founded, after: { code, name } }]);
  return place;
}

async function appoint(
  { trx, tenantId, now }: Start,
  place: Place,
  administrator: Founding['administrator'],
): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  const personId = PersonId.parse(newId(now));
  const from = dayOf(now);
  await savePerson(trx, tenantId, { personId, ...administrator, ...place });
  const title = 'Quản trị hệ thống';
  await savePosition(trx, tenantId, { positionId: newId(now), personId, title, from, ...place });
  for (const role of ROLES_OF_FOUNDER) {
    const assignmentId = AssignmentId.parse(newId(now));
    const held = { assignmentId, personId, role, validFrom: from, validTo: null, onBehalfOf: null, ...place };
    await saveAssignment(trx, tenantId, held);
  }
  const invited = {
    subjectKind: 'person',
    subjectId: personId,
    unitPath: place.unitPath,
    action: 'account.invited',
  };
  await recordBySystem(trx, tenantId, now, [{ ...invited, after: administrator }]);
  return createLink(trx, tenantId, now, { purpose: 'invitation', personId, email: administrator.email });
}
