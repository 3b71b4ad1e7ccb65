import { type Selectable, sql } from 'kysely';
import type { TenantId, UnitId } from '../../domain/kernel/id.ts';
import type { Day } from '../../domain/kernel/time/day.ts';
import type { UnitChange } from '../../domain/organization/tree/change.ts';
import { registerOf, type UnitRegister } from '../../domain/organization/tree/register.ts';
import {
  Decision,
  SuccessionKind,
  UnitKind,
  type UnitSuccession,
  type UnitVersion,
} from '../../domain/organization/unit.ts';
import type { ActorTransaction } from '../db/actor.ts';
import type { DB } from '../db/tables.generated.ts';

const LOCK = 7_310;

export async function listKinds(trx: ActorTransaction): Promise<UnitKind[]> {
  const rows = await trx.selectFrom('unit_kind').selectAll().orderBy('position').execute();
  return rows.map((row) =>
    UnitKind.parse({
      code: row.code,
      level: row.level,
      name: row.name,
      nameEn: row.name_en,
      under: row.under,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    }),
  );
}

/** The units that the actor sees, with all their versions; nobody else changes the tree until the transaction ends. */
export async function lockRegister(trx: ActorTransaction, tenantId: TenantId): Promise<UnitRegister> {
  await sql`select pg_advisory_xact_lock(${LOCK}, hashtext(${tenantId}))`.execute(trx);
  const rows = await trx.selectFrom('unit_version').selectAll().where('tenant_id', '=', tenantId).execute();
  return registerOf(rows.map(toUnitVersion));
}

/** Parents before children; siblings by kind, departments before communes, then in the Vietnamese order of names. */
export async function listVersionsOn(
  trx: ActorTransaction,
  tenantId: TenantId,
  day: Day,
): Promise<UnitVersion[]> {
  const rows = await trx
    .selectFrom('unit_version')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy(sql`length(path) - length(replace(path, '/', ''))`)
    .orderBy(sql`(select position from unit_kind where unit_kind.code = unit_version.kind)`)
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('unit_id')
    .execute();
  return rows.map(toUnitVersion);
}

/** In order of time. */
export async function listVersionsOf(
  trx: ActorTransaction,
  tenantId: TenantId,
  unitId: UnitId,
): Promise<UnitVersion[]> {
  const rows = await trx
    .selectFrom('unit_version')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', unitId)
    .orderBy('valid_from')
    .execute();
  return rows.map(toUnitVersion);
}

/** What happened to the unit and what it came from, in order of time. */
export async function listSuccessionsOf(
  trx: ActorTransaction,
  tenantId: TenantId,
  unitId: UnitId,
): Promise<UnitSuccession[]> {
  const rows = await trx
    .selectFrom('unit_succession')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where((eb) => eb.or([eb('from_unit_id', '=', unitId), eb('to_unit_id', '=', unitId)]))
    .orderBy('day')
    .orderBy('succession_id')
    .execute();
  return rows.map(toUnitSuccession);
}

/** The last name of each of these units, seen or not: a predecessor's name is part of the successor's history. */
export async function findLastNames(
  trx: ActorTransaction,
  tenantId: TenantId,
  unitIds: readonly UnitId[],
): Promise<Map<UnitId, string>> {
  if (unitIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('unit_version')
    .select(['unit_id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('unit_id', 'in', [...unitIds])
    .orderBy('valid_from')
    .execute();
  return new Map(rows.map((row) => [row.unit_id as UnitId, row.name]));
}

/** `successionIds` has one id for each succession of the change. */
export async function saveChange(
  trx: ActorTransaction,
  tenantId: TenantId,
  change: UnitChange,
  successionIds: readonly string[],
): Promise<void> {
  const newcomers = change.begun.map((version) => ({ tenant_id: tenantId, unit_id: version.unitId }));
  for (const version of [...change.closed, ...change.amended]) await updateVersion(trx, tenantId, version);
  if (newcomers.length > 0) {
    await trx
      .insertInto('unit')
      .values(newcomers)
      .onConflict((known) => known.doNothing())
      .execute();
    await trx
      .insertInto('unit_version')
      .values(change.begun.map((version) => toRow(tenantId, version)))
      .execute();
  }
  if (change.successions.length === 0) return;
  await trx
    .insertInto('unit_succession')
    .values(
      change.successions.map((succession, at) => ({
        tenant_id: tenantId,
        succession_id: successionIds[at] ?? '',
        kind: succession.kind,
        from_unit_id: succession.fromUnitId,
        to_unit_id: succession.toUnitId,
        day: succession.day,
        decision: JSON.stringify(succession.decision),
      })),
    )
    .execute();
}

async function updateVersion(trx: ActorTransaction, tenantId: TenantId, version: UnitVersion): Promise<void> {
  const { code, name, kind } = version;
  await trx
    .updateTable('unit_version')
    .set({ valid_to: version.validTo, code, name, kind, parent_id: version.parentId, path: version.path })
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', version.unitId)
    .where('valid_from', '=', version.validFrom)
    .execute();
}

const FOLLOWERS = ['person', 'position', 'assignment'] as const;

/**
 * Rows that live follow their unit: people of a merged unit stand on the books of its successor, and every row gets the
 * path that its unit has on the day, or last had. Run after a change of the tree and at the start of each day, for
 * changes decided ahead. Answers how many rows moved.
 */
export async function settleUnitPaths(trx: ActorTransaction, tenantId: TenantId, day: Day): Promise<number> {
  let moved = await followMergers(trx, tenantId, day);
  for (const table of FOLLOWERS) {
    const result = await sql`
      update ${sql.table(table)} as follower set unit_path = place.path
      from (select distinct on (unit_id) unit_id, path from unit_version
            where tenant_id = ${tenantId} and valid_from <= ${day} order by unit_id, valid_from desc) as place
      where follower.tenant_id = ${tenantId} and follower.unit_id = place.unit_id
        and follower.unit_path <> place.path`.execute(trx);
    moved += Number(result.numAffectedRows ?? 0n);
  }
  return moved;
}

/** A successor may have merged in its turn: goes on until nobody stands on the books of a merged unit. */
async function followMergers(trx: ActorTransaction, tenantId: TenantId, day: Day): Promise<number> {
  const result = await sql`
    update person set unit_id = merger.to_unit_id
    from unit_succession as merger
    where person.tenant_id = ${tenantId} and merger.tenant_id = ${tenantId} and merger.kind = 'merged_into'
      and merger.from_unit_id = person.unit_id and merger.day <= ${day}
      and (person.left_on is null or person.left_on > merger.day)`.execute(trx);
  const moved = Number(result.numAffectedRows ?? 0n);
  return moved === 0 ? 0 : moved + (await followMergers(trx, tenantId, day));
}

function toRow(tenantId: TenantId, version: UnitVersion) {
  return {
    tenant_id: tenantId,
    unit_id: version.unitId,
    valid_from: version.validFrom,
    valid_to: version.validTo,
    code: version.code,
    name: version.name,
    kind: version.kind,
    parent_id: version.parentId,
    path: version.path,
  };
}

function toUnitVersion(row: Selectable<DB['unit_version']>): UnitVersion {
  return {
    unitId: row.unit_id as UnitId,
    code: row.code,
    name: row.name,
    kind: row.kind,
    parentId: row.parent_id as UnitId | null,
    path: row.path,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

function toUnitSuccession(row: Selectable<DB['unit_succession']>): UnitSuccession {
  return {
    kind: SuccessionKind.parse(row.kind),
    fromUnitId: row.from_unit_id as UnitId | null,
    toUnitId: row.to_unit_id as UnitId | null,
    day: row.day,
    decision: Decision.parse(row.decision),
  };
}
