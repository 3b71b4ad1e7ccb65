import type { UnitId } from '../../domain/kernel/id.ts';
import { assignments, people, positions } from '../../domain/organization/people-contract.ts';
import { bind, type Call, command, query } from '../http/operation.ts';
import { type Change, unknown } from './change.ts';
import { parseCursor, printCursor, sortName } from './person-names.ts';
import { findPeople } from './person-queries.ts';
import {
  addPosition,
  closePosition,
  correctPerson,
  createPerson,
  delegateRole,
  endRole,
  getPerson,
  grantRole,
} from './person-service.ts';
import { listVersionsOf } from './unit-queries.ts';

const onPeople = bind(people);
const onPositions = bind(positions);
const onAssignments = bind(assignments);

export const peopleRoutes = onPeople.router({
  list: onPeople.list.handler((call) => {
    const { unitId, cursor, ...filter } = call.input;
    const after = cursor === undefined ? undefined : parseCursor(cursor);
    return reading(call, async (change) => {
      const under = unitId === undefined ? undefined : await pathOf(change, unitId);
      const { trx, actor, now } = change;
      const found = await findPeople(trx, actor.tenantId, now, { ...filter, under, after });
      const last = found.length < filter.limit ? undefined : found.at(-1);
      const next = last && printCursor({ sortName: sortName(last.name), personId: last.personId });
      return { people: found, next: next ?? null };
    });
  }),
  get: onPeople.get.handler((call) => reading(call, (change) => getPerson(change, call.input.personId))),
  correct: onPeople.correct.handler((call) => changing(call, (change) => correctPerson(change, call.input))),
  create: onPeople.create.handler((call) => changing(call, (change) => createPerson(change, call.input))),
});

export const positionRoutes = onPositions.router({
  add: onPositions.add.handler((call) => changing(call, (change) => addPosition(change, call.input))),
  end: onPositions.end.handler((call) => changing(call, (change) => closePosition(change, call.input))),
});

export const assignmentRoutes = onAssignments.router({
  grant: onAssignments.grant.handler((call) => changing(call, (change) => grantRole(change, call.input))),
  end: onAssignments.end.handler((call) => changing(call, (change) => endRole(change, call.input))),
  delegate: onAssignments.delegate.handler((call) =>
    changing(call, (change) => delegateRole(change, call.input)),
  ),
});

function reading<T>(call: Call, run: (change: Change) => Promise<T>): Promise<T> {
  return query(call, (trx, actor) => run({ trx, actor, now: call.context.now }));
}

function changing<T>(call: Call, run: (change: Change) => Promise<T>): Promise<T> {
  return command(call, (trx, actor) => run({ trx, actor, now: call.context.now }));
}

async function pathOf({ trx, actor }: Change, unitId: UnitId): Promise<string> {
  const versions = await listVersionsOf(trx, actor.tenantId, unitId);
  const last = versions.at(-1);
  if (last === undefined) throw unknown('unknown_unit', 'unitId');
  return last.path;
}
