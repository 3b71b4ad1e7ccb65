import type { Actor } from '../../../domain/kernel/actor.ts';
import type { UnitId } from '../../../domain/kernel/id.ts';
import type { FigureSheet } from '../../../domain/par-index/campaign/figure-record.ts';
import { figures } from '../../../domain/par-index/contract.ts';
import { type ActorTransaction, asProduct } from '../../db/actor.ts';
import { bind, type Call, command, query } from '../../http/operation.ts';
import { type Change, unknown } from '../../organization/change.ts';
import { findNames } from '../../organization/names.ts';
import { openPeriod } from '../campaigns/open.ts';
import { type Campaign, findCampaign, listCampaignUnits } from '../campaigns/queries.ts';
import { loadBlock } from '../results/compute.ts';
import { getScorecard } from '../scorecards/service.ts';
import { importFigures } from './import.ts';
import { listEntered } from './queries.ts';
import { describeUnit, enterFigures, toJudgedUnit } from './service.ts';

const os = bind(figures);

export const figureRoutes = os.router({
  list: os.list.handler((call) =>
    query(call, (trx, actor) => readSheet(trx, actor, call.input, call.input.unitId)),
  ),
  open: os.open.handler((call) => changing(call, (change) => openPeriod(change, call.input))),
  describe: os.describe.handler((call) => changing(call, (change) => describeUnit(change, call.input))),
  save: os.save.handler((call) => changing(call, (change) => enterFigures(change, call.input))),
  import: os.import.handler((call) => changing(call, (change) => importFigures(change, call.input))),
  export: os.export.handler((call) =>
    query(call, async (trx, actor) => {
      await getCampaign(trx, actor, call.input);
      return { document: (await loadBlock({ trx, actor }, call.input)).document };
    }),
  ),
});

function changing<T>(call: Call, run: (change: Change) => Promise<T>): Promise<T> {
  return command(call, (trx, actor) => run({ trx, actor, now: call.context.now }));
}

async function readSheet(
  trx: ActorTransaction,
  actor: Actor,
  campaign: Campaign,
  unitId: UnitId | undefined,
): Promise<FigureSheet> {
  const { publishedAt } = await getCampaign(trx, actor, campaign);
  const published = publishedAt !== null;
  const all = await listCampaignUnits(trx, actor.tenantId, campaign);
  const units = all.filter((unit) => unitId === undefined || unit.unitId === unitId);
  if (unitId !== undefined && units.length === 0) throw unknown('unknown_unit', 'unitId');
  const cells = await listEntered(trx, actor.tenantId, campaign, { unitId });
  const enterers = cells.map(({ enteredBy }) => enteredBy);
  const names = await asProduct(trx, actor, () => findNames(trx, actor.tenantId, enterers));
  return {
    ...{ scorecardId: campaign.scorecardId, period: campaign.period, published },
    units: units.map((unit) => toJudgedUnit(actor, unit, published)),
    cells: cells.map(({ unitPath: _, enteredBy, ...cell }) => ({
      ...cell,
      enteredByName: enteredBy === null ? null : (names.get(enteredBy) ?? null),
    })),
  };
}

async function getCampaign(
  trx: ActorTransaction,
  actor: Actor,
  campaign: Campaign,
): Promise<{ publishedAt: string | null }> {
  await getScorecard({ trx, actor }, campaign.scorecardId);
  const found = await findCampaign(trx, actor.tenantId, campaign);
  if (found === undefined) throw unknown('unknown_period', 'period');
  return found;
}
