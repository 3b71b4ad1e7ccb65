import type { UnitId } from '../../../../domain/kernel/id.ts';
import { printPoints } from '../../../../domain/kernel/number/points.ts';
import type { RankingTable } from '../../../../domain/par-index/campaign/result.ts';
import { type StoredCell, stateOf } from '../../../../domain/par-index/campaign/stored-result.ts';
import type { Scorecard } from '../../../../domain/par-index/scorecard/scorecard.ts';
import type { Language } from '../../../../text/language.ts';
import { workspaceText } from '../../../../text/workspace.ts';
import { type ReportCell, type ReportRow, reportSource } from '../../../sheets/report.ts';
import type { SheetSource } from '../../../sheets/sheet-head.ts';
import { headRows, type Published, printed, whole } from './head.ts';

export type CriteriaBook = {
  readonly table: RankingTable;
  readonly scorecard: Scorecard;
  readonly published: Published;
  /** Every criterion of these units, in tree order. */
  readonly read: (unitIds: readonly UnitId[]) => Promise<ReadonlyMap<UnitId, readonly StoredCell[]>>;
};

/** Criteria of so many units are in memory at a time. */
const PAGE = 100;

/** Points of every criterion of every unit: what is missing or not counted says so and is no number. */
export function criteriaBook(book: CriteriaBook, language: Language): SheetSource[] {
  const { table, scorecard, published } = book;
  const { parIndex, resultPapers } = workspaceText[language];
  const names = scorecard.nodes.map(({ name }): ReportCell => ({ text: name, look: 'wrapped' }));
  const above = headRows(resultPapers.criteriaTitle(table.scorecardName), table, published, language);
  const report = {
    name: resultPapers.criteriaSheet,
    widths: [7, 12, 34, ...names.map(() => 13), 11, 11],
    above: [...above.slice(0, -1), [null, null, null, ...names]],
    titles: [
      ...[parIndex.rank, parIndex.code, parIndex.unit],
      ...scorecard.nodes.map(({ code }) => code),
      ...[parIndex.points, parIndex.index],
    ],
    frozen: 3,
    paper: 'a3' as const,
    rows: criteriaRows(book, language),
  };
  return [reportSource(report)];
}

async function* criteriaRows(
  { table, scorecard, read }: CriteriaBook,
  language: Language,
): AsyncGenerator<ReportRow> {
  const { states } = workspaceText[language].resultPapers;
  const { decimals } = scorecard.rounding.leaf;
  const cellOf = (cell: StoredCell): ReportCell => {
    const state = stateOf(cell);
    return state === 'scored' ? printed(printPoints(cell[0], decimals)) : states[state];
  };
  for (let from = 0; from < table.rows.length; from += PAGE) {
    const page = table.rows.slice(from, from + PAGE);
    const criteria = await read(page.map(({ unitId }) => unitId));
    for (const row of page) {
      const cells = (criteria.get(row.unitId) ?? []).map(cellOf);
      yield [whole(row.rank), row.unitCode, row.unitName, ...cells, printed(row.points), printed(row.index)];
    }
  }
}
