import type { RankingRow, RankingTable } from '../../../domain/par-index/campaign/result.ts';
import { parIndex } from '../../../text/vi/par-index.ts';
import { resultNotices as text } from '../../../text/vi/result-notices.ts';
import type { Annex, Block, OfficialPaper, TableColumn } from '../../papers/paper.ts';
import { meanOf } from '../sheets/results/formulas.ts';
import { decisionName } from '../sheets/results/head.ts';
import type { RankingBook } from '../sheets/results/ranking-book.ts';
import { aligned, type NoticeOf, noticePaper, paragraph, periodIn, say } from './notice.ts';

/** Names of more units than this are left to the annex. */
const MOST_NAMED = 60;

/** Thông báo kết quả xếp hạng: the general result, units by band, and the table with its fields as an annex. */
export function rankingNotice(book: RankingBook, notice: NoticeOf): OfficialPaper {
  const { table } = book;
  const period = periodIn(table);
  const body = [...general(table), ...byBand(table), ...apart(table), paragraph(text.tableAt)];
  return noticePaper(notice, text.rankingAbstract(table.scorecardName, period), body, {
    recipients: text.recipients(notice.issuer.superior ?? notice.issuer.agency),
    annexes: [rankingAnnex(book, notice, period)],
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

function rankingAnnex(book: RankingBook, { published }: NoticeOf, period: string): Annex {
  const { table } = book;
  const fields = table.fields.map(({ code, name, max }) => `${code}. ${name} (${say(max)})`);
  return {
    title: text.annexTitle(table.scorecardName, period),
    reference:
      published === undefined ? text.enclosedBlank : text.enclosed(decisionName(published.decision, 'vi')),
    landscape: true,
    body: [paragraph(text.fieldList(fields.join('; '))), rankingTable(book)],
  };
}

/** Of the width of the page; the fields share the rest. */
const WIDTHS = { rank: 6, unit: 18, bonus: 7.5, total: 7, applicable: 7.5, index: 7.5, band: 9 };
const SIZE = 11;

function rankingTable({ table, bonuses, scorecard }: RankingBook): Block {
  const { fields, rows, bands } = table;
  const numbers = [
    ...fields.map((_, at) => aligned(rows.map((row) => fieldPoints(row, at)))),
    ...(scorecard.bonus === undefined ? [] : [aligned(rows.map((row) => bonuses.get(row.unitCode) ?? null))]),
    aligned(rows.map(({ points }) => points)),
    aligned(rows.map(({ applicable }) => applicable)),
    aligned(rows.map(({ index }) => index)),
  ];
  const banded = bands.length > 0;
  return {
    kind: 'table',
    size: SIZE,
    columns: columnsOf(table, scorecard.bonus !== undefined),
    rows: rows.map((row, at) => [
      row.rank === null ? '–' : `${row.rank}`,
      row.unitName,
      ...numbers.map((column) => column[at] ?? ''),
      ...(banded ? [row.band ?? ''] : []),
    ]),
  };
}

function columnsOf({ fields, bands }: RankingTable, withBonus: boolean): TableColumn[] {
  const { rank, unit, bonus, total, applicable, index, band } = WIDTHS;
  const banded = bands.length > 0;
  const taken = rank + unit + total + applicable + index + (withBonus ? bonus : 0) + (banded ? band : 0);
  const right = (title: string, percent: number): TableColumn => ({ title, percent, align: 'right' });
  return [
    { title: parIndex.rank, percent: rank, align: 'center' },
    { title: parIndex.unit, percent: unit },
    ...fields.map(({ code }) => right(code, (100 - taken) / fields.length)),
    ...(withBonus ? [right(text.bonusShort, bonus)] : []),
    right(parIndex.points, total),
    right(parIndex.applicable, applicable),
    right(parIndex.index, index),
    ...(banded ? [{ title: parIndex.band, percent: band }] : []),
  ];
}

function fieldPoints({ fields }: RankingRow, at: number): string | null {
  const field = fields[at];
  return field === undefined || field.state === 'excluded' ? null : field.points;
}

function heading(title: string): Block {
  return { kind: 'heading', text: title };
}
