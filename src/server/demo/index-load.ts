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
 * published tables of others, and whatever `more` was done between: all of it through the same services as a person's work, so that journal and results are what they would be.
 */
export async function loadIndex(place: IndexPlace, more: readonly Deed[] = []): Promise<void> {
  const file = readIndexFile();
  const deeds = [
    ...file.cchc.flatMap((year) => deedsOfYear(place, file, year)),
    ...deedsOfQuarters(place, file),
    ...file.invented.flatMap((plan) => deedsOfInvented(place, file, plan)),
    ...PUBLISHED.map((name) => taking(place, name)),
    ...more,
  ];
  for (const { does } of deeds.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) await does();
}

/** Something that was done on a day: deeds come in the order of their days, as the journal tells them. */
export type Deed = { readonly day: string; readonly does: () => Promise<unknown> };

function taking(place: IndexPlace, name: string): Deed {
  const day = '2026-02-02';
  const document = readData(`published/${name}.json`);
  return { day, does: () => importTable(at(place, day), { document, dryRun: false }) };
}

function deedsOfYear(place: IndexPlace, file: IndexFile, plan: Year): Deed[] {
  const { year, decision, published } = plan;
  const scorecard = issuing(place, 'cchc', scorecardOf(COMMUNES, plan), decision);
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
  return [scorecard.deed, ...filling(place, scorecard, { period: String(year), units, published })];
}

function deedsOfQuarters(place: IndexPlace, file: IndexFile): Deed[] {
  const document = readData('scorecards/qd-766-2022.json');
  const scorecard = issuing(place, 'qd766', document, file.qd766.decision);
  const templates = readTemplates('scorecards/qd-766-2022.example-figures.json');
  const quarters = file.qd766.quarters;
  const filled = quarters.flatMap(({ period, published }, position) => {
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
    return filling(place, scorecard, { period, units, published });
  });
  return [scorecard.deed, ...filled];
}

/** Years of an index whose figures follow from its rules and from how the unit does on the whole. */
function deedsOfInvented(place: IndexPlace, file: IndexFile, plan: Invented): Deed[] {
  return plan.years.flatMap((year) => {
    const document = scorecardOf(plan.scorecard, year);
    const scorecard = issuing(place, plan.indexKind, document, year.decision);
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
    const { published } = year;
    return [scorecard.deed, ...filling(place, scorecard, { period: `${year.year}`, units, published })];
  });
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

type Filling = {
  readonly period: Period;
  readonly units: readonly WrittenUnit[];
  readonly published: Decision | null;
};

/** The figures are taken on the last day of the period, or today where it still runs; publishing follows its decision. */
function filling(
  place: IndexPlace,
  { issued }: ReturnType<typeof issuing>,
  { period, units, published }: Filling,
): Deed[] {
  const last = lastDayOf(period);
  const today = place.now.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString();
  const [day = last] = [last, today].sort();
  const document = writeJson({ format: FIGURES_FORMAT, units: [...units] });
  const take = async () => {
    const asked = { scorecardId: issued(), period, document, dryRun: false };
    const { faults, units: fates } = await importFigures(at(place, day), asked);
    const refused = [...faults, ...fates.flatMap((fate) => fate.faults)];
    if (refused.length > 0)
      throw new Error(`the demonstration's figures are at fault: ${JSON.stringify(refused[0])}`);
  };
  if (published === null) return [{ day, does: take }];
  const decided = published.date ?? last;
  const publishing = () =>
    publish(at(place, decided), { scorecardId: issued(), period, decision: published });
  return [
    { day, does: take },
    { day: decided, does: publishing },
  ];
}

/** The deed that issues a scorecard, and after it the scorecard. */
function issuing(
  place: IndexPlace,
  indexKind: IndexKind,
  document: string,
  decision: Decision,
): { readonly deed: Deed; readonly issued: () => ScorecardId } {
  const day = decision.date ?? '2024-01-12';
  let id: ScorecardId | undefined;
  const does = async () => {
    const change = at(place, day);
    const draft = await importScorecard(change, { indexKind, document, ownerUnitId: place.rootId });
    const { scorecardId, revision } = draft;
    await issueScorecard(change, { scorecardId, revision, decision });
    id = scorecardId;
  };
  const issued = () => {
    if (id === undefined) throw new Error(`the demonstration issues no ${indexKind} before ${day}`);
    return id;
  };
  return { deed: { day, does }, issued };
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

/** At nine in the morning of that day, and never later than now, in the name of the reform office. */
export function at({ trx, tenantId, now: latest, personId, rootId }: IndexPlace, day: string): Change {
  const morning = Temporal.Instant.from(`${day}T09:00:00+07:00`);
  const now = Temporal.Instant.compare(morning, latest) > 0 ? latest : morning;
  const grants = PERMISSIONS.map((permission) => ({ permission, path: '/', unitId: rootId }));
  const actor: Actor = { tenantId, personId, accountId: '', grants };
  return { trx, actor, now };
}
