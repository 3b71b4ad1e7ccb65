import { AppError } from '../../../domain/kernel/app-error.ts';
import { type Fault, fault } from '../../../domain/kernel/fault.ts';
import { isUnreadable, type Json, readJson, writeJson } from '../../../domain/kernel/json.ts';
import type { Steps } from '../../../domain/kernel/steps.ts';
import { toRowFault } from '../../../domain/organization/tree/import.ts';
import type { FiguresImported, ImportFigures } from '../../../domain/par-index/campaign/figure-record.ts';
import { mayEditFigures } from '../../../domain/par-index/campaign/policy.ts';
import { readingFigures } from '../../../domain/par-index/figures/read-figures.ts';
import type { Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { asProduct } from '../../db/actor.ts';
import { record } from '../../journal/record.ts';
import type { Change } from '../../organization/change.ts';
import { nationalCalendar } from '../calendar.ts';
import { beginCampaign, checkCampaign, listNewcomers, unitsAdded } from '../campaigns/open.ts';
import {
  addCampaignUnits,
  type CampaignUnit,
  listCampaignUnits,
  saveCampaignUnit,
} from '../campaigns/queries.ts';
import { scorecardOf } from '../documents.ts';
import { inTurns } from '../in-turns.ts';
import { findReferences } from '../results/compute.ts';
import type { KeptScorecard } from '../scorecards/queries.ts';
import { getScorecard } from '../scorecards/service.ts';
import { type KeptFigure, listFigures } from './queries.ts';
import { type CellChange, changeFigures, lockOpen, unitDescribed } from './service.ts';

type Fate = FiguresImported['units'][number];

/** What a document says of one unit, and which unit of the tenant it means. */
type Row = {
  readonly raw: { readonly [key: string]: Json };
  readonly faults: Fault[];
  unit: CampaignUnit | undefined;
  newcomer: boolean;
  /** As it was, where the document says something else of it than before. */
  was: CampaignUnit | undefined;
  cells: Fate['cells'];
};

/**
 * Figures of many units at once; what the document does not name stays as it is. For who keeps the scorecard it also
 * opens the period. Every unit's fate is told; with one fault anywhere, or as a `dryRun`, nothing is stored. @throws AppError `not_found`, `forbidden`, `rule_broken`
 */
export async function importFigures(change: Change, input: ImportFigures): Promise<FiguresImported> {
  const { trx, actor } = change;
  const kept = await getScorecard(change, input.scorecardId);
  const read = readJson(input.document);
  if (isUnreadable(read.faults)) throw new AppError('invalid_input', read.faults);
  const keeps = mayEditFigures(actor, { unitPath: kept.ownerPath });
  if (keeps) await checkCampaign(change, kept, input);
  const { scorecard } = keeps ? { scorecard: scorecardOf(kept.document) } : await lockOpen(change, input);
  const found = await findFaults(read.value, scorecard, read.faults);
  const rows = await findUnits(change, kept, input, rowsOf(read.value), keeps);
  const placed = found.filter(({ path: [list, at] }) => list === 'units' && typeof at === 'number');
  for (const each of placed) rows[Number(each.path[1])]?.faults.push(each);
  const faults = found.filter((each) => !placed.includes(each));
  const judged = rows.flatMap(({ unit }) => unit ?? []);
  const unitIds = judged.map(({ unitId }) => unitId);
  const { kept: before, references } = await asProduct(trx, actor, async () => ({
    kept: await listFigures(trx, actor.tenantId, input, { unitIds }),
    references: await findReferences(change, input, scorecard),
  }));
  const cells = await inTurns(merging(before, rows));
  const refused = faults.length > 0 || rows.some((row) => row.faults.length > 0);
  const units = rows.map(fateOf);
  if (refused || input.dryRun) return { done: false, units, faults: faults.map(toRowFault) };
  if (keeps) await beginCampaign(change, kept, input);
  await store(change, kept, input, rows);
  const touched = rows.filter(isTouched).flatMap(({ unit }) => unit ?? []);
  await changeFigures(change, input, scorecard, {
    units: touched,
    cells,
    references,
    told: { action: 'figures.imported' },
  });
  return { done: true, units, faults: [] };
}

async function findFaults(
  value: Json,
  scorecard: Scorecard,
  written: readonly Fault[],
): Promise<readonly Fault[]> {
  try {
    await inTurns(readingFigures(value, scorecard, nationalCalendar(), written));
    return [];
  } catch (error) {
    if (error instanceof AppError) return error.faults;
    throw error;
  }
}

function rowsOf(value: Json): Row[] {
  const units = isObject(value) ? value.units : undefined;
  if (!Array.isArray(units)) return [];
  return units.map((raw) => ({
    raw: isObject(raw) ? raw : {},
    faults: [],
    unit: undefined,
    newcomer: false,
    was: undefined,
    cells: { added: 0, changed: 0, same: 0 },
  }));
}

/** Units are found by their codes: those judged already, and, for who keeps the scorecard, the others of the block. */
async function findUnits(
  change: Change,
  kept: KeptScorecard,
  input: ImportFigures,
  rows: Row[],
  keeps: boolean,
): Promise<Row[]> {
  const { trx, actor } = change;
  const judged = await listCampaignUnits(trx, actor.tenantId, input);
  const byCode = new Map(judged.map((unit) => [unit.code, unit]));
  const scorecard = scorecardOf(kept.document);
  const others = keeps ? await listNewcomers(change, kept, scorecard, input.period) : [];
  const newcomers = new Map(others.map((unit) => [unit.code, unit]));
  for (const [at, row] of rows.entries()) {
    const { code, kind } = row.raw;
    if (typeof code !== 'string') continue;
    const known = byCode.get(code);
    const unit = known ?? newcomers.get(code);
    const say = (key: string, broken: string, detail?: Fault['detail']) =>
      row.faults.push(fault(['units', at, key], broken, detail));
    if (unit === undefined) say('code', 'unknown_unit_code', { code });
    else if (!mayEditFigures(actor, unit)) say('code', 'unit_not_yours', { name: unit.name });
    else if (typeof kind === 'string' && kind !== unit.kind)
      say('kind', 'unit_kind_differs', { kind: unit.kind, name: unit.name });
    if (unit === undefined) continue;
    const described = describe(unit, row.raw);
    row.unit = described;
    row.newcomer = known === undefined;
    const changed = known === undefined ? [] : FACE.filter((key) => !sameText(known[key], described[key]));
    row.was = changed.length === 0 ? undefined : known;
    const [first] = changed;
    if (first !== undefined && !keeps) say(first, 'unit_description_not_yours', { name: unit.name });
  }
  return rows;
}

/** What the document leaves out of tags, flags and ranking stays as it is. */
function describe(unit: CampaignUnit, raw: Row['raw']): CampaignUnit {
  const { tags, flags, ranked } = raw;
  return {
    ...unit,
    tags: textsOf(tags) ?? unit.tags,
    flags: textsOf(flags) ?? unit.flags,
    ranked: typeof ranked === 'boolean' ? ranked : unit.ranked,
  };
}

/** What is said of a unit in a period. */
const FACE = ['tags', 'flags', 'ranked'] as const;

function sameText(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The figures that are new or other than before, counted in their rows; a row a step. */
function* merging(before: readonly KeptFigure[], rows: readonly Row[]): Steps<CellChange[]> {
  const ofUnits = Map.groupBy(before, ({ unitId }) => unitId);
  const cells: CellChange[] = [];
  for (const row of rows) {
    yield;
    const { unit, raw } = row;
    const inputs = isObject(raw.inputs) ? raw.inputs : {};
    if (unit === undefined) {
      row.cells.added = Object.keys(inputs).length;
      continue;
    }
    const { unitId, unitPath } = unit;
    const kept = new Map((ofUnits.get(unitId) ?? []).map((figure) => [figure.code, figure]));
    for (const [code, given] of Object.entries(inputs)) {
      const was = kept.get(code);
      const input = writeJson(given);
      const fate = was === undefined ? 'added' : sameInput(was.input, input) ? 'same' : 'changed';
      row.cells[fate] += 1;
      if (fate === 'same') continue;
      const revision = (was?.revision ?? 0) + 1;
      cells.push({ before: was, after: { unitId, unitPath, code, input, revision } });
    }
  }
  return cells;
}

/** Written alike but for blanks. */
function sameInput(was: string, is: string): boolean {
  return was === is || writeJson(readJson(was).value) === is;
}

function isTouched({ newcomer, was, cells }: Row): boolean {
  return newcomer || was !== undefined || cells.added + cells.changed > 0;
}

function fateOf(row: Row): Fate {
  const { raw, unit, faults, newcomer, cells } = row;
  const code = typeof raw.code === 'string' ? raw.code : '';
  const fate = faults.length > 0 ? 'refused' : newcomer ? 'new' : isTouched(row) ? 'changed' : 'same';
  const name = unit?.name ?? (typeof raw.name === 'string' ? raw.name : code);
  return { code, name, unitId: unit?.unitId ?? null, fate, cells, faults: faults.map(toRowFault) };
}

async function store(
  change: Change,
  kept: KeptScorecard,
  campaign: ImportFigures,
  rows: readonly Row[],
): Promise<void> {
  const { trx, actor, now } = change;
  const added = rows.flatMap(({ newcomer, unit }) => (newcomer && unit !== undefined ? [unit] : []));
  await addCampaignUnits(trx, actor.tenantId, campaign, added);
  const described = rows.flatMap(({ was, unit }) =>
    was === undefined || unit === undefined ? [] : [{ was, unit }],
  );
  for (const { unit } of described)
    await saveCampaignUnit(trx, actor.tenantId, campaign, { ...unit, revision: unit.revision + 1 });
  const opened = added.length === 0 ? [] : [unitsAdded(kept, campaign, added)];
  await record(trx, actor, now, [
    ...opened,
    ...described.map(({ was, unit }) => unitDescribed(campaign, was, unit)),
  ]);
}

function textsOf(raw: Json | undefined): string[] | undefined {
  if (!Array.isArray(raw)) return undefined;
  const texts = raw.filter((each) => typeof each === 'string');
  return texts.length === raw.length ? texts : undefined;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
