import { type Selectable, sql } from 'kysely';
import type { TenantId, UnitId } from '../../../domain/kernel/id.ts';
import type { ActorTransaction } from '../../db/actor.ts';
import type { DB } from '../../db/tables.generated.ts';
import type { Campaign } from '../campaigns/queries.ts';

/** The figure of one unit for one leaf; `input` is JSON text. */
export type KeptFigure = {
  readonly unitId: UnitId;
  readonly unitPath: string;
  readonly code: string;
  readonly input: string;
  readonly revision: number;
};

/** Who entered a figure, and when. */
export type Entered = { readonly enteredAt: string; readonly enteredBy: string | null };

/** Which figures of a campaign; all of them where nothing is said. */
type Only = {
  readonly unitId?: UnitId | undefined;
  readonly code?: string | undefined;
  readonly unitIds?: readonly UnitId[] | undefined;
  readonly codes?: readonly string[] | undefined;
};

/** In the order of units and codes. */
export async function listFigures(
  trx: ActorTransaction,
  tenantId: TenantId,
  campaign: Campaign,
  only: Only = {},
): Promise<KeptFigure[]> {
  const rows = await asked(trx, tenantId, campaign, only)
    .select(FACE)
    .orderBy('unit_id')
    .orderBy('criterion_code')
    .execute();
  return rows.map(toKeptFigure);
}

/**
 * What a block is computed from: the figures of each unit as the members of a JSON object. A province has tens of
 * thousands, so the database puts them together.
 */
export async function listInputs(
  trx: ActorTransaction,
  tenantId: TenantId,
  campaign: Campaign,
  only: Only = {},
): Promise<Map<UnitId, string>> {
  const rows = await asked(trx, tenantId, campaign, only)
    .select([
      'unit_id',
      sql<string>`string_agg(E'\\n        ' || to_json(criterion_code)::text || ': ' || input, ','
        order by criterion_code collate "C")`.as('inputs'),
    ])
    .groupBy('unit_id')
    .execute();
  return new Map(rows.map(({ unit_id, inputs }) => [unit_id as UnitId, inputs]));
}

/** With who entered them. */
export async function listEntered(
  trx: ActorTransaction,
  tenantId: TenantId,
  campaign: Campaign,
  only: Only = {},
): Promise<(KeptFigure & Entered)[]> {
  const rows = await asked(trx, tenantId, campaign, only)
    .select([...FACE, 'entered_at', 'entered_by'])
    .orderBy('unit_id')
    .orderBy('criterion_code')
    .execute();
  return rows.map((row) => ({
    ...toKeptFigure(row),
    enteredAt: row.entered_at.toString(),
    enteredBy: row.entered_by,
  }));
}

const FACE = ['unit_id', 'unit_path', 'criterion_code', 'input', 'revision'] as const;

function asked(trx: ActorTransaction, tenantId: TenantId, { scorecardId, period }: Campaign, only: Only) {
  let figures = trx
    .selectFrom('figure')
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId)
    .where('period', '=', period);
  if (only.unitId !== undefined) figures = figures.where('unit_id', '=', only.unitId);
  if (only.code !== undefined) figures = figures.where('criterion_code', '=', only.code);
  if (only.unitIds !== undefined)
    figures = figures.where('unit_id', '=', sql<string>`any(${[...only.unitIds]}::uuid[])`);
  if (only.codes !== undefined)
    figures = figures.where('criterion_code', '=', sql<string>`any(${[...only.codes]}::text[])`);
  return figures;
}

export async function saveFigures(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  figures: readonly KeptFigure[],
  { enteredAt, enteredBy }: Entered,
): Promise<void> {
  if (figures.length === 0) return;
  const rows = figures.map((figure) => ({
    unit_id: figure.unitId,
    unit_path: figure.unitPath,
    code: figure.code,
    input: figure.input,
    revision: figure.revision,
  }));
  await sql`
    insert into figure (tenant_id, scorecard_id, period, unit_id, criterion_code, unit_path, input, revision,
      entered_at, entered_by)
    select ${tenantId}::uuid, ${scorecardId}::uuid, ${period}, unit_id, code, unit_path, input, revision,
      ${enteredAt}::timestamptz, ${enteredBy}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(unit_id uuid, code text, unit_path text, input text,
      revision integer)
    on conflict (tenant_id, scorecard_id, period, unit_id, criterion_code) do update
      set input = excluded.input, revision = excluded.revision, entered_at = excluded.entered_at,
        entered_by = excluded.entered_by`.execute(trx);
}

export async function removeFigures(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  cells: readonly { readonly unitId: UnitId; readonly code: string }[],
): Promise<void> {
  if (cells.length === 0) return;
  const rows = cells.map(({ unitId, code }) => ({ unit_id: unitId, code }));
  await sql`
    delete from figure using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as gone(unit_id uuid, code text)
    where figure.tenant_id = ${tenantId} and figure.scorecard_id = ${scorecardId} and figure.period = ${period}
      and figure.unit_id = gone.unit_id and figure.criterion_code = gone.code`.execute(trx);
}

function toKeptFigure(row: Pick<Selectable<DB['figure']>, (typeof FACE)[number]>): KeptFigure {
  return {
    unitId: row.unit_id as UnitId,
    unitPath: row.unit_path,
    code: row.criterion_code,
    input: row.input,
    revision: row.revision,
  };
}
