import type { RankingMethod } from '../../../../domain/par-index/published/published.ts';
import { TABLE_FIELDS, type TableField } from '../../../../domain/par-index/written/published/head.ts';
import { fold } from '../../../../text/fold.ts';
import type { Language } from '../../../../text/language.ts';
import { workspaceText } from '../../../../text/workspace.ts';
import { type Choice, defineSheet } from '../../../sheets/definition.ts';

const [vi, en] = [workspaceText.vi.publishedSheets, workspaceText.en.publishedSheets];
const SHEETS = [workspaceText.vi.indexSheets, workspaceText.en.indexSheets];

/** Names under which the sheets beside a table of results are found, first those that exports give them. */
export const BESIDE_NAMES = {
  head: { own: SHEETS.map(({ headSheet }) => headSheet), others: [...vi.headSheets, ...en.headSheets] },
  bands: { own: SHEETS.map(({ bandsSheet }) => bandsSheet), others: [...vi.bandSheets, ...en.bandSheets] },
};

function fieldChoice(field: TableField, language: Language): Choice {
  const aliases = [vi, en].flatMap(({ fields, fieldAliases }) => [
    fields[field],
    ...(fieldAliases[field] ?? []),
  ]);
  return { value: field, title: workspaceText[language].publishedSheets.fields[field], aliases };
}

/** What a table of results says of itself, one row each. */
export function tableHeadSheet(language: Language) {
  const { indexSheets: words } = workspaceText[language];
  return defineSheet({
    name: words.headSheet,
    columns: {
      field: {
        kind: 'choice',
        required: true,
        width: 32,
        choices: TABLE_FIELDS.map((field) => fieldChoice(field, language)),
        title: words.field,
        aliases: SHEETS.map(({ field }) => field),
      },
      value: {
        kind: 'text',
        required: 'column',
        width: 64,
        wrap: true,
        title: words.value,
        aliases: SHEETS.map(({ value }) => value),
      },
    },
  });
}

/** The bands of a table of results, from the best down or from the worst up. */
export function tableBandSheet(language: Language) {
  const { publishedSheets: words } = workspaceText[language];
  return defineSheet({
    name: workspaceText[language].indexSheets.bandsSheet,
    columns: {
      name: {
        kind: 'text',
        required: true,
        width: 24,
        title: words.band,
        aliases: [vi, en].flatMap(({ band, bandAliases }) => [band, ...bandAliases]),
        help: words.bandHelp,
      },
      bound: {
        kind: 'text',
        required: 'column',
        width: 20,
        title: words.bound,
        aliases: [vi, en].flatMap(({ bound, boundAliases }) => [bound, ...boundAliases]),
        help: words.boundHelp,
      },
    },
  });
}

/** The places of four units of which the second and third are equal. */
const BY_EXAMPLE: Readonly<Record<string, RankingMethod>> = {
  '1223': 'dense',
  '1224': 'competition',
  '1234': 'ordinal',
};

const METHODS = ['dense', 'competition', 'ordinal'] as const;

/** By its code, its name, other names that offices give it, or the example `1, 2, 2, 4`. */
export function rankingMethodOf(written: string): RankingMethod | undefined {
  const plain = fold(written);
  const named = METHODS.find((method) =>
    [vi, en].some(({ methods, methodAliases }) =>
      [method, methods[method], ...(methodAliases[method] ?? [])].some((name) => fold(name) === plain),
    ),
  );
  return named ?? BY_EXAMPLE[plain.replace(/\D/g, '')];
}
