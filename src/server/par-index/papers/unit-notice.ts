import { parseDecimal } from '../../../domain/kernel/number/decimal.ts';
import { compare } from '../../../domain/kernel/number/ratio.ts';
import type { ResultNode, UnitResult } from '../../../domain/par-index/campaign/result.ts';
import { ruleFor, type Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { parIndex } from '../../../text/vi/par-index.ts';
import { resultNotices as text } from '../../../text/vi/result-notices.ts';
import { resultPapers } from '../../../text/vi/result-papers.ts';
import { ruleSentence } from '../../../text/vi/rules.ts';
import type { Block, OfficialPaper } from '../../papers/paper.ts';
import { percent } from '../sheets/results/formulas.ts';
import { aligned, type NoticeOf, noticePaper, paragraph, periodIn, say } from './notice.ts';

/** Thông báo kết quả of one unit: its fields, and the criteria that lost points with the rule of each. */
export function unitNotice(result: UnitResult, scorecard: Scorecard, notice: NoticeOf): OfficialPaper {
  const { head, totals, missingCodes } = result;
  const abstract = text.unitAbstract(totals.unitName, head.scorecardName, periodIn(head));
  const body = [
    ...general(result),
    heading(text.unitFields),
    fieldsTable(result),
    heading(text.unitLost),
    ...lostCriteria(result, scorecard),
    ...(missingCodes.length === 0 ? [] : [paragraph(text.unitMissing(missingCodes.join(', ')))]),
  ];
  return noticePaper(notice, abstract, body, { recipients: text.unitRecipients(totals.unitName) });
}

function general({ head, totals }: UnitResult): Block[] {
  const { index, points, applicable, rank, band } = totals;
  const sentences = [
    index === null ? parIndex.noIndex : text.unitGeneral(say(index), say(points), say(applicable)),
    rank === null ? text.unitUnranked : text.unitRank(say(`${rank}`), say(`${head.rankedUnits}`)),
    ...(band === null ? [] : [text.unitBand(band)]),
  ];
  return [heading(text.general), ...sentences.map(paragraph)];
}

const SIZE = 12;
const TWO = { decimals: 2, mode: 'half_up' } as const;

function fieldsTable({ nodes }: UnitResult): Block {
  const fields = nodes.filter(({ depth }) => depth === 0);
  const numbers = [
    aligned(fields.map(({ applicable }) => applicable)),
    aligned(fields.map(({ points }) => points)),
    aligned(fields.map(({ lost }) => lost)),
    aligned(fields.map(({ points, applicable }) => percent(points, applicable, TWO))),
  ];
  return {
    kind: 'table',
    size: SIZE,
    columns: [
      { title: parIndex.code, percent: 8 },
      { title: parIndex.field, percent: 40 },
      { title: parIndex.applicable, percent: 13, align: 'right' },
      { title: parIndex.points, percent: 13, align: 'right' },
      { title: resultPapers.lost, percent: 13, align: 'right' },
      { title: `${parIndex.share} (%)`, percent: 13, align: 'right' },
    ],
    rows: fields.map(({ code, name }, at) => [code, name, ...numbers.map((column) => column[at] ?? '')]),
  };
}

/** What costs most stands first. */
function lostCriteria({ nodes, totals }: UnitResult, scorecard: Scorecard): Block[] {
  const unit = { kind: totals.unitKind, tags: totals.tags };
  const lost = nodes
    .filter((node) => node.leaf && parseDecimal(node.lost).n > 0n)
    .sort((a, b) => compare(parseDecimal(b.lost), parseDecimal(a.lost)));
  if (lost.length === 0) return [paragraph(text.unitNothingLost)];
  const numbers = [
    aligned(lost.map(({ applicable }) => applicable)),
    aligned(lost.map(({ points }) => points)),
    aligned(lost.map((node) => node.lost)),
  ];
  const ruleOf = ({ code, max }: ResultNode): string => {
    const leaf = scorecard.byCode.get(code);
    return leaf?.type === 'leaf' ? ruleSentence(ruleFor(leaf, unit), say(max)) : '';
  };
  const table: Block = {
    kind: 'table',
    size: SIZE,
    columns: [
      { title: parIndex.code, percent: 9 },
      { title: parIndex.criterion, percent: 29 },
      { title: parIndex.applicable, percent: 10, align: 'right' },
      { title: parIndex.points, percent: 9, align: 'right' },
      { title: resultPapers.lost, percent: 9, align: 'right' },
      { title: parIndex.rule, percent: 34 },
    ],
    rows: lost.map((node, at) => [
      node.code,
      node.name,
      ...numbers.map((column) => column[at] ?? ''),
      ruleOf(node),
    ]),
  };
  return [table];
}

function heading(title: string): Block {
  return { kind: 'heading', text: title };
}
