import type * as z from 'zod';
import { AppError } from '../../domain/kernel/app-error.ts';
import { type Fault, fault } from '../../domain/kernel/fault.ts';
import { PersonId, type UnitId } from '../../domain/kernel/id.ts';
import type { Day } from '../../domain/kernel/time/day.ts';
import { delegationFaults, endFaults, grantFaults } from '../../domain/organization/assign.ts';
import type {
  CorrectPerson,
  DelegateRole,
  EndAssignment,
  EndPosition,
  GrantRole,
  NewPerson,
  NewPosition,
  PersonWhole,
} from '../../domain/organization/people-contract.ts';
import { type Assignment, AssignmentId } from '../../domain/organization/person.ts';
import {
  allowedActionsOnPerson,
  mayAssign,
  mayChangePeople,
  mayDelegate,
} from '../../domain/organization/policy.ts';
import { refuse } from '../../domain/organization/tree/decide.ts';
import { holdsOn } from '../../domain/organization/tree/register.ts';
import type { UnitVersion } from '../../domain/organization/unit.ts';
import { asProduct } from '../db/actor.ts';
import { newId } from '../db/new-id.ts';
import { record } from '../journal/record.ts';
import {
  endAssignments,
  endPosition,
  findAssignment,
  listAssignments,
  listPositions,
  lockPosition,
  saveAssignment,
  savePosition,
} from './assignment-queries.ts';
import { type Change, forbidden, refuseTaken, unknown } from './change.ts';
import {
  emailTaken,
  findPerson,
  lockPerson,
  markLeft,
  savePerson,
  savePersonName,
} from './person-queries.ts';
import { listVersionsOf } from './unit-queries.ts';

/** The person with everything the actor may know of them. @throws AppError `not_found` */
export async function getPerson(change: Change, personId: PersonId): Promise<PersonWhole> {
  const { trx, actor, now } = change;
  const line = await findPerson(trx, actor.tenantId, now, personId);
  if (line === undefined) throw unknown('unknown_person', 'personId');
  return {
    ...line,
    positions: await listPositions(trx, actor.tenantId, personId),
    assignments: await listAssignments(trx, actor.tenantId, personId),
    allowed: allowedActionsOnPerson(actor, line),
  };
}

/** @throws AppError `not_found`, `forbidden`, `conflict`, `rule_broken` */
export async function createPerson(change: Change, input: z.infer<typeof NewPerson>): Promise<PersonWhole> {
  const { trx, actor, now } = change;
  const unit = await getUnit(change, input.unitId, input.from);
  if (!mayChangePeople(actor, unit)) throw forbidden('person.change', unit.name);
  if (input.email !== null && (await emailTaken(trx, actor.tenantId, input.email)))
    throw new AppError('conflict', [fault(['email'], 'email_taken')]);
  const personId = PersonId.parse(newId(now));
  const person = { personId, name: input.name, email: input.email, unitId: unit.unitId, unitPath: unit.path };
  await refuseTaken(savePerson(trx, actor.tenantId, person));
  const position = { ...person, positionId: newId(now), title: input.title, from: input.from };
  await savePosition(trx, actor.tenantId, position);
  await recordOf(change, personId, unit.path, 'person.created', { after: { ...person, title: input.title } });
  return getPerson(change, personId);
}

/** @throws AppError `not_found`, `forbidden`, `conflict`, `rule_broken` */
export async function correctPerson(
  change: Change,
  input: z.infer<typeof CorrectPerson>,
): Promise<PersonWhole> {
  const { trx, actor } = change;
  const { personId, name, email } = input;
  const before = await getPerson(change, personId);
  if (!before.allowed.includes('correct')) throw forbidden('person.change', before.name);
  if (email !== before.email) {
    if (before.account === 'active') refuse([fault(['email'], 'has_account')]);
    if (email !== null && (await emailTaken(trx, actor.tenantId, email)))
      throw new AppError('conflict', [fault(['email'], 'email_taken')]);
  }
  await refuseTaken(savePersonName(trx, actor.tenantId, input));
  await recordOf(change, personId, before.unitPath, 'person.corrected', {
    before: { name: before.name, email: before.email },
    after: { name, email },
  });
  return getPerson(change, personId);
}

/** @throws AppError `not_found`, `forbidden` */
export async function addPosition(change: Change, input: z.infer<typeof NewPosition>): Promise<PersonWhole> {
  const { trx, actor, now } = change;
  const person = await lockKnown(change, input.personId);
  const unit = await getUnit(change, input.unitId, input.from);
  if (!mayChangePeople(actor, unit)) throw forbidden('person.change', unit.name);
  if (person.leftOn !== null) refuse([fault(['personId'], 'person_left', { day: person.leftOn })]);
  const { personId, title, from } = input;
  const position = {
    positionId: newId(now),
    personId,
    unitId: unit.unitId,
    unitPath: unit.path,
    title,
    from,
  };
  await savePosition(trx, actor.tenantId, position);
  await recordOf(change, personId, unit.path, 'position.added', { after: position });
  return getPerson(change, personId);
}

/** @throws AppError `not_found`, `forbidden`, `rule_broken` */
export async function closePosition(
  change: Change,
  input: z.infer<typeof EndPosition>,
): Promise<PersonWhole> {
  const { trx, actor } = change;
  const position = await lockPosition(trx, actor.tenantId, input.positionId);
  if (position === undefined) throw unknown('unknown_position', 'positionId');
  if (!mayChangePeople(actor, { path: position.unitPath })) throw forbidden('person.change', position.title);
  refuse(endFaults(position, input.on));
  await endPosition(trx, actor.tenantId, input.positionId, input.on);
  await recordOf(change, position.personId, position.unitPath, 'position.ended', {
    before: position,
    after: { ...position, validTo: input.on },
  });
  return getPerson(change, position.personId);
}

/** @throws AppError `not_found`, `forbidden`, `rule_broken` */
export async function grantRole(change: Change, input: z.infer<typeof GrantRole>): Promise<PersonWhole> {
  const { trx, actor, now } = change;
  const person = await lockKnown(change, input.personId);
  const unit = await getUnit(change, input.unitId, input.from);
  if (input.personId === actor.personId) throw new AppError('forbidden', [fault(['personId'], 'own_role')]);
  if (!mayAssign(actor, unit, input.personId)) throw forbidden('assignment.change', unit.name);
  refuse(grantFaults(person, await listAssignments(trx, actor.tenantId, input.personId), input));
  const assignment: Assignment = {
    assignmentId: AssignmentId.parse(newId(now)),
    personId: input.personId,
    role: input.role,
    unitId: unit.unitId,
    unitPath: unit.path,
    validFrom: input.from,
    validTo: input.to,
    onBehalfOf: null,
  };
  await saveAssignment(trx, actor.tenantId, assignment);
  await recordOf(change, input.personId, unit.path, 'assignment.granted', { after: assignment });
  return getPerson(change, input.personId);
}

/** Ended by who may assign there, or by who delegated it. @throws AppError `not_found`, `forbidden`, `rule_broken` */
export async function endRole(change: Change, input: z.infer<typeof EndAssignment>): Promise<PersonWhole> {
  const { trx, actor } = change;
  const assignment = await findAssignment(trx, actor.tenantId, input.assignmentId);
  if (assignment === undefined) throw unknown('unknown_assignment', 'assignmentId');
  const given = assignment.onBehalfOf === actor.personId;
  if (!given && !mayAssign(actor, { path: assignment.unitPath }, assignment.personId))
    throw forbidden('assignment.change', assignment.role);
  refuse(endFaults(assignment, input.on));
  await endRoles(change, [assignment], input.on, input.reason);
  return getPerson(change, assignment.personId);
}

/** @throws AppError `not_found`, `forbidden`, `rule_broken` */
export async function delegateRole(change: Change, input: z.infer<typeof DelegateRole>): Promise<Assignment> {
  const { trx, actor, now } = change;
  const source = await findAssignment(trx, actor.tenantId, input.assignmentId);
  if (source === undefined) throw unknown('unknown_assignment', 'assignmentId');
  if (!mayDelegate(actor)) throw forbidden('assignment.delegate', source.role);
  const receiver = await findPerson(trx, actor.tenantId, now, input.personId);
  if (receiver === undefined) throw unknown('unknown_person', 'personId');
  refuse([...delegationFaults(source, actor.personId, input), ...leftFaults(receiver.leftOn, input.to)]);
  const delegation: Assignment = {
    ...source,
    assignmentId: AssignmentId.parse(newId(now)),
    personId: input.personId,
    validFrom: input.from,
    validTo: input.to,
    onBehalfOf: actor.personId,
  };
  await saveAssignment(trx, actor.tenantId, delegation, source.assignmentId);
  await recordOf(change, input.personId, source.unitPath, 'assignment.delegated', { after: delegation });
  return delegation;
}

/** The leaver's positions, roles and the delegations out of them end. @throws AppError `not_found`, `forbidden`, `rule_broken` */
export async function endPerson(
  change: Change,
  input: { personId: PersonId; on: Day; reason: string },
): Promise<{ accountId: string | null }> {
  const { trx, actor } = change;
  const { personId, on, reason } = input;
  const person = await lockKnown(change, personId);
  const { allowed, unitPath, name } = await getPerson(change, personId);
  if (person.leftOn !== null) refuse([fault(['on'], 'already_ended', { day: person.leftOn })]);
  if (!allowed.includes('end')) throw forbidden('person.change', name);
  const open = ({ validTo }: { validTo: Day | null }) => validTo === null || validTo > on;
  const positions = (await listPositions(trx, actor.tenantId, personId)).filter(open);
  const assignments = (await listAssignments(trx, actor.tenantId, personId)).filter(open);
  for (const { unitPath: path, unitName } of positions)
    if (!mayChangePeople(actor, { path })) throw forbidden('person.change', unitName);
  for (const { unitPath: path, unitName } of assignments)
    if (!mayAssign(actor, { path }, personId)) throw forbidden('assignment.change', unitName);
  for (const { positionId } of positions) await endPosition(trx, actor.tenantId, positionId, on);
  await endRoles(change, assignments, on, reason);
  await markLeft(trx, actor.tenantId, personId, on);
  await recordOf(change, personId, unitPath, 'person.left', { after: { leftOn: on }, reason });
  return { accountId: person.accountId };
}

async function endRoles(
  change: Change,
  assignments: readonly Assignment[],
  on: Day,
  reason: string,
): Promise<void> {
  const { trx, actor } = change;
  const ids = assignments.map(({ assignmentId }) => assignmentId);
  for (const ended of await endAssignments(trx, actor.tenantId, ids, on))
    await recordOf(change, ended.personId, ended.unitPath, 'assignment.ended', { after: ended, reason });
}

async function getUnit(change: Change, unitId: UnitId, day: Day): Promise<UnitVersion> {
  const versions = await listVersionsOf(change.trx, change.actor.tenantId, unitId);
  const last = versions.at(-1);
  if (last === undefined) throw unknown('unknown_unit', 'unitId');
  const unit = versions.find((version) => holdsOn(version, day));
  if (unit === undefined)
    throw new AppError('rule_broken', [fault(['unitId'], 'unit_not_there', { name: last.name })]);
  return unit;
}

/** Locks who is seen, also where another unit keeps the books: what may be done to them is asked for next. */
async function lockKnown({ trx, actor, now }: Change, personId: PersonId) {
  const seen = await findPerson(trx, actor.tenantId, now, personId);
  if (seen === undefined) throw unknown('unknown_person', 'personId');
  const person = await asProduct(trx, actor, (all) => lockPerson(all, actor.tenantId, personId));
  if (person === undefined) throw unknown('unknown_person', 'personId');
  return person;
}

async function recordOf(
  { trx, actor, now }: Change,
  personId: PersonId,
  unitPath: string,
  action: string,
  content: { before?: unknown; after?: unknown; reason?: string },
): Promise<void> {
  await record(trx, actor, now, [
    { subjectKind: 'person', subjectId: personId, unitPath, action, ...content },
  ]);
}

function leftFaults(leftOn: Day | null, to: Day): Fault[] {
  return leftOn !== null && to > leftOn ? [fault(['personId'], 'person_left', { day: leftOn })] : [];
}
