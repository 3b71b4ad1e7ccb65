import { KINDS } from '../../../domain/par-index/written/workbook/criteria.ts';
import { HEAD_FIELDS, type HeadField } from '../../../domain/par-index/written/workbook/head.ts';
import { fold } from '../../../text/fold.ts';
import type { Language } from '../../../text/language.ts';
import { workspaceText } from '../../../text/workspace.ts';
import { type Choice, defineSheet } from '../../sheets/definition.ts';

const { vi, en } = { vi: workspaceText.vi.indexSheets, en: workspaceText.en.indexSheets };
type Words = typeof vi;
type ColumnKey = keyof Words['columns'];

/** A choice by its code, under its names in both languages. */
function choice(value: string, language: Language, nameOf: (language: Language) => string): Choice {
  return { value, title: nameOf(language), aliases: [nameOf('vi'), nameOf('en')] };
}

/** The criteria, one row each, and a further row for each rule that holds for some kinds of unit only. */
export function criteriaSheet(language: Language) {
  const { indexSheets: words } = workspaceText[language];
  const column = (key: ColumnKey) => ({
    title: words.columns[key],
    aliases: [vi.columns[key], en.columns[key], ...vi.aliases[key], ...en.aliases[key]],
    help: words.help[key],
  });
  const lists = choiceLists(language);
  return defineSheet({
    name: words.criteriaSheet,
    columns: {
      code: { kind: 'text', required: 'column', width: 9, ...column('code') },
      name: { kind: 'text', required: 'column', width: 44, wrap: true, ...column('name') },
      max: { kind: 'decimal', required: 'column', width: 9, ...column('max') },
      kind: { kind: 'choice', width: 24, choices: lists.kinds, ...column('kind') },
      rule: { kind: 'text', width: 56, wrap: true, ...column('rule') },
      for: { kind: 'text', width: 18, ...column('for') },
      part: { kind: 'choice', width: 18, choices: lists.parts, ...column('part') },
      nothingArose: { kind: 'choice', width: 22, choices: lists.nothingArose, ...column('nothingArose') },
      notFor: { kind: 'text', width: 18, ...column('notFor') },
      evidence: { kind: 'text', width: 40, wrap: true, ...column('evidence') },
      office: { kind: 'text', width: 26, ...column('office') },
      combine: { kind: 'choice', width: 18, choices: lists.combines, ...column('combine') },
      prints: { kind: 'choice', width: 12, choices: lists.yesNo, ...column('prints') },
      parent: { kind: 'text', width: 12, ...column('parent') },
    },
  });
}

function choiceLists(language: Language) {
  const of = (value: string, nameOf: (words: (typeof workspaceText)['vi']) => string) =>
    choice(value, language, (spoken) => nameOf(workspaceText[spoken]));
  return {
    kinds: KINDS.map((kind) => of(kind, ({ indexSheets }) => indexSheets.kinds[kind])),
    parts: (['appraised', 'survey', 'bonus'] as const).map((part) =>
      of(part, ({ parIndex }) => parIndex.parts[part]),
    ),
    nothingArose: (['full', 'exclude', 'zero', 'redistribute'] as const).map((way) =>
      of(way, ({ parIndex }) => parIndex.nothingAroseWays[way]),
    ),
    combines: (['sum', 'best'] as const).map((way) =>
      of(way, ({ indexSheets }) => indexSheets.combines[way]),
    ),
    yesNo: (['yes', 'no'] as const).map((said) => of(said, ({ indexSheets }) => indexSheets[said])),
  };
}

/** What the scorecard says of itself: one row each. */
export function headSheet(language: Language) {
  const { indexSheets: words } = workspaceText[language];
  const choices = HEAD_FIELDS.map((field) =>
    choice(field, language, (spoken) => workspaceText[spoken].indexSheets.headFields[field]),
  );
  return defineSheet({
    name: words.headSheet,
    columns: {
      field: {
        kind: 'choice',
        required: true,
        width: 36,
        choices,
        title: words.field,
        aliases: [vi.field, en.field],
      },
      value: {
        kind: 'text',
        required: 'column',
        width: 64,
        wrap: true,
        title: words.value,
        aliases: [vi.value, en.value],
      },
    },
  });
}

/** Groups of rank, best first. */
export function bandSheet(language: Language) {
  const { indexSheets: words } = workspaceText[language];
  const column = (key: keyof Words['bandColumns']) => ({
    title: words.bandColumns[key],
    aliases: [vi.bandColumns[key], en.bandColumns[key]],
    help: words.bandHelp[key],
  });
  return defineSheet({
    name: words.bandsSheet,
    columns: {
      name: { kind: 'text', required: true, width: 24, ...column('name') },
      bound: { kind: 'text', required: 'column', width: 20, ...column('bound') },
      notWith: { kind: 'text', width: 40, ...column('notWith') },
      needs: { kind: 'text', width: 40, ...column('needs') },
    },
  });
}

/** Names under which each sheet is found, whatever the language of who sends it. */
export const SHEET_NAMES = {
  criteria: [vi.criteriaSheet, en.criteriaSheet].map(fold),
  head: [vi.headSheet, en.headSheet].map(fold),
  bands: [vi.bandsSheet, en.bandsSheet].map(fold),
};

type Named = Readonly<Record<string, string>>;

const HEAD_CHOICES: Partial<Record<HeadField, (words: Words) => Named>> = {
  leaf_mode: ({ modes }) => modes,
  index_mode: ({ modes }) => modes,
  ranking_by: ({ rankingBy }) => rankingBy,
  ranking_method: ({ rankingMethods }) => rankingMethods,
  bonus_may_exceed_total: ({ yes, no }) => ({ yes, no }),
};

/** The code of a value that is one of a few; other values as they are, undefined where none of the few is said. */
export function chooseHead(field: HeadField, value: string): string | undefined {
  const listed = HEAD_CHOICES[field];
  if (listed === undefined) return value;
  const names = [...Object.entries(listed(vi)), ...Object.entries(listed(en))];
  return names.find(([code, name]) => code === value || fold(name) === fold(value))?.[0];
}

/** The words for a value of the head. */
export function sayHead(field: HeadField, value: string, language: Language): string {
  return HEAD_CHOICES[field]?.(workspaceText[language].indexSheets)[value] ?? value;
}
