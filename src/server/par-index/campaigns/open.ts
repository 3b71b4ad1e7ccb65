import type { Happening } from '../../../domain/journal/entry.ts';
import { AppError } from '../../../domain/kernel/app-error.ts';
import { type Fault, fault } from '../../../domain/kernel/fault.ts';
import type { UnitId } from '../../../domain/kernel/id.ts';
import type { UnitVersion } from '../../../domain/organization/unit.ts';
import type { JudgedUnit, OpenPeriod } from '../../../domain/par-index/campaign/figure-record.ts';
import { lastDayOf, type Period } from '../../../domain/par-index/campaign/period.ts';
import { mayEditFigures } from '../../../domain/par-index/campaign/policy.ts';
import type { Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { asProduct } from '../../db/actor.ts';
import { record } from '../../journal/record.ts';
import { type Change, forbidden } from '../../organization/change.ts';
import { listKinds, listVersionsOn } from '../../organization/unit-queries.ts';
import { scorecardOf } from '../documents.ts';
import { toJudgedUnit } from '../figures/service.ts';
import { computeTouched } from '../results/compute.ts';
import type { KeptScorecard } from '../scorecards/queries.ts';
import { getScorecard } from '../scorecards/service.ts';
import {
  addCampaignUnits,
  type Campaign,
  type CampaignUnit,
  findCampaign,
  listCampaignUnits,
  lockCampaign,
  openCampaign,
} from './queries.ts';

/**
 * Begins a period or adds units to it; each starts with nothing entered. @throws AppError `not_found`, `forbidden`,
 * `rule_broken` when the scorecard is a draft, a unit is not of its block, or the results are published
 */
export async function openPeriod(change: Change, input: OpenPeriod): Promise<{ units: JudgedUnit[] }> {
  const { trx, actor, now } = change;
  const kept = await getScorecard(change, input.scorecardId);
  await beginCampaign(change, kept, input);
  const scorecard = scorecardOf(kept.document);
  const candidates = await listCandidates(change, kept, scorecard, input.period);
  const known = new Set((await listCampaignUnits(trx, actor.tenantId, input)).map(({ unitId }) => unitId));
  const chosen = choose(candidates, input.unitIds);
  const added = chosen.filter(({ unitId }) => !known.has(unitId)).map((unit) => asNewcomer(unit, kept));
  await addCampaignUnits(trx, actor.tenantId, input, added);
  const unitIds = added.map(({ unitId }) => unitId);
  const touched = { unitIds, before: undefined };
  await asProduct(trx, actor, () => computeTouched(change, input, scorecard, touched));
  await record(trx, actor, now, [unitsAdded(kept, input, added)]);
  const units = await listCampaignUnits(trx, actor.tenantId, input);
  return { units: units.map((unit) => toJudgedUnit(actor, unit, false)) };
}

/** The entry that says which units are judged in the period from now on. */
export function unitsAdded(
  { ownerPath }: KeptScorecard,
  { scorecardId, period }: Campaign,
  added: readonly CampaignUnit[],
): Happening {
  return {
    subjectKind: 'scorecard',
    subjectId: scorecardId,
    unitPath: ownerPath,
    action: 'campaign.units_added',
    after: { period, units: added.map(({ name }) => name) },
  };
}

/**
 * The campaign may be begun or added to, whether it is there or not, and nobody else changes it until the transaction
 * ends. @throws AppError `forbidden`, `rule_broken`
 */
export async function checkCampaign(
  { trx, actor }: Change,
  kept: KeptScorecard,
  campaign: Campaign,
): Promise<void> {
  if (!mayEditFigures(actor, { unitPath: kept.ownerPath })) throw forbidden('figure.edit', kept.ownerPath);
  if (kept.status !== 'issued') throw new AppError('rule_broken', [fault([], 'scorecard_is_draft')]);
  await lockCampaign(trx, actor.tenantId, campaign);
  const found = await findCampaign(trx, actor.tenantId, campaign);
  if (found !== undefined && found.publishedAt !== null)
    throw new AppError('rule_broken', [fault([], 'results_are_published')]);
}

/** The campaign is there and open, and nobody else changes it until the transaction ends. */
export async function beginCampaign(change: Change, kept: KeptScorecard, campaign: Campaign): Promise<void> {
  await checkCampaign(change, kept, campaign);
  const { trx, actor, now } = change;
  const opened = { ownerPath: kept.ownerPath, at: now.round('millisecond').toString(), by: actor.personId };
  await openCampaign(trx, actor.tenantId, campaign, opened);
}

/** Units of the scorecard's block below the unit that keeps it, on the last day of the period; communes where it names no block. */
async function listCandidates(
  { trx, actor }: Pick<Change, 'trx' | 'actor'>,
  { ownerPath }: KeptScorecard,
  { block }: Scorecard,
  period: Period,
): Promise<UnitVersion[]> {
  const kinds =
    block ?? (await listKinds(trx)).filter(({ level }) => level === 'commune').map(({ code }) => code);
  const versions = await listVersionsOn(trx, actor.tenantId, lastDayOf(period));
  return versions.filter(({ kind, path }) => kinds.includes(kind) && path.startsWith(ownerPath));
}

/** The same as they would begin in the period. */
export async function listNewcomers(
  asking: Pick<Change, 'trx' | 'actor'>,
  kept: KeptScorecard,
  scorecard: Scorecard,
  period: Period,
): Promise<CampaignUnit[]> {
  return (await listCandidates(asking, kept, scorecard, period)).map((unit) => asNewcomer(unit, kept));
}

function asNewcomer(unit: UnitVersion, { ownerPath }: KeptScorecard): CampaignUnit {
  const { unitId, path, code, name, kind } = unit;
  const nothingSaid = { tags: [], flags: [], ranked: true, revision: 1 };
  return { unitId, unitPath: path, ownerPath, code, name, kind, ...nothingSaid };
}

function choose(candidates: readonly UnitVersion[], asked: readonly UnitId[] | undefined): UnitVersion[] {
  if (asked === undefined) return [...candidates];
  const byId = new Map(candidates.map((unit) => [unit.unitId, unit]));
  const faults: Fault[] = [];
  const chosen = asked.flatMap((unitId, at) => {
    const unit = byId.get(unitId);
    if (unit === undefined) faults.push(fault(['unitIds', at], 'unit_not_of_block'));
    return unit ?? [];
  });
  if (faults.length > 0) throw new AppError('rule_broken', faults);
  return chosen;
}
