import { readJson } from '../../../../domain/kernel/json.ts';
import { FIGURES_FORMAT } from '../../../../domain/par-index/figures/figures.ts';
import { putTogether } from '../../../../domain/par-index/figures/parts/put-together.ts';
import { type PartValue, takeApart } from '../../../../domain/par-index/figures/parts/take-apart.ts';
import { switchedOff } from '../../../../domain/par-index/figures/read-figures.ts';
import { type Judged, ruleFor, type Scorecard } from '../../../../domain/par-index/scorecard/scorecard.ts';
import { readNamed } from '../../../../domain/par-index/written/named-list.ts';
import { figureSheets as en } from '../../../../text/en/figure-sheets.ts';
import { fold } from '../../../../text/fold.ts';
import { figureSheets as vi } from '../../../../text/vi/figure-sheets.ts';
import type { SheetFault } from '../../../sheets/definition.ts';
import type { CampaignUnit } from '../../campaigns/queries.ts';
import { type FigureLayout, type LeafColumns, type SaidKey, shapeFor } from './layout.ts';
import type { FigureRow } from './rows.ts';

/** What is known of the units that the sheet may name. */
export type KnownUnits = {
  readonly byCode: ReadonlyMap<string, CampaignUnit>;
  /** Stored figures as JSON text, by the unit's code and the criterion's. */
  readonly inputs: (unit: CampaignUnit) => ReadonlyMap<string, string>;
};

type Row = { readonly number: number; readonly row: FigureRow };

/**
 * The rows as a `minhchung/figures@1` document, in their order. A cell that says what is stored takes what is stored, to
 * the letter, so that a sheet which was given out changes nothing when it comes back.
 */
export function toDocument(
  scorecard: Scorecard,
  layout: FigureLayout,
  rows: readonly Row[],
  known: KnownUnits,
): { document: string; faults: SheetFault[] } {
  const faults: SheetFault[] = [];
  const units = rows.map((row) => toUnit(scorecard, layout, row, known, faults));
  const document = `{"format": ${JSON.stringify(FIGURES_FORMAT)}, "units": [\n${units.join(',\n')}\n]}`;
  return { document, faults };
}

function toUnit(
  scorecard: Scorecard,
  layout: FigureLayout,
  { number, row }: Row,
  known: KnownUnits,
  faults: SheetFault[],
): string {
  const { definition, leaves } = layout;
  const code = textOf(row.code);
  const unit = known.byCode.get(code);
  const name = textOf(row.name);
  const say: Say = (key, broken, detail) => {
    const column = definition.columns[key]?.title ?? key;
    faults.push({ row: number, column, code: broken, ...(detail && { detail }) });
  };
  const [tags, flags] = [saidOf(layout, 'tags', row, say), saidOf(layout, 'flags', row, say)];
  const judged = judgedIn(layout, row, unit);
  if (unit !== undefined && name !== '' && fold(name) !== fold(unit.name))
    say('name', 'unit_name_differs', { name: unit.name, written: name });
  const stored = unit === undefined ? NOTHING : known.inputs(unit);
  const off = switchedOff(scorecard, judged);
  const inputs = leaves.flatMap((columns) => {
    if (off.has(columns.leaf)) return [];
    const input = readFigure(columns, judged, row, stored.get(columns.leaf.code), unit?.name ?? code, say);
    return input === undefined ? [] : [`${JSON.stringify(columns.leaf.code)}: ${input}`];
  });
  const head = {
    code,
    kind: judged.kind,
    ...((tags !== undefined || judged.tags.length > 0) && { tags: judged.tags }),
    ...(flags !== undefined && { flags }),
    ...(row.ranked !== null && row.ranked !== undefined && { ranked: row.ranked === '1' }),
  };
  const members = Object.entries(head).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{${members.join(', ')}, "inputs": {${inputs.join(', ')}}}`;
}

/** As whom the row has its unit judged; tags that it leaves out stay as they are. */
export function judgedIn(
  layout: FigureLayout,
  row: Readonly<Record<string, unknown>>,
  unit: Judged | undefined,
): Judged {
  const tags = saidOf(layout, 'tags', row) ?? unit?.tags ?? [];
  return { kind: textOf(row.kind) || (unit?.kind ?? ''), tags };
}

const NOTHING_SAID = [vi.nothingSaid, en.nothingSaid].map(fold);

/** What a cell says of the unit; undefined where it is empty, and so leaves everything as it is. */
function saidOf(
  { said }: FigureLayout,
  key: SaidKey,
  row: Readonly<Record<string, unknown>>,
  say: Say = () => undefined,
): readonly string[] | undefined {
  const cell = textOf(row[key]).trim();
  if (cell === '') return undefined;
  const { codes, unknown } = readNamed(cell, said[key]);
  if (unknown.length === 1 && NOTHING_SAID.includes(fold(cell))) return [];
  const known = said[key].map(({ code, names }) => names[0] ?? code).join('; ');
  for (const written of unknown) say(key, 'unknown_said', { written, known });
  return codes;
}

const NOTHING: ReadonlyMap<string, string> = new Map();

type Say = (key: string, code: string, detail?: SheetFault['detail']) => void;

/** JSON text of the figure; undefined where none was given, or where it is at fault. */
function readFigure(
  columns: LeafColumns,
  judged: Judged,
  row: FigureRow,
  stored: string | undefined,
  name: string,
  say: Say,
): string | undefined {
  const { leaf, shapes } = columns;
  const own = shapeFor(columns, judged);
  shapes.forEach(({ keys }, at) => {
    for (const key of keys) {
      const given = textOf(row[key]);
      if (at !== own && given !== '' && given !== 'not_counted') say(key, 'not_for_unit', { name });
      if (at === own && given === 'not_counted') say(key, 'counted_here', { name });
    }
  });
  const keys = shapes[own]?.keys ?? [];
  const values = keys.map((key): PartValue => textOf(row[key]) || undefined);
  if (values.includes('not_counted')) return undefined;
  const rule = ruleFor(leaf, judged);
  if (stored !== undefined && same(takeApart(rule, readJson(stored).value), values)) return stored;
  const made = putTogether(rule, values);
  if (made === undefined) return undefined;
  if ('input' in made) return made.input;
  for (const { at, code } of made.faults) say(keys[at] ?? '', code);
  return undefined;
}

function same(a: readonly PartValue[], b: readonly PartValue[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
