import type { InvitationRow, SheetOutcome } from '../../domain/identity/contract.ts';
import { type Fault, fault } from '../../domain/kernel/fault.ts';
import { PersonId } from '../../domain/kernel/id.ts';
import type { Day } from '../../domain/kernel/time/day.ts';
import { zodFaults } from '../../domain/kernel/zod-faults.ts';
import { NewPerson } from '../../domain/organization/people-contract.ts';
import { AssignmentId, Email } from '../../domain/organization/person.ts';
import { mayAssign, mayChangePeople, mayInvite } from '../../domain/organization/policy.ts';
import { Role } from '../../domain/organization/role.ts';
import { toRowFault } from '../../domain/organization/tree/import.ts';
import type { UnitVersion } from '../../domain/organization/unit.ts';
import { newId } from '../db/new-id.ts';
import { record } from '../journal/record.ts';
import { saveAssignment, savePosition } from '../organization/assignment-queries.ts';
import { type Change, refuseTaken } from '../organization/change.ts';
import { emailTaken, savePerson } from '../organization/person-queries.ts';
import { listVersionsOn } from '../organization/unit-queries.ts';
import { invitePerson } from './account-service.ts';
import type { Identity } from './identity.ts';

type Sheet = { rows: InvitationRow[]; from: Day; dryRun: boolean };
type Checked = { row: InvitationRow; unit: UnitVersion | undefined; role: Role | undefined; faults: Fault[] };

/** Person, position, role and invitation for every row; with one refused row nothing is done. */
export async function inviteSheet(
  change: Change,
  identity: Pick<Identity, 'mails' | 'publicUrl'>,
  { rows, from, dryRun }: Sheet,
): Promise<SheetOutcome> {
  const units = await listVersionsOn(change.trx, change.actor.tenantId, from);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const checked: Checked[] = [];
  for (const row of rows) checked.push(await check(change, row, byCode.get(row.unitCode), from, checked));
  const refused = checked.some(({ faults }) => faults.length > 0);
  const lines: SheetOutcome['rows'] = [];
  for (const [at, { row, unit, role, faults }] of checked.entries()) {
    const act = !refused && !dryRun && unit !== undefined && role !== undefined;
    const link = act ? await inviteRow(change, identity, { at, row, unit, role, from }) : null;
    lines.push({
      email: row.email,
      fate: faults.length > 0 ? 'refused' : 'invited',
      link,
      faults: faults.map(toRowFault),
    });
  }
  return { done: !refused && !dryRun, rows: lines };
}

async function check(
  { trx, actor }: Change,
  row: InvitationRow,
  unit: UnitVersion | undefined,
  from: Day,
  before: readonly Checked[],
): Promise<Checked> {
  const faults: Fault[] = [];
  const role = Role.safeParse(row.role);
  const email = Email.safeParse(row.email);
  const person = NewPerson.pick({ name: true, title: true, from: true }).safeParse({
    name: row.name,
    title: row.title,
    from,
  });
  if (!person.success) faults.push(...zodFaults(person.error));
  if (unit === undefined) faults.push(fault(['unitCode'], 'unknown_code', { code: row.unitCode }));
  else if (!mayInvite(actor, unit) || !mayChangePeople(actor, unit) || !mayAssign(actor, unit, ''))
    faults.push(
      fault(['unitCode'], 'permission_missing_here', { permission: 'person.invite', name: unit.name }),
    );
  if (!role.success) faults.push(fault(['role'], 'unknown_role'));
  if (!email.success) faults.push(fault(['email'], 'email'));
  else if (before.some((other) => other.row.email.toLowerCase() === email.data))
    faults.push(fault(['email'], 'email_twice'));
  else if (await emailTaken(trx, actor.tenantId, email.data)) faults.push(fault(['email'], 'email_taken'));
  return { row, unit, role: role.data, faults };
}

async function inviteRow(
  change: Change,
  identity: Pick<Identity, 'mails' | 'publicUrl'>,
  { at, row, unit, role, from }: { at: number; row: InvitationRow; unit: UnitVersion; role: Role; from: Day },
): Promise<string | null> {
  const { trx, actor, now } = change;
  const personId = PersonId.parse(newId(now));
  const email = Email.parse(row.email);
  const place = { unitId: unit.unitId, unitPath: unit.path };
  const person = { personId, name: row.name, email, ...place };
  await refuseTaken(savePerson(trx, actor.tenantId, person), ['rows', at]);
  await savePosition(trx, actor.tenantId, {
    positionId: newId(now),
    personId,
    ...place,
    title: row.title,
    from,
  });
  const assignmentId = AssignmentId.parse(newId(now));
  const assignment = {
    assignmentId,
    personId,
    role,
    ...place,
    validFrom: from,
    validTo: null,
    onBehalfOf: null,
  };
  await saveAssignment(trx, actor.tenantId, assignment);
  const about = { subjectKind: 'person', subjectId: personId, unitPath: unit.path };
  await record(trx, actor, now, [
    { ...about, action: 'person.created', after: { ...person, title: row.title } },
    { ...about, action: 'assignment.granted', after: assignment },
  ]);
  const { link } = await invitePerson(change, identity, { ...person, account: 'none' });
  return link;
}
