import type { Temporal } from 'temporal-polyfill';
import { PersonId, type TenantId, UnitId } from '../../domain/kernel/id.ts';
import { decideCreate } from '../../domain/organization/decide.ts';
import { AssignmentId } from '../../domain/organization/person.ts';
import { registerOf } from '../../domain/organization/register.ts';
import { withTenant } from '../db/actor.ts';
import type { Database } from '../db/connect.ts';
import { newId } from '../db/new-id.ts';
import { recordBySystem } from '../journal/record.ts';
import { saveAssignment, savePosition } from '../organization/assignment-queries.ts';
import { savePerson } from '../organization/person-queries.ts';
import { dayOf } from '../organization/today.ts';
import { listKinds, saveChange } from '../organization/unit-queries.ts';
import { invitationLink } from './account-service.ts';
import { createLink } from './link.ts';

export type FirstAdministrator = {
  readonly unit: {
    readonly kind: string;
    readonly code: string;
    readonly name: string;
    readonly since: string;
  };
  readonly name: string;
  readonly email: string;
  /** The paper by which the tenant begins. */
  readonly decision: string;
};

/**
 * Gives an empty tenant its root unit and one person who may do everything an administrator may. Answers the link by
 * which that person takes the account, once, within seven days. @throws AppError `rule_broken`
 */
export async function appointFirstAdministrator(
  db: Database,
  tenantId: TenantId,
  now: Temporal.Instant,
  first: FirstAdministrator,
  publicUrl: string,
): Promise<string> {
  const { unit, name, email } = first;
  return withTenant(db, tenantId, async (trx) => {
    const unitId = UnitId.parse(newId(now));
    const personId = PersonId.parse(newId(now));
    const described = { parentId: null, kind: unit.kind, code: unit.code, name: unit.name, day: unit.since };
    const command = { ...described, decision: { number: first.decision } };
    const change = decideCreate(registerOf([]), await listKinds(trx), command, unitId);
    await saveChange(trx, tenantId, change, [newId(now)]);
    const place = { unitId, unitPath: `/${unitId}/` };
    const from = dayOf(now);
    await savePerson(trx, tenantId, { personId, name, email, ...place });
    const position = { positionId: newId(now), personId, title: 'Quản trị hệ thống', from, ...place };
    await savePosition(trx, tenantId, position);
    const assignmentId = AssignmentId.parse(newId(now));
    const role = { assignmentId, personId, role: 'administrator' as const, validFrom: from, validTo: null };
    await saveAssignment(trx, tenantId, { ...role, ...place, onBehalfOf: null });
    const { token } = await createLink(trx, tenantId, now, { purpose: 'invitation', personId, email });
    await recordBySystem(trx, tenantId, now, [
      {
        subjectKind: 'unit',
        subjectId: unitId,
        unitPath: place.unitPath,
        action: 'unit.created',
        after: unit,
      },
      {
        subjectKind: 'person',
        subjectId: personId,
        unitPath: place.unitPath,
        action: 'account.invited',
        after: { email },
      },
    ]);
    return invitationLink(publicUrl, token);
  });
}
