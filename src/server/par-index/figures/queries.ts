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
  readonly enteredAt: string;
  readonly enteredBy: string | null;
};

/** Of one unit or one criterion only, where named. */
export async function listFigures(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  only: { readonly unitId?: UnitId | undefined; readonly code?: string | undefined } = {},
): Promise<KeptFigure[]> {
  let asked = trx
    .selectFrom('figure')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('scorecard_id', '=', scorecardId)
    .where('period', '=', period);
  if (only.unitId !== undefined) asked = asked.where('unit_id', '=', only.unitId);
  if (only.code !== undefined) asked = asked.where('criterion_code', '=', only.code);
  const rows = await asked.orderBy('unit_id').orderBy(sql`criterion_code collate "C"`).execute();
  return rows.map(toKeptFigure);
}

export async function saveFigures(
  trx: ActorTransaction,
  tenantId: TenantId,
  { scorecardId, period }: Campaign,
  figures: readonly KeptFigure[],
): Promise<void> {
  if (figures.length === 0) return;
  const rows = figures.map((figure) => ({
    unit_id: figure.unitId,
    unit_path: figure.unitPath,
    code: figure.code,
    input: figure.input,
    revision: figure.revision,
    at: figure.enteredAt,
    by: figure.enteredBy,
  }));
  await sql`
    insert into figure (tenant_id, scorecard_id, period, unit_id, criterion_code, unit_path, input, revision,
      entered_at, entered_by)
    select ${tenantId}::uuid, ${scorecardId}::uuid, ${period}, unit_id, code, unit_path, input, revision, at, "by"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(unit_id uuid, code text, unit_path text, input text,
      revision integer, at timestamptz, "by" uuid)
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

function toKeptFigure(row: Selectable<DB['figure']>): KeptFigure {
  return {
    unitId: row.unit_id as UnitId,
    unitPath: row.unit_path,
    code: row.criterion_code,
    input: row.input,
    revision: row.revision,
    enteredAt: row.entered_at.toString(),
    enteredBy: row.entered_by,
  };
}
