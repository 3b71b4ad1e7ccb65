import { type RawBuilder, sql } from 'kysely';
import { UnitId } from '../../domain/kernel/id.ts';
import type { Permission } from '../../domain/kernel/permission.ts';
import { Period } from '../../domain/par-index/campaign/period.ts';
import { ScorecardId } from '../../domain/par-index/campaign/scorecard-record.ts';
import type { WorkItem } from '../../domain/work/contract.ts';
import type { ActorTransaction } from '../db/actor.ts';

/** Whether a path lies where the actor holds the permission. */
function within(path: string, permission: Permission): RawBuilder<boolean> {
  return sql`${sql.ref(path)} like any ((select app_prefixes(${permission}))::text[])`;
}

/** So many of each kind; nobody works through more at once. */
const MOST = 20;

/** The newest campaigns that are not published, with what the actor's own units still owe. */
export async function listMissingFigures(trx: ActorTransaction): Promise<WorkItem[]> {
  const { rows } = await sql<{
    scorecard_id: string;
    name: string;
    period: string;
    missing: number;
    units: number;
    unit_id: string;
    unit_name: string;
  }>`
    select result.scorecard_id, scorecard.name, result.period,
      sum(cardinality(result.missing))::int as missing, count(*)::int as units,
      min(result.unit_id::text) as unit_id, min(result.name) as unit_name
    from result
    join scorecard on scorecard.tenant_id = result.tenant_id and scorecard.scorecard_id = result.scorecard_id
    where result.tenant_id = app_tenant() and not result.published and cardinality(result.missing) > 0
      and ${within('result.unit_path', 'figure.edit')}
    group by result.scorecard_id, scorecard.name, result.period
    order by result.period desc, scorecard.name
    limit ${MOST}`.execute(trx);
  return rows.map((row) => ({
    kind: 'figures_missing',
    scorecardId: ScorecardId.parse(row.scorecard_id),
    name: row.name,
    period: Period.parse(row.period),
    missing: row.missing,
    units: row.units,
    unitId: row.units === 1 ? UnitId.parse(row.unit_id) : null,
    unitName: row.units === 1 ? row.unit_name : null,
  }));
}

export async function listDrafts(trx: ActorTransaction): Promise<WorkItem[]> {
  const { rows } = await sql<{ scorecard_id: string; name: string }>`
    select scorecard_id, name from scorecard
    where tenant_id = app_tenant() and status = 'draft'
      and (${within('owner_path', 'scorecard.edit')} or ${within('owner_path', 'scorecard.issue')})
    order by created_at desc limit ${MOST}`.execute(trx);
  return rows.map((row) => ({
    kind: 'draft_waiting',
    scorecardId: ScorecardId.parse(row.scorecard_id),
    name: row.name,
  }));
}

/** Campaigns that the actor may publish and in which nothing is missing. */
export async function listUnpublished(trx: ActorTransaction): Promise<WorkItem[]> {
  const { rows } = await sql<{ scorecard_id: string; name: string; period: string; units: number }>`
    select campaign.scorecard_id, scorecard.name, campaign.period, count(*)::int as units
    from campaign
    join scorecard on scorecard.tenant_id = campaign.tenant_id and scorecard.scorecard_id = campaign.scorecard_id
    join result on result.tenant_id = campaign.tenant_id and result.scorecard_id = campaign.scorecard_id
      and result.period = campaign.period
    where campaign.tenant_id = app_tenant() and ${within('campaign.owner_path', 'result.publish')}
    group by campaign.scorecard_id, scorecard.name, campaign.period
    having not bool_or(result.published) and max(cardinality(result.missing)) = 0
    order by campaign.period desc, scorecard.name
    limit ${MOST}`.execute(trx);
  return rows.map((row) => ({
    kind: 'result_waiting',
    scorecardId: ScorecardId.parse(row.scorecard_id),
    name: row.name,
    period: Period.parse(row.period),
    units: row.units,
  }));
}

/** People still in office who have been invited and have no account. */
export async function countInvitations(trx: ActorTransaction, now: string, day: string): Promise<WorkItem[]> {
  const { rows } = await sql<{ people: number; expired: number }>`
    with waiting as (
      select person.person_id, max(link.expires_at) filter (where link.email = person.email) as until
      from person
      join access_link as link on link.tenant_id = person.tenant_id and link.person_id = person.person_id
        and link.purpose = 'invitation'
      where person.tenant_id = app_tenant() and person.account_id is null
        and (person.left_on is null or person.left_on > ${day})
        and ${within('person.unit_path', 'person.invite')}
      group by person.person_id
    )
    select count(*)::int as people, (count(*) filter (where until is null or until <= ${now}::timestamptz))::int as expired
    from waiting`.execute(trx);
  const { people = 0, expired = 0 } = rows[0] ?? {};
  return people === 0 ? [] : [{ kind: 'invitations_open', people, expired }];
}

/** Sealing runs every few minutes; what is older than an hour has been passed over. Run as the product. */
export async function countUnsealed(trx: ActorTransaction, now: string): Promise<WorkItem[]> {
  const { rows } = await sql<{ entries: number }>`
    select count(*)::int as entries from journal_entry
    where tenant_id = app_tenant() and at < ${now}::timestamptz - interval '1 hour'
      and entry_no > coalesce((select max(nos[cardinality(nos)]) from
        (select entry_nos as nos from journal_seal where tenant_id = app_tenant()) as sealed), 0)`.execute(
    trx,
  );
  const { entries = 0 } = rows[0] ?? {};
  return entries === 0 ? [] : [{ kind: 'seals_behind', entries }];
}
