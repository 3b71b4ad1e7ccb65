import type { RankingRow, RankingTable } from '../../../domain/par-index/campaign/result.ts';
import { parIndex } from '../../../text/vi/par-index.ts';
import { resultNotices as text } from '../../../text/vi/result-notices.ts';
import type { Annex, Block, OfficialPaper, TableColumn } from '../../papers/paper.ts';
import { meanOf } from '../sheets/results/formulas.ts';
import { decisionName } from '../sheets/results/head.ts';
import { aligned, type NoticeOf, noticePaper, paragraph, periodIn, say } from './notice.ts';

/** Names of more units than this are left to the annex. */
const MOST_NAMED = 60;

/** Thông báo kết quả xếp hạng: the general result, units by band, and the table with its fields as an annex. */
export function rankingNotice(table: RankingTable, notice: NoticeOf): OfficialPaper {
  const period = periodIn(table);
  const body = [...general(table), ...byBand(table), ...apart(table), paragraph(text.tableAt)];
  return noticePaper(notice, text.rankingAbstract(table.scorecardName, period), body, {
    recipients: text.recipients(notice.issuer.superior ?? notice.issuer.agency),
    annexes: [rankingAnnex(table, notice, period)],
  });
}

function rankedOf({ rows }: RankingTable): readonly RankingRow[] {
  return rows.filter(({ rank }) => rank !== null);
}

function general(table: RankingTable): Block[] {
  const ranked = rankedOf(table);
  const [first, last] = [ranked[0], ranked.at(-1)];
  const indices = ranked.flatMap(({ index }) => (index === null ? [] : [index]));
  const decimals = indices[0]?.split('.')[1]?.length ?? 0;
  const counted = text.generalText(say(`${table.units}`), say(`${table.rankedUnits}`));
  if (first?.index == null || last?.index == null) return [heading(text.general), paragraph(counted)];
  const mean = say(meanOf(indices, decimals));
  const spread = text.spread(mean, say(first.index), first.unitName, say(last.index), last.unitName);
  return [heading(text.general), paragraph(counted), paragraph(spread)];
}

function byBand(table: RankingTable): Block[] {
  if (table.bands.length === 0) return [];
  const ranked = rankedOf(table);
  const named = ranked.length <= MOST_NAMED;
  const bands = table.bands.map((band) => ({ band, rows: ranked.filter((row) => row.band === band) }));
  const counts = bands.map(({ band, rows }) => `${band} ${rows.length}`).join(', ');
  const names = bands.flatMap(({ band, rows }) =>
    rows.length === 0 || !named ? [] : [text.inBand(band, rows.map(({ unitName }) => unitName).join(', '))],
  );
  return [heading(text.byBand), paragraph(text.bandsText(counts)), ...names.map(paragraph)];
}

/** Those scored without a place, such as units merged within the year. */
function apart({ rows }: RankingTable): Block[] {
  const unranked = rows.filter(({ rank }) => rank === null).map(({ unitName }) => unitName);
  return unranked.length === 0 || unranked.length > MOST_NAMED
    ? []
    : [paragraph(text.unrankedUnits(unranked.join(', ')))];
}

function rankingAnnex(table: RankingTable, { published }: NoticeOf, period: string): Annex {
  const fields = table.fields.map(({ code, name, max }) => `${code}. ${name} (${say(max)})`);
  return {
    title: text.annexTitle(table.scorecardName, period),
    reference:
      published === undefined ? text.enclosedBlank : text.enclosed(decisionName(published.decision, 'vi')),
    landscape: true,
    body: [paragraph(text.fieldList(fields.join('; '))), rankingTable(table)],
  };
}

/** Of the width of the page: rank, unit, total, applicable, index, band; the fields share the rest. */
const WIDTHS = { rank: 6, unit: 23, total: 8, applicable: 8, index: 8, band: 10 };
const SIZE = 11;

function rankingTable({ fields, rows, bands }: RankingTable): Block {
  const banded = bands.length > 0;
  const { band, ...others } = WIDTHS;
  const taken = Object.values(others).reduce((all, width) => all + width, banded ? band : 0);
  const percent = (100 - taken) / fields.length;
  const right = (title: string, width: number): TableColumn => ({ title, percent: width, align: 'right' });
  const columns: TableColumn[] = [
    { title: parIndex.rank, percent: WIDTHS.rank, align: 'center' },
    { title: parIndex.unit, percent: WIDTHS.unit },
    ...fields.map(({ code }) => right(code, percent)),
    right(parIndex.points, WIDTHS.total),
    right(parIndex.applicable, WIDTHS.applicable),
    right(parIndex.index, WIDTHS.index),
    ...(banded ? [{ title: parIndex.band, percent: band }] : []),
  ];
  const numbers = [
    ...fields.map((_, at) => aligned(rows.map((row) => fieldPoints(row, at)))),
    aligned(rows.map(({ points }) => points)),
    aligned(rows.map(({ applicable }) => applicable)),
    aligned(rows.map(({ index }) => index)),
  ];
  return {
    kind: 'table',
    size: SIZE,
    columns,
    rows: rows.map((row, at) => [
      row.rank === null ? '–' : `${row.rank}`,
      row.unitName,
      ...numbers.map((column) => column[at] ?? ''),
      ...(banded ? [row.band ?? ''] : []),
    ]),
  };
}

function fieldPoints({ fields }: RankingRow, at: number): string | null {
  const field = fields[at];
  return field === undefined || field.state === 'excluded' ? null : field.points;
}

function heading(title: string): Block {
  return { kind: 'heading', text: title };
}
