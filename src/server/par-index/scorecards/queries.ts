import { type Selectable, sql } from 'kysely';
import type { TenantId, UnitId } from '../../../domain/kernel/id.ts';
import { Decision } from '../../../domain/organization/unit.ts';
import { IndexKind, type ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import type { ActorTransaction } from '../../db/actor.ts';
import type { DB } from '../../db/tables.generated.ts';

/** A scorecard as it is kept, with its document. */
export type KeptScorecard = {
  readonly scorecardId: ScorecardId;
  readonly indexKind: IndexKind;
  readonly code: string;
  readonly year: number;
  readonly name: string;
  readonly status: 'draft' | 'issued';
  readonly version: number;
  readonly revision: number;
  readonly document: string;
  readonly ownerUnitId: UnitId;
  readonly ownerPath: string;
  readonly copiedFrom: ScorecardId | null;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly issuedAt: string | null;
  readonly issuedBy: string | null;
  readonly decision: Decision | null;
};

/** Newest year first. */
export async function listScorecards(
  trx: ActorTransaction,
  tenantId: TenantId,
  indexKind: IndexKind | undefined,
): Promise<KeptScorecard[]> {
  let asked = trx.selectFrom('scorecard').selectAll().where('tenant_id', '=', tenantId);
  if (indexKind !== undefined) asked = asked.where('index_kind', '=', indexKind);
  const rows = await asked
    .orderBy('year', 'desc')
    .orderBy('index_kind')
    .orderBy('code')
    .orderBy('version', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(toKept);
}

/** A province keeps some dozens over the years. */
const MOST = 500;

export async function findScorecard(
  trx: ActorTransaction,
  tenantId: TenantId,
  scorecardId: ScorecardId,
): Promise<KeptScorecard | undefined> {
  const row = await byId(trx, tenantId, scorecardId).executeTakeFirst();
  return row && toKept(row);
}

/** Nobody else changes the draft until the transaction ends; a scorecard that the actor may not change is not found. */
export async function lockDraft(
  trx: ActorTransaction,
  tenantId: TenantId,
  scorecardId: ScorecardId,
): Promise<KeptScorecard | undefined> {
  const row = await byId(trx, tenantId, scorecardId).forUpdate().executeTakeFirst();
  return row && toKept(row);
}

function byId(trx: ActorTransaction, tenantId: TenantId, scorecardId: ScorecardId) {
  return trx
    .selectFrom('scorecard')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId);
}

const LOCK = 7_320;

/** The number of the next scorecard of this code; nobody else draws one until the transaction ends. */
export async function lockNextVersion(
  trx: ActorTransaction,
  tenantId: TenantId,
  ownerUnitId: UnitId,
  code: string,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(${LOCK}, hashtext(${tenantId}))`.execute(trx);
  const row = await trx
    .selectFrom('scorecard')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('tenant_id', '=', tenantId)
    .where('owner_unit_id', '=', ownerUnitId)
    .where('code', '=', code)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

export async function addScorecard(
  trx: ActorTransaction,
  tenantId: TenantId,
  kept: KeptScorecard,
): Promise<void> {
  await trx
    .insertInto('scorecard')
    .values({
      tenant_id: tenantId,
      scorecard_id: kept.scorecardId,
      index_kind: kept.indexKind,
      code: kept.code,
      year: kept.year,
      name: kept.name,
      status: kept.status,
      version: kept.version,
      revision: kept.revision,
      document: kept.document,
      owner_unit_id: kept.ownerUnitId,
      owner_path: kept.ownerPath,
      copied_from: kept.copiedFrom,
      created_at: kept.createdAt,
      created_by: kept.createdBy,
      issued_at: kept.issuedAt,
      issued_by: kept.issuedBy,
      decision: kept.decision === null ? null : JSON.stringify(kept.decision),
    })
    .execute();
}

export async function saveScorecard(
  trx: ActorTransaction,
  tenantId: TenantId,
  kept: KeptScorecard,
): Promise<void> {
  await trx
    .updateTable('scorecard')
    .set({
      code: kept.code,
      year: kept.year,
      name: kept.name,
      status: kept.status,
      revision: kept.revision,
      document: kept.document,
      issued_at: kept.issuedAt,
      issued_by: kept.issuedBy,
      decision: kept.decision === null ? null : JSON.stringify(kept.decision),
    })
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', kept.scorecardId)
    .execute();
}

function toKept(row: Selectable<DB['scorecard']>): KeptScorecard {
  return {
    scorecardId: row.scorecard_id as ScorecardId,
    indexKind: IndexKind.parse(row.index_kind),
    code: row.code,
    year: row.year,
    name: row.name,
    status: row.status === 'issued' ? 'issued' : 'draft',
    version: row.version,
    revision: row.revision,
    document: row.document,
    ownerUnitId: row.owner_unit_id as UnitId,
    ownerPath: row.owner_path,
    copiedFrom: row.copied_from as ScorecardId | null,
    createdAt: row.created_at.toString(),
    createdBy: row.created_by,
    issuedAt: row.issued_at?.toString() ?? null,
    issuedBy: row.issued_by,
    decision: row.decision === null ? null : Decision.parse(row.decision),
  };
}
