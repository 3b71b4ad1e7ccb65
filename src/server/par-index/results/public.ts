import { sql } from 'kysely';
import type { Actor } from '../../../domain/kernel/actor.ts';
import { PersonId, type TenantId, UnitId } from '../../../domain/kernel/id.ts';
import { Decision } from '../../../domain/organization/unit.ts';
import { IndexKind, type ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import type { PublishedCampaign } from '../../../portal/published-results.ts';
import type { ActorTransaction } from '../../db/actor.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A citizen: sees issued scorecards, and of results only what is published; row-level security sees to it. */
export function citizenOf(tenantId: TenantId): Actor {
  const unitId = UnitId.parse(NOBODY);
  return {
    tenantId,
    personId: PersonId.parse(NOBODY),
    accountId: '',
    grants: [{ permission: 'scorecard.read', path: '/', unitId }],
  };
}

/** Published results, newest period first. */
export async function listPublished(
  trx: ActorTransaction,
  tenantId: TenantId,
  only: { readonly code?: string; readonly period?: string } = {},
): Promise<(PublishedCampaign & { scorecardId: ScorecardId })[]> {
  const { rows } = await sql<{
    scorecard_id: string;
    code: string;
    name: string;
    index_kind: string;
    period: string;
    published_at: { toString(): string };
    decision: unknown;
    hash: string;
    units: number;
  }>`
    select scorecard.scorecard_id, scorecard.code, scorecard.name, scorecard.index_kind, publication.period,
      publication.published_at, publication.decision, publication.hash,
      (select count(*) from result
        where result.tenant_id = publication.tenant_id and result.scorecard_id = publication.scorecard_id
          and result.period = publication.period) as units
    from publication
    join scorecard on scorecard.tenant_id = publication.tenant_id
      and scorecard.scorecard_id = publication.scorecard_id
    where publication.tenant_id = ${tenantId}
      and (${only.code ?? null}::text is null or scorecard.code = ${only.code ?? null})
      and (${only.period ?? null}::text is null or publication.period = ${only.period ?? null})
    order by scorecard.index_kind, publication.period desc, publication.published_at desc
    limit 200`.execute(trx);
  return rows.map((row) => ({
    scorecardId: row.scorecard_id as ScorecardId,
    code: row.code,
    name: row.name,
    indexKind: IndexKind.parse(row.index_kind),
    period: row.period,
    publishedAt: row.published_at.toString(),
    decision: Decision.parse(row.decision),
    hash: row.hash,
    units: row.units,
  }));
}
