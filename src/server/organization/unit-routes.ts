import type { Actor } from '../../domain/kernel/actor.ts';
import type { UnitId } from '../../domain/kernel/id.ts';
import type { Day } from '../../domain/kernel/time/day.ts';
import { type UnitNode, units } from '../../domain/organization/contract.ts';
import { allowedActions } from '../../domain/organization/policy.ts';
import { holdsOn } from '../../domain/organization/tree/register.ts';
import type { UnitVersion } from '../../domain/organization/unit.ts';
import { type ActorTransaction, withTenant } from '../db/actor.ts';
import { bind, type Call, command, query } from '../http/operation.ts';
import { type Change, unknown } from './change.ts';
import { dayOf } from './today.ts';
import {
  findLastNames,
  listKinds,
  listSuccessionsOf,
  listVersionsOf,
  listVersionsOn,
  settleUnitPaths,
} from './unit-queries.ts';
import {
  createUnit,
  endUnit,
  importUnits,
  mergeUnits,
  moveUnit,
  renameUnit,
  splitUnit,
} from './unit-service.ts';

const os = bind(units);

export const unitRoutes = os.router({
  kinds: os.kinds.handler((call) => query(call, (trx) => listKinds(trx))),

  tree: os.tree.handler((call) =>
    query(call, async (trx, actor) => {
      const day = call.input.day ?? dayOf(call.context.now);
      const versions = await listVersionsOn(trx, actor.tenantId, day);
      return { day, units: inTreeOrder(versions).map((version) => toNode(actor, version)) };
    }),
  ),

  get: os.get.handler((call) =>
    query(call, async (trx, actor) => {
      const day = call.input.day ?? dayOf(call.context.now);
      const versions = await getVersionsOf(trx, actor, call.input.unitId);
      const unit = versions.find((version) => holdsOn(version, day)) ?? versions.at(-1);
      if (unit === undefined) throw unknown('unknown_unit', 'unitId');
      return { unit: toNode(actor, unit), above: await listAbove(trx, actor, unit, day) };
    }),
  ),

  history: os.history.handler(async (call) => {
    const history = await query(call, async (trx, actor) => ({
      versions: await getVersionsOf(trx, actor, call.input.unitId),
      successions: await listSuccessionsOf(trx, actor.tenantId, call.input.unitId),
    }));
    const others = history.successions.flatMap(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId]);
    const named = others.filter((unitId): unitId is UnitId => unitId !== null);
    const { db, tenant } = call.context;
    const names = await withTenant(db, tenant.tenantId, (trx) => findLastNames(trx, tenant.tenantId, named));
    return { ...history, names: Object.fromEntries(names) };
  }),

  create: os.create.handler((call) => changing(call, (change) => createUnit(change, call.input))),
  rename: os.rename.handler((call) => changing(call, (change) => renameUnit(change, call.input))),
  move: os.move.handler((call) => changing(call, (change) => moveUnit(change, call.input))),
  merge: os.merge.handler((call) => changing(call, (change) => mergeUnits(change, call.input))),
  split: os.split.handler((call) => changing(call, (change) => splitUnit(change, call.input))),
  end: os.end.handler((call) => changing(call, (change) => endUnit(change, call.input))),
  import: os.import.handler((call) => changing(call, (change) => importUnits(change, call.input))),
});

/** After the commit, what lives in the units follows them. */
async function changing<T>(call: Call, run: (change: Change) => Promise<T>): Promise<T> {
  const { now, db, tenant } = call.context;
  const answer = await command(call, (trx, actor) => run({ trx, actor, now }));
  await withTenant(db, tenant.tenantId, (trx) => settleUnitPaths(trx, tenant.tenantId, dayOf(now)));
  return answer;
}

async function getVersionsOf(trx: ActorTransaction, actor: Actor, unitId: UnitId): Promise<UnitVersion[]> {
  const versions = await listVersionsOf(trx, actor.tenantId, unitId);
  if (versions.length === 0) throw unknown('unknown_unit', 'unitId');
  return versions;
}

async function listAbove(
  trx: ActorTransaction,
  actor: Actor,
  unit: UnitVersion,
  day: Day,
): Promise<UnitVersion[]> {
  const versions = await listVersionsOn(trx, actor.tenantId, day);
  return versions.filter(({ path }) => path !== unit.path && unit.path.startsWith(path));
}

function inTreeOrder(versions: readonly UnitVersion[]): UnitVersion[] {
  const known = new Set(versions.map(({ unitId }) => unitId));
  const children = Map.groupBy(versions, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const below = (parentId: UnitId | null): UnitVersion[] =>
    (children.get(parentId) ?? []).flatMap((version) => [version, ...below(version.unitId)]);
  return below(null);
}

function toNode(actor: Actor, version: UnitVersion): UnitNode {
  return { ...version, allowed: allowedActions(actor, version) };
}
