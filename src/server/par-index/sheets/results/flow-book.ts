import type { RankFlow } from '../../../../domain/par-index/campaign/result.ts';
import type { Language } from '../../../../text/language.ts';
import { periodMark } from '../../../../text/periods.ts';
import { workspaceText } from '../../../../text/workspace.ts';
import { type ReportRow, reportSource } from '../../../sheets/report.ts';
import type { SheetSource } from '../../../sheets/sheet-head.ts';
import { printed, whole } from './head.ts';

/** Ranks of every unit over the periods, and a second sheet with their indices. An empty cell is no rank, not 0. */
export function flowBook(flow: RankFlow, language: Language): SheetSource[] {
  const { parIndex, resultPapers } = workspaceText[language];
  const periods = flow.periods.map(({ period, rankedUnits }) => `${periodMark(period)} (${rankedUnits})`);
  const sheet = (name: string, rows: readonly ReportRow[]) =>
    reportSource({
      name,
      widths: [36, ...periods.map(() => 12)],
      above: [
        [{ text: resultPapers.flowTitle(parIndex.indexKinds[flow.indexKind]), look: 'title' }],
        [{ text: parIndex.flowLead, look: 'note' }],
        [],
      ],
      titles: [parIndex.unit, ...periods],
      frozen: 1,
      rows,
    });
  return [
    sheet(
      resultPapers.flowSheet,
      flow.units.map(({ unitName, ranks }) => [unitName, ...ranks.map(whole)]),
    ),
    sheet(
      parIndex.index,
      flow.units.map(({ unitName, indices }) => [unitName, ...indices.map((index) => printed(index))]),
    ),
  ];
}
