import type { IndexOverview } from '../../../../domain/par-index/campaign/index-overview.ts';
import { type Reached, rowsOf, shownIndices } from '../../../../domain/par-index/campaign/overview-rows.ts';
import type { Language } from '../../../../text/language.ts';
import { periodMark } from '../../../../text/periods.ts';
import { workspaceText } from '../../../../text/workspace.ts';
import { type ReportCell, reportSource } from '../../../sheets/report.ts';
import type { SheetSource } from '../../../sheets/sheet-head.ts';
import { placed, printed } from './head.ts';

/** The latest result of every unit in each index, side by side. An empty cell is not known, not 0. */
export function overviewBook(overview: IndexOverview, language: Language): SheetSource[] {
  const { indexOverview: words, parIndex, resultPapers } = workspaceText[language];
  const indices = shownIndices(overview);
  const groups = indices.map(({ indexKind }) => words.shortKinds[indexKind]);
  const titles = groups.flatMap((kind) =>
    [words.value, words.rank, words.band, parIndex.period].map((title) => `${kind}: ${title}`),
  );
  return [
    reportSource({
      name: resultPapers.overviewSheet,
      widths: [36, ...titles.map(() => 12)],
      above: [[{ text: words.table, look: 'title' }], [{ text: words.lead, look: 'note' }], []],
      titles: [parIndex.unit, ...titles],
      frozen: 1,
      rows: rowsOf(overview, indices).map(({ unitName, reached }) => [unitName, ...reached.flatMap(cellsOf)]),
    }),
  ];
}

function cellsOf(reached: Reached | undefined): ReportCell[] {
  if (reached === undefined) return [null, null, null, null];
  const { index, rank, band, from } = reached;
  return [printed(index), placed(rank), band, periodMark(from.period)];
}
