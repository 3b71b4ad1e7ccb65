import { formOf } from '../../../../domain/par-index/figures/form.ts';
import { type FigurePart, partsOf } from '../../../../domain/par-index/figures/parts/parts.ts';
import type { Rule } from '../../../../domain/par-index/rules/rule.ts';
import {
  type Judged,
  type Leaf,
  ruleFor,
  type Scorecard,
} from '../../../../domain/par-index/scorecard/scorecard.ts';
import type { Named } from '../../../../domain/par-index/written/named-list.ts';
import { figureSheets as en } from '../../../../text/en/figure-sheets.ts';
import { fold } from '../../../../text/fold.ts';
import type { Language } from '../../../../text/language.ts';
import { figureSheets as vi } from '../../../../text/vi/figure-sheets.ts';
import { workspaceText } from '../../../../text/workspace.ts';
import type { Choice, Column, SheetDefinition } from '../../../sheets/definition.ts';

const TEXT = { vi, en };

/** Before the columns of figures stand those that say whose row it is. */
export const KEY_COLUMNS = 2;

export type SaidKey = 'tags' | 'flags';

/** The columns that ask for a figure under rules which ask for the same things. */
type Shape = { readonly rules: readonly Rule[]; readonly keys: readonly string[] };

/** The columns of a leaf: one set for all units, or more where variants ask some of them for other things. */
export type LeafColumns = { readonly leaf: Leaf; readonly shapes: readonly Shape[] };

export type FigureLayout = {
  readonly definition: SheetDefinition<Readonly<Record<string, Column>>>;
  readonly leaves: readonly LeafColumns[];
  /** What may be said of a unit, by column; one that the scorecard has no use for is not there. */
  readonly said: Readonly<Record<SaidKey, readonly Named[]>>;
};

/** Which columns a workbook of figures has: read off the rules of the scorecard. */
export function figureLayout(
  scorecard: Scorecard,
  kinds: readonly { readonly code: string; readonly name: string; readonly nameEn: string }[],
  tags: readonly string[],
  language: Language,
): FigureLayout {
  const said = { tags: tags.map((tag) => namedTag(tag, language)), flags: scorecard.flags.map(namedFlag) };
  const columns: Record<string, Column> = { ...keyColumns(kinds, language), ...saidColumns(said, language) };
  const leaves: LeafColumns[] = [];
  for (const leaf of scorecard.nodes) {
    if (leaf.type !== 'leaf') continue;
    const shapes = shapesOf(leaf).map(({ rules, rule, kindsOf }, shapeAt) => {
      const keys = partsOf(rule).map((part, at) => {
        const key = `${leaf.position}/${shapeAt}/${at}`;
        columns[key] = figureColumn(leaf, rule, part, at, kindsOf, language);
        return key;
      });
      return { rules, keys };
    });
    leaves.push({ leaf, shapes });
  }
  const definition = { name: TEXT[language].sheet, columns, frozen: KEY_COLUMNS };
  return { definition, leaves, said };
}

/** Position of the shape under which the unit is asked. */
export function shapeFor({ leaf, shapes }: LeafColumns, unit: Judged): number {
  const rule = ruleFor(leaf, unit);
  return shapes.findIndex(({ rules }) => rules.includes(rule));
}

/** Rules that ask for the same things have the same sign. */
function signOf(rule: Rule): string {
  return JSON.stringify(
    partsOf(rule).map(({ path, of, options }) => [path, of, options.map(({ id, label }) => [id, label])]),
  );
}

type Drafted = {
  readonly sign: string;
  rules: Rule[];
  readonly rule: Rule;
  readonly kindsOf: readonly string[];
};

function shapesOf(leaf: Leaf): Drafted[] {
  const shapes: Drafted[] = [];
  for (const { rule, for: kindsOf } of [{ rule: leaf.rule, for: [] }, ...leaf.variants]) {
    const sign = signOf(rule);
    const known = shapes.find((shape) => shape.sign === sign);
    if (known === undefined) shapes.push({ sign, rules: [rule], rule, kindsOf });
    else known.rules.push(rule);
  }
  return shapes;
}

function keyColumns(
  kinds: Parameters<typeof figureLayout>[1],
  language: Language,
): Readonly<Record<string, Column>> {
  const text = TEXT[language];
  const yesNo = [
    { value: '1', title: text.yes, aliases: [vi.yes, en.yes] },
    { value: '0', title: text.no, aliases: [vi.no, en.no] },
  ];
  return {
    code: {
      kind: 'text',
      required: true,
      width: 14,
      title: text.code,
      aliases: [vi.code, en.code],
      help: text.codeHelp,
    },
    name: { kind: 'text', width: 30, title: text.name, aliases: [vi.name, en.name], help: text.nameHelp },
    kind: {
      kind: 'choice',
      width: 14,
      title: text.kind,
      aliases: [vi.kind, en.kind],
      choices: kinds.map(({ code, name, nameEn }) => ({
        value: code,
        title: language === 'vi' ? name : nameEn,
        aliases: [name, nameEn],
      })),
    },
    ranked: {
      kind: 'choice',
      width: 11,
      title: text.ranked,
      aliases: [vi.ranked, en.ranked],
      help: text.rankedHelp,
      choices: yesNo,
    },
  };
}

function namedTag(code: string, language: Language): Named {
  const both: readonly Language[] = language === 'vi' ? ['vi', 'en'] : ['en', 'vi'];
  const names = both.map((one) => workspaceText[one].unitInPeriod.tagNames[code]);
  return { code, names: names.filter((name) => name !== undefined) };
}

function namedFlag({ id, label }: Scorecard['flags'][number]): Named {
  return { code: id, names: [label] };
}

/** Columns for what is said of a unit, with everything that may be. */
function saidColumns(said: FigureLayout['said'], language: Language): Readonly<Record<string, Column>> {
  const text = TEXT[language];
  const column = (key: SaidKey): Column => {
    const known = said[key].map(({ code, names }) => names[0] ?? code).join('; ');
    return {
      kind: 'text',
      width: 24,
      title: text[key],
      aliases: [vi[key], en[key]],
      help: `${text.saidHelp} ${text.oneOf(known)}`,
    };
  };
  return {
    ...(said.tags.length > 0 && { tags: column('tags') }),
    ...(said.flags.length > 0 && { flags: column('flags') }),
  };
}

function figureColumn(
  leaf: Leaf,
  rule: Rule,
  part: FigurePart,
  at: number,
  kindsOf: readonly string[],
  language: Language,
): Column {
  const text = TEXT[language];
  const titled = (words: typeof vi) =>
    [leaf.code, partTitle(words, part, at), kindsOf.length === 0 ? '' : words.forKinds(kindsOf.join(', '))]
      .filter(Boolean)
      .join(' ');
  const choices = choicesOf(part, language);
  const nothing = leaf.nothingArose === undefined ? '' : text.orNothingArose;
  const help = [part.of.join(', '), text.ways[formOf(rule)], nothing, text.emptyIsMissing];
  const title = titled(text);
  return {
    kind: part.holds === 'yes_no' ? 'choice' : part.holds,
    title,
    aliases: [titled(vi), titled(en)],
    width: Math.max(13, Math.ceil(BAND_WIDTH / partsOf(rule).length)),
    band: `${leaf.code}. ${leaf.name}`,
    help: help.filter(Boolean).join(' '),
    ...(choices.length > 0 && { choices }),
    words: wordsOf(part, choices, language),
  };
}

/** So wide, in characters, that the name of a criterion finds room above its columns. */
const BAND_WIDTH = 30;

const LONGEST = 48;

/** Conditions and items are told apart by their number as well, since their texts may be long or equal. */
function partTitle(text: typeof vi, { role, of }: FigurePart, at: number): string {
  const words = of.join(', ');
  const short = words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
  if (role === 'condition' || role === 'item') return `${text.roles[role]} ${at + 1}: ${short}`;
  return short === '' ? text.roles[role] : `${text.roles[role]}: ${short}`;
}

/** Options by their position, so that none can be taken for a word. */
function choicesOf({ holds, options }: FigurePart, language: Language): Choice[] {
  if (holds === 'choice')
    return options.map(({ id, label }, at) => ({ value: `${at}`, title: label, aliases: [id] }));
  if (holds !== 'yes_no') return [];
  const text = TEXT[language];
  return [
    { value: '1', title: text.met, aliases: [vi.met, en.met, vi.yes, en.yes, 'Đ', 'x'] },
    { value: '0', title: text.notMet, aliases: [vi.notMet, en.notMet, vi.no, en.no, 'K'] },
  ];
}

/** A word that is itself an option stays the option. */
function wordsOf({ role }: FigurePart, choices: readonly Choice[], language: Language): Choice[] {
  const taken = new Set(choices.flatMap(({ title, aliases = [] }) => [title, ...aliases].map(fold)));
  return (['nothing_arose', 'never', 'not_counted'] as const)
    .filter((word) => word !== 'never' || role === 'on')
    .filter((word) => !taken.has(fold(TEXT[language].words[word])))
    .map((value) => ({
      value,
      title: TEXT[language].words[value],
      aliases: [vi.words[value], en.words[value]],
    }));
}
