import { parseDecimal } from '../../../../domain/kernel/number/decimal.ts';
import type { Rounding } from '../../../../domain/kernel/number/rounding.ts';
import type {
  CriterionPoints,
  RankingRow,
  RankingTable,
} from '../../../../domain/par-index/campaign/result.ts';
import { isBonus, type Scorecard } from '../../../../domain/par-index/scorecard/scorecard.ts';
import type { Language } from '../../../../text/language.ts';
import { workspaceText } from '../../../../text/workspace.ts';
import {
  type Report,
  type ReportCell,
  type ReportRow,
  reportSource,
  titleRowOf,
} from '../../../sheets/report.ts';
import type { SheetSource } from '../../../sheets/sheet-head.ts';
import { letters } from '../../../sheets/xlsx/cells.ts';
import { isSum, meanOf, percent, shareFormula, sumFormula } from './formulas.ts';
import { headRows, type Published, printed, whole } from './head.ts';

/** A ranking with what only a table needs: the rules by which it was computed, and the bonus of each unit. */
export type RankingBook = {
  readonly table: RankingTable;
  readonly scorecard: Pick<Scorecard, 'rounding' | 'bonus' | 'criteria'>;
  /** Printed, by the code of the unit. */
  readonly bonuses: ReadonlyMap<string, string>;
  readonly published: Published;
};

/** The ranking with its fields, and a second sheet field by field. */
export function rankingBook(book: RankingBook, language: Language): SheetSource[] {
  return [reportSource(rankingReport(book, language)), reportSource(fieldsReport(book, language))];
}

/** Rank, code, name and band stand before the fields. */
const BEFORE = 4;

function rankingReport(book: RankingBook, language: Language): Report {
  const { table, scorecard, published } = book;
  const { parIndex, resultPapers } = workspaceText[language];
  const bonus = scorecard.bonus === undefined ? [] : [resultPapers.bonus];
  const fields = table.fields.map(({ code, name, max }) => `${code}. ${name} (${max.replace('.', ',')})`);
  const above = headRows(
    resultPapers.rankingTitle(table.scorecardName),
    table,
    published,
    language,
    resultPapers.inputs,
  );
  const ranked = table.rows.filter(({ rank }) => rank !== null);
  const apart = table.rows.filter(({ rank }) => rank === null);
  const first = titleRowOf({ above }) + 1;
  return {
    name: resultPapers.rankingSheet,
    widths: [7, 12, 34, 14, ...fields.map(() => 14), ...bonus.map(() => 11), 11, 11, 11, 9, 9],
    above,
    titles: [
      ...[parIndex.rank, parIndex.code, parIndex.unit, parIndex.band],
      ...[...fields, ...bonus],
      ...[parIndex.points, parIndex.applicable, parIndex.index, parIndex.rankChange, parIndex.missing],
    ],
    frozen: 3,
    paper: 'a3',
    rows: [
      ...ranked.map((row, at) => rankingRow(book, row, first + at)),
      ...(apart.length === 0 ? [] : [[null, null, { text: parIndex.unranked, look: 'note' } as const]]),
      ...apart.map((row, at) => rankingRow(book, row, first + ranked.length + 1 + at)),
    ],
  };
}

function rankingRow({ scorecard, bonuses }: RankingBook, row: RankingRow, at: number): ReportRow {
  const bonus = scorecard.bonus === undefined ? [] : [bonuses.get(row.unitCode) ?? '0'];
  const columns = row.fields.length + bonus.length;
  const [total, applicable] = [letters(BEFORE + columns), letters(BEFORE + columns + 1)];
  const parts = [...row.fields.map(({ points }) => points), ...bonus];
  const summed = parts.flatMap((points, position) =>
    isBonusField(scorecard, position) ? [] : [{ points, column: BEFORE + position }],
  );
  const adds = isSum(
    row.points,
    summed.map(({ points }) => points),
  );
  const rounding = scorecard.rounding.index;
  const divides = row.index !== null && row.index === percent(row.points, row.applicable, rounding);
  return [
    whole(row.rank),
    row.unitCode,
    row.unitName,
    row.band,
    ...row.fields.map(fieldCell),
    ...bonus.map((each) => printed(each)),
    printed(
      row.points,
      adds
        ? sumFormula(
            summed.map(({ column }) => column),
            at,
          )
        : undefined,
    ),
    printed(row.applicable),
    printed(row.index, divides ? shareFormula(`${total}${at}`, `${applicable}${at}`, rounding) : undefined),
    whole(row.rankChange),
    row.missing === 0 ? null : whole(row.missing),
  ];
}

/** A bonus criterion at the root stands among the fields and counts in the column of the bonus. */
function isBonusField({ criteria }: RankingBook['scorecard'], position: number): boolean {
  const root = criteria[position];
  return root !== undefined && isBonus(root);
}

/** A field that does not apply to the unit is empty, which a sum passes over. */
function fieldCell({ points, applicable }: CriterionPoints): ReportCell {
  return applicable === '0' && parseDecimal(points).n === 0n ? null : printed(points);
}

const TWO: Rounding = { decimals: 2, mode: 'half_up' };

/** Points, what applies and their share for each field, with the mean of the block below. */
function fieldsReport({ table, scorecard, published }: RankingBook, language: Language): Report {
  const { parIndex, resultPapers } = workspaceText[language];
  const above = headRows(resultPapers.rankingTitle(table.scorecardName), table, published, language);
  const first = titleRowOf({ above }) + 1;
  const titles = table.fields.flatMap(({ code }) => [
    resultPapers.fieldPoints(code),
    resultPapers.fieldMax(code),
    resultPapers.fieldShare(code),
  ]);
  const fields = table.fields.map(({ code, name }) => `${code}. ${name}`).join('; ');
  const rows = table.rows.map(
    (row, at): ReportRow => [
      whole(row.rank),
      row.unitName,
      ...row.fields.flatMap((field, position) => fieldCells(field, position, first + at)),
    ],
  );
  const mean = meanRow(table, scorecard.rounding.leaf.decimals, first, resultPapers.blockMean);
  return {
    name: resultPapers.fieldsSheet,
    widths: [7, 34, ...titles.map(() => 11)],
    above: [...above.slice(0, -1), [{ text: `${parIndex.field}: ${fields}.`, look: 'note' }], []],
    titles: [parIndex.rank, parIndex.unit, ...titles],
    frozen: 2,
    paper: 'a3',
    rows: table.whole && table.rows.length > 1 ? [...rows, mean] : rows,
  };
}

function fieldCells({ points, applicable }: CriterionPoints, position: number, at: number): ReportCell[] {
  const share = percent(points, applicable, TWO);
  if (share === null) return [null, null, null];
  const place = (offset: number) => `${letters(2 + position * 3 + offset)}${at}`;
  return [printed(points), printed(applicable), printed(share, shareFormula(place(0), place(1), TWO))];
}

/** The mean of the points of those to whom the field applies. */
function meanRow({ fields, rows }: RankingTable, decimals: number, first: number, title: string): ReportRow {
  const cells = fields.flatMap((_, position): ReportCell[] => {
    const given = rows.flatMap((row) => {
      const field = row.fields[position];
      return field === undefined || field.applicable === '0' ? [] : [field.points];
    });
    if (given.length === 0) return [null, null, null];
    const mean = meanOf(given, decimals);
    const column = letters(2 + position * 3);
    const range = `${column}${first}:${column}${first + rows.length - 1}`;
    return [printed(mean, `ROUND(AVERAGE(${range}),${decimals})`), null, null];
  });
  return [null, title, ...cells];
}
