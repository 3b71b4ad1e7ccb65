import { UnitId } from '../../../domain/kernel/id.ts';
import type { ResultHead } from '../../../domain/par-index/campaign/result.ts';
import { printNumber } from '../../../text/numbers.ts';
import { periodName } from '../../../text/periods.ts';
import { parIndex } from '../../../text/vi/par-index.ts';
import { resultNotices as text } from '../../../text/vi/result-notices.ts';
import { resultPapers } from '../../../text/vi/result-papers.ts';
import { asProduct } from '../../db/actor.ts';
import { findLastNames } from '../../organization/unit-queries.ts';
import type { Block, OfficialPaper } from '../../papers/paper.ts';
import type { Asking } from '../results/read.ts';
import type { KeptScorecard } from '../scorecards/queries.ts';
import { decisionName, type Published } from '../sheets/results/head.ts';

/** Who announces: the unit that keeps the scorecard, below the one above it, in the province's place. */
export type Issuer = { readonly agency: string; readonly superior: string | null; readonly place: string };

/** The names of who keeps a scorecard belong to its papers, also for those who do not see these units. */
export async function issuerOf(
  { trx, actor }: Asking,
  { ownerUnitId, ownerPath }: KeptScorecard,
  tenantName: string,
): Promise<Issuer> {
  const above = ownerPath.split('/').filter(Boolean).at(-2);
  const superiorId = above === undefined ? undefined : UnitId.parse(above);
  const ids = [ownerUnitId, ...(superiorId === undefined ? [] : [superiorId])];
  const names = await asProduct(trx, actor, () => findLastNames(trx, actor.tenantId, ids));
  return {
    agency: inFull(names.get(ownerUnitId) ?? tenantName),
    superior: superiorId === undefined ? null : inFull(names.get(superiorId) ?? ''),
    place: tenantName.replace(/^(tỉnh|thành phố)\s+/i, ''),
  };
}

function inFull(name: string): string {
  return name.replace(/^UBND(?=\s)/, 'Ủy ban nhân dân');
}

export type NoticeOf = {
  readonly head: ResultHead;
  readonly kept: KeptScorecard;
  readonly published: Published;
  readonly issuer: Issuer;
};

/** A thông báo whose number, date and signer are left to be filled in; a draft until the results are published. */
export function noticePaper(
  { head, kept, published, issuer }: NoticeOf,
  abstract: string,
  body: readonly Block[],
  more: Pick<OfficialPaper, 'annexes' | 'recipients'>,
): OfficialPaper {
  const grounds = [
    text.byScorecard(head.scorecardName, kept.decision === null ? '' : decisionName(kept.decision, 'vi')),
    ...(published === undefined ? [] : [text.byPublication(decisionName(published.decision, 'vi'))]),
  ];
  return {
    ...issuer,
    number: null,
    symbol: text.symbol,
    date: null,
    kind: text.notice,
    abstract,
    draft: !head.published,
    body: [
      ...grounds.map((ground): Block => ({ kind: 'paragraph', spans: [{ text: ground, italic: true }] })),
      paragraph(text.announces(issuer.agency)),
      ...(head.published ? [] : [paragraph(text.provisionalText)]),
      ...body,
    ],
    signer: { authority: [], title: text.decreeSigner, name: text.signerName },
    ...more,
    ...(published === undefined ? {} : { foot: resultPapers.hash(published.hash) }),
  };
}

export function paragraph(sentence: string): Block {
  return { kind: 'paragraph', spans: [sentence] };
}

/** `năm 2026`, `quý III năm 2026`, inside a sentence. */
export function periodIn({ period }: ResultHead): string {
  const name = periodName(period, parIndex);
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
}

export function say(number: string): string {
  return printNumber(number, 'vi');
}

/** Decimals of one column with as many digits after the comma, so that the commas stand below each other. */
export function aligned(numbers: readonly (string | null)[]): string[] {
  const most = Math.max(0, ...numbers.map((number) => number?.split('.')[1]?.length ?? 0));
  return numbers.map((number) => {
    if (number === null) return '–';
    const [whole = '', fraction = ''] = number.split('.');
    return say(most === 0 ? whole : `${whole}.${fraction.padEnd(most, '0')}`);
  });
}
