import type { UnitId } from '../../../../domain/kernel/id.ts';
import { readJson } from '../../../../domain/kernel/json.ts';
import { takeApart } from '../../../../domain/par-index/figures/parts/take-apart.ts';
import { switchedOff } from '../../../../domain/par-index/figures/read-figures.ts';
import { ruleFor, type Scorecard } from '../../../../domain/par-index/scorecard/scorecard.ts';
import { writeNamed } from '../../../../domain/par-index/written/named-list.ts';
import { withActor } from '../../../db/actor.ts';
import { type RequestContext, signedIn } from '../../../http/context.ts';
import type { Campaign, CampaignUnit } from '../../campaigns/queries.ts';
import { listFigures } from '../../figures/queries.ts';
import { type FigureLayout, shapeFor } from './layout.ts';

/** What stands in each column, as the parts of figures have it. */
export type FigureRow = Readonly<Record<string, string | null>>;

/** Figures of so many units are in memory at a time. */
const PAGE = 100;

/** A row for each unit, with the figures that the caller reads; pages of them, each as the sheet asks for it. */
export async function* figureRows(
  context: RequestContext,
  campaign: Campaign,
  scorecard: Scorecard,
  layout: FigureLayout,
  units: readonly CampaignUnit[],
): AsyncGenerator<FigureRow> {
  const actor = signedIn(context);
  for (let from = 0; from < units.length; from += PAGE) {
    const page = units.slice(from, from + PAGE);
    const unitIds = page.map(({ unitId }) => unitId);
    const figures = await withActor(context.db, actor, (trx) =>
      listFigures(trx, actor.tenantId, campaign, { unitIds }),
    );
    const inputs = inputsOf(figures);
    for (const unit of page) yield figureRow(scorecard, layout, unit, inputs.get(unit.unitId));
  }
}

/** JSON text of each figure, by unit and code. */
export function inputsOf(
  figures: readonly { readonly unitId: UnitId; readonly code: string; readonly input: string }[],
): ReadonlyMap<UnitId, ReadonlyMap<string, string>> {
  const grouped = Map.groupBy(figures, ({ unitId }) => unitId);
  return new Map(
    [...grouped].map(([unitId, list]) => [unitId, new Map(list.map(({ code, input }) => [code, input]))]),
  );
}

/** Without inputs, the row of a template. What a unit is not judged on says so. */
export function figureRow(
  scorecard: Scorecard,
  { leaves, said }: FigureLayout,
  unit: CampaignUnit,
  inputs: ReadonlyMap<string, string> = new Map(),
): FigureRow {
  const { code, name, kind, ranked } = unit;
  const row: Record<string, string | null> = { code, name, kind, ranked: ranked ? '1' : '0' };
  for (const key of ['tags', 'flags'] as const)
    if (unit[key].length > 0) row[key] = writeNamed(unit[key], said[key]);
  const off = switchedOff(scorecard, unit);
  for (const columns of leaves) {
    const { leaf, shapes } = columns;
    const own = off.has(leaf) ? -1 : shapeFor(columns, unit);
    const input = inputs.get(leaf.code);
    const values = input === undefined ? [] : takeApart(ruleFor(leaf, unit), readJson(input).value);
    shapes.forEach(({ keys }, shapeAt) => {
      keys.forEach((key, at) => {
        row[key] = shapeAt === own ? (values[at] ?? null) : 'not_counted';
      });
    });
  }
  return row;
}
