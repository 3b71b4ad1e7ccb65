import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../domain/kernel/actor.ts';
import type { PersonId, TenantId, UnitId } from '../../domain/kernel/id.ts';
import { type Json, readJson, writeJson } from '../../domain/kernel/json.ts';
import { PERMISSIONS } from '../../domain/kernel/permission.ts';
import type { Decision, UnitVersion } from '../../domain/organization/unit.ts';
import { lastDayOf, type Period } from '../../domain/par-index/campaign/period.ts';
import type { IndexKind, ScorecardId } from '../../domain/par-index/campaign/scorecard-record.ts';
import { FIGURES_FORMAT } from '../../domain/par-index/figures/figures.ts';
import { readScorecard } from '../../domain/par-index/scorecard/read-scorecard.ts';
import type { ActorTransaction } from '../db/actor.ts';
import type { Change } from '../organization/change.ts';
import { importFigures } from '../par-index/figures/import.ts';
import { importTable } from '../par-index/published/service.ts';
import { publish } from '../par-index/results/publish.ts';
import { importScorecard, issueScorecard } from '../par-index/scorecards/service.ts';
import { draw, drift } from './index-figures.ts';
import {
  type IndexFile,
  type Invented,
  type Pair,
  readData,
  readIndexFile,
  readTemplates,
  type Year,
} from './index-file.ts';
import { invent } from './index-invented.ts';

/** What the index of the demonstration is loaded into. */
export type IndexPlace = {
  readonly trx: ActorTransaction;
  readonly tenantId: TenantId;
  readonly now: Temporal.Instant;
  /** In whose name it was all done: the head of the reform office. */
  readonly personId: PersonId;
  readonly rootId: UnitId;
  readonly unitsOn: (day: string) => readonly UnitVersion[];
  /** The units that merged into this one; a unit that went on as it was comes from itself. */
  readonly from: (code: string) => readonly string[];
};

const COMMUNES = 'scorecards/minh-hoa-xa-2026.json';
const PUBLISHED = ['dong-anh-2018', 'binh-duong-2017', 'quan-3-2019'];

/**
 * Three years of the communes that have whole data, QĐ 766 by quarter, satisfaction and governance by year, and the
 * published tables of others: all of it through the same services as a person's work, so that journal and results are what they would be.
 */
export async function loadIndex(place: IndexPlace): Promise<void> {
  const file = readIndexFile();
  for (const year of file.cchc) await loadYear(place, file, year);
  await loadQuarters(place, file);
  for (const plan of file.invented) await loadInvented(place, file, plan);
  for (const name of PUBLISHED)
    await importTable(at(place, '2026-02-02'), {
      document: readData(`published/${name}.json`),
      dryRun: false,
    });
}

async function loadYear(place: IndexPlace, file: IndexFile, plan: Year): Promise<void> {
  const { year, decision, published } = plan;
  const scorecardId = await issue(place, 'cchc', scorecardOf(COMMUNES, plan), decision);
  const templates = readTemplates('scorecards/minh-hoa-xa-2026.figures.json');
  const units = judgedIn(place, file.units, year).flatMap(({ unit, pair }) => {
    const template = templates.get(pair[1]);
    if (template === undefined) return [];
    const own = Object.entries(template.inputs).map(([code, input]): [string, Json] => [
      code,
      year === 2026
        ? input
        : drift(input, code, { seed: unit.code, year, perMille: driftOf(unit.code, year) }),
    ]);
    return [
      {
        ...{ code: unit.code, name: unit.name, kind: unit.kind, flags: template.flags },
        tags: year === 2025 ? template.tags : tagsLater(template.tags),
        ranked: !plan.unranked.includes(unit.code),
        inputs: Object.fromEntries(own),
      },
    ];
  });
  await fill(place, { scorecardId, period: String(year) }, units, published);
}

async function loadQuarters(place: IndexPlace, file: IndexFile): Promise<void> {
  const document = readData('scorecards/qd-766-2022.json');
  const scorecardId = await issue(place, 'qd766', document, file.qd766.decision);
  const templates = readTemplates('scorecards/qd-766-2022.example-figures.json');
  const quarters = file.qd766.quarters;
  for (const [position, { period, published }] of quarters.entries()) {
    const year = Number(period.slice(0, 4));
    const units = judgedIn(place, file.units, 2026).flatMap(({ unit, pair }) => {
      const template = templates.get(pair[2]);
      if (template === undefined) return [];
      const slower = (quarters.length - 1 - position) * 12;
      const perMille = (draw(unit.code) % 81) - 60 - slower + (draw(`${unit.code} ${period}`) % 31);
      const inputs = Object.entries(template.inputs).map(([code, input]): [string, Json] => [
        code,
        drift(input, code, { seed: `${unit.code} ${period}`, year, perMille }),
      ]);
      const { code, name, kind } = unit;
      return [{ code, name, kind, tags: [], flags: [], ranked: true, inputs: Object.fromEntries(inputs) }];
    });
    await fill(place, { scorecardId, period }, units, published);
  }
}

/** Years of an index whose figures follow from its rules and from how the unit does on the whole. */
async function loadInvented(place: IndexPlace, file: IndexFile, plan: Invented): Promise<void> {
  for (const year of plan.years) {
    const document = scorecardOf(plan.scorecard, year);
    const scorecardId = await issue(place, plan.indexKind, document, year.decision);
    const leaves = readScorecard(readJson(document).value).nodes.filter((node) => node.type === 'leaf');
    const units = judgedIn(place, file.units, year.year).flatMap(({ unit, pair }) => {
      const { code, name, kind } = unit;
      if (year.absent.includes(pair[0])) return [];
      const level = levelOf(pair[2], `${plan.indexKind} ${code}`, year.year) - plan.below;
      const inputs = leaves.flatMap((leaf): [string, Json][] => {
        const words = `${plan.indexKind} ${code} ${year.year} ${leaf.code}`;
        const input = invent(leaf.rule, { words, level });
        return input === undefined ? [] : [[leaf.code, input]];
      });
      const ranked = !year.unranked.includes(code);
      return [{ code, name, kind, tags: [], flags: [], ranked, inputs: Object.fromEntries(inputs) }];
    });
    await fill(place, { scorecardId, period: `${year.year}` }, units, year.published);
  }
}

const LEVELS: Readonly<Record<string, number>> = {
  'phuong-dong-kieu': 905,
  'xa-thach-vinh': 865,
  'xa-suoi-nua': 790,
};

/** Of 1000, by what kind of place it is; years before were weaker for most. */
function levelOf(like: string, words: string, year: number): number {
  const own = (draw(words) % 91) - 45;
  return (LEVELS[like] ?? 850) + own - (2026 - year) * 16 + (draw(`${words} ${year}`) % 51) - 25;
}

type WrittenUnit = { readonly [key: string]: Json };

async function fill(
  place: IndexPlace,
  campaign: { scorecardId: ScorecardId; period: Period },
  units: readonly WrittenUnit[],
  published: Decision | null,
): Promise<void> {
  const last = lastDayOf(campaign.period);
  const today = place.now.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString();
  const document = writeJson({ format: FIGURES_FORMAT, units: [...units] });
  const [day = last] = [last, today].sort();
  const change = at(place, day);
  const { faults, units: fates } = await importFigures(change, { ...campaign, document, dryRun: false });
  const refused = [...faults, ...fates.flatMap((fate) => fate.faults)];
  if (refused.length > 0)
    throw new Error(`the demonstration's figures are at fault: ${JSON.stringify(refused[0])}`);
  if (published !== null)
    await publish(at(place, published.date ?? last), { ...campaign, decision: published });
}

async function issue(
  place: IndexPlace,
  indexKind: IndexKind,
  document: string,
  decision: Decision,
): Promise<ScorecardId> {
  const change = at(place, decision.date ?? '2024-01-12');
  const draft = await importScorecard(change, { indexKind, document, ownerUnitId: place.rootId });
  const { scorecardId, revision } = draft;
  await issueScorecard(change, { scorecardId, revision, decision });
  return scorecardId;
}

/** An illustrative scorecard as that year's. */
function scorecardOf(path: string, { year, block }: Pick<Year, 'year' | 'block'>): string {
  return readData(path)
    .replaceAll('2026', String(year))
    .replace(/"block": \[[^\]]*\]/, `"block": ${JSON.stringify(block)}`);
}

/** Units that were there on the last day of the year, each with the pair whose figures it has. */
function judgedIn(
  { unitsOn, from }: IndexPlace,
  pairs: readonly Pair[],
  year: number,
): { unit: UnitVersion; pair: Pair }[] {
  const units = new Map(unitsOn(`${year}-12-31`).map((unit) => [unit.code, unit]));
  return pairs.flatMap((pair) =>
    (units.has(pair[0]) ? [pair[0]] : from(pair[0])).flatMap((code) => {
      const unit = units.get(code);
      return unit === undefined ? [] : [{ unit, pair }];
    }),
  );
}

/** Most were weaker before; some were better and fell behind. */
function driftOf(code: string, year: number): number {
  return (draw(`${code} ${year}`) % 131) - 100 - (2026 - year) * 15;
}

/** "Newly merged" is true of the first year only. */
function tagsLater(tags: Json): Json {
  return Array.isArray(tags) ? tags.filter((tag) => tag !== 'moi_sap_nhap') : tags;
}

/** At nine in the morning of that day, in the name of the reform office. */
function at({ trx, tenantId, personId, rootId }: IndexPlace, day: string): Change {
  const now = Temporal.Instant.from(`${day}T09:00:00+07:00`);
  const grants = PERMISSIONS.map((permission) => ({ permission, path: '/', unitId: rootId }));
  const actor: Actor = { tenantId, personId, accountId: '', grants };
  return { trx, actor, now };
}
