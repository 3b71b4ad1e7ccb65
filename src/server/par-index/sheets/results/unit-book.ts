import type {
  ResultNode,
  TrendLine,
  TrendPoint,
  UnitResult,
} from '../../../../domain/par-index/campaign/result.ts';
import type { Language } from '../../../../text/language.ts';
import { printNumber } from '../../../../text/numbers.ts';
import { periodName } from '../../../../text/periods.ts';
import { workspaceText } from '../../../../text/workspace.ts';
import { type Report, type ReportRow, reportSource, titleRowOf } from '../../../sheets/report.ts';
import type { SheetSource } from '../../../sheets/sheet-head.ts';
import { headRows, type Published, printed, whole } from './head.ts';

type Trend = { readonly unitName: string; readonly lines: readonly TrendLine[] };

/** One unit: every criterion with what is lost on it, and beside it the unit over the periods. */
export function unitBook(
  result: UnitResult,
  trend: Trend,
  published: Published,
  language: Language,
): SheetSource[] {
  return [reportSource(unitReport(result, published, language)), ...trendBook(trend, language)];
}

function unitReport(result: UnitResult, published: Published, language: Language): Report {
  const { parIndex, resultPapers } = workspaceText[language];
  const { head, totals } = result;
  const title = `${totals.unitName}: ${head.scorecardName}`;
  const above = headRows(title, head, published, language, totalsLine(result, language));
  const first = titleRowOf({ above }) + 1;
  return {
    name: resultPapers.unitSheet,
    widths: [10, 60, 11, 11, 11, 11, 13, 13, 26],
    above,
    titles: [
      ...[parIndex.code, parIndex.criterion, parIndex.max, parIndex.applicable, parIndex.points],
      ...[resultPapers.lost, resultPapers.mean, resultPapers.best, resultPapers.state],
    ],
    frozen: 2,
    rows: result.nodes.map((node, at) => nodeRow(node, first + at, language)),
  };
}

/** `Chỉ số (%): 81,38; Hạng: 4/23; Nhóm: Khá`. */
function totalsLine({ head, totals }: UnitResult, language: Language): string {
  const { parIndex } = workspaceText[language];
  const { index, rank, band, points, applicable } = totals;
  const say = (number: string) => printNumber(number, language);
  return [
    `${parIndex.points}: ${say(points)}/${say(applicable)}`,
    `${parIndex.index}: ${index === null ? parIndex.noIndex : say(index)}`,
    `${parIndex.rank}: ${rank === null ? parIndex.unrankedShort : `${rank}/${head.rankedUnits}`}`,
    ...(band === null ? [] : [`${parIndex.band}: ${band}`]),
  ].join('; ');
}

/** Deeper criteria stand further in. */
function nodeRow(node: ResultNode, at: number, language: Language): ReportRow {
  const { states } = workspaceText[language].resultPapers;
  const counted = node.applicable !== '0';
  return [
    node.code,
    `${'\u2003'.repeat(node.depth)}${node.name}`,
    printed(node.max),
    printed(node.applicable),
    printed(node.points),
    counted ? printed(node.lost, `MAX(0,D${at}-E${at})`) : null,
    printed(node.blockMean),
    printed(node.blockBest),
    states[node.state],
  ];
}

/** The unit over the periods; those that merged into it stand below it. */
export function trendBook({ unitName, lines }: Trend, language: Language): SheetSource[] {
  const { parIndex, resultPapers } = workspaceText[language];
  const report: Report = {
    name: resultPapers.trendSheet,
    widths: [34, 30, 44, 20, 10, 10, 10, 8, 10, 10, 14, 14],
    above: [
      [{ text: `${unitName}: ${parIndex.trend}`, look: 'title' }],
      [{ text: parIndex.trendLead, look: 'note' }],
      [],
    ],
    titles: [
      ...[parIndex.unit, parIndex.indexKind, parIndex.scorecards, parIndex.period],
      ...[parIndex.points, parIndex.applicable, parIndex.index, parIndex.rank, resultPapers.rankOf],
      ...[parIndex.rankChange, parIndex.band, parIndex.status],
    ],
    frozen: 1,
    rows: lines.flatMap((line) => line.points.map((point) => trendRow(line, point, language))),
  };
  return [reportSource(report)];
}

function trendRow({ relation, unitName }: TrendLine, point: TrendPoint, language: Language): ReportRow {
  const { parIndex } = workspaceText[language];
  return [
    relation === 'own' ? unitName : parIndex.predecessor(unitName),
    parIndex.indexKinds[point.indexKind],
    point.scorecardName,
    periodName(point.period, parIndex),
    printed(point.points),
    printed(point.applicable),
    printed(point.index),
    whole(point.rank),
    whole(point.of),
    whole(point.rankChange),
    point.band,
    point.published ? parIndex.published : parIndex.provisional,
  ];
}
