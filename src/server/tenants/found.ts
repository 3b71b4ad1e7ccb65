import type { Temporal } from 'temporal-polyfill';
import { PersonId, UnitId } from '../../domain/kernel/id.ts';
import type { Day } from '../../domain/kernel/time/day.ts';
import { AssignmentId } from '../../domain/organization/person.ts';
import { decideCreate } from '../../domain/organization/tree/decide.ts';
import { findLastVersion, registerOf } from '../../domain/organization/tree/register.ts';
import { withTenant } from '../db/actor.ts';
import type { Database } from '../db/connect.ts';
import { newId } from '../db/new-id.ts';
import { createLink } from '../identity/link.ts';
import { recordBySystem } from '../journal/record.ts';
import { saveAssignment, savePosition } from '../organization/assignment-queries.ts';
import { savePerson } from '../organization/person-queries.ts';
import { dayOf } from '../organization/today.ts';
import { listKinds, saveChange } from '../organization/unit-queries.ts';
import { createTenant, type NewTenant } from './create.ts';

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

/** A tenant with its root unit and one administrator, who takes the account by a link that works once. */
export async function foundTenant(
  db: Database,
  ownerUrl: string,
  { tenant, kind, since, administrator }: Founding,
  now: Temporal.Instant,
): Promise<{ token: string; expiresAt: Temporal.Instant }> {
  const tenantId = await createTenant(ownerUrl, { ...tenant, demo: false }, now);
  return withTenant(db, tenantId, async (trx) => {
    const day = dayOf(now);
    const { code, name } = tenant;
    const founded = { parentId: null, kind, code, name, day: since, decision: { number: 'minhchung init' } };
    const rootId = UnitId.parse(newId(now));
    const change = decideCreate(registerOf([]), await listKinds(trx), founded, rootId);
    await saveChange(
      trx,
      tenantId,
      change,
      change.successions.map(() => newId(now)),
    );
    const root = findLastVersion(registerOf(change.begun), rootId);
    const place = { unitId: rootId, unitPath: root?.path ?? '/' };
    const personId = PersonId.parse(newId(now));
    await savePerson(trx, tenantId, { personId, ...administrator, ...place });
    const title = 'Quản trị hệ thống';
    await savePosition(trx, tenantId, { positionId: newId(now), personId, title, from: day, ...place });
    for (const role of ROLES_OF_FOUNDER) {
      const assignmentId = AssignmentId.parse(newId(now));
      const held = {
        assignmentId,
        personId,
        role,
        validFrom: day,
        validTo: null,
        onBehalfOf: null,
        ...place,
      };
      await saveAssignment(trx, tenantId, held);
    }
    await recordBySystem(trx, tenantId, now, [
      {
        subjectKind: 'tenant',
        subjectId: tenantId,
        unitPath: place.unitPath,
        action: 'tenant.founded',
        after: { code, name },
      },
      {
        subjectKind: 'person',
        subjectId: personId,
        unitPath: place.unitPath,
        action: 'account.invited',
        after: administrator,
      },
    ]);
    return createLink(trx, tenantId, now, { purpose: 'invitation', personId, email: administrator.email });
  });
}
