import type { ResultHead } from '../../../../domain/par-index/campaign/result.ts';
import { dayOf } from '../../../../text/instants.ts';
import type { Language } from '../../../../text/language.ts';
import { printDate } from '../../../../text/numbers.ts';
import { periodName } from '../../../../text/periods.ts';
import { workspaceText } from '../../../../text/workspace.ts';
import type { ReportCell, ReportRow } from '../../../sheets/report.ts';
import type { Publication } from '../../campaigns/queries.ts';

/** By which paper results were published, with the seal that stands for them. */
export type Published = Pick<Publication, 'decision' | 'hash'> | undefined;

/** What stands above every table of results: what it is, of which period, and whether it may still change. */
export function headRows(
  title: string,
  head: ResultHead,
  published: Published,
  language: Language,
  ...more: readonly string[]
): ReportRow[] {
  const { parIndex, resultPapers } = workspaceText[language];
  const state =
    head.publishedAt === null
      ? parIndex.provisionalMore
      : `${parIndex.publishedOn(printDate(dayOf(head.publishedAt)))}. ${decidedBy(published, language)}`;
  const notes = [
    `${periodName(head.period, parIndex)}. ${state}`,
    ...(head.whole ? [] : [parIndex.ownOnly]),
    ...more,
    ...(published === undefined ? [] : [resultPapers.hash(published.hash)]),
  ];
  return [[{ text: title, look: 'title' }], ...notes.map((text): ReportRow => [{ text, look: 'note' }]), []];
}

function decidedBy(published: Published, language: Language): string {
  if (published === undefined) return '';
  const { resultPapers } = workspaceText[language];
  return resultPapers.publishedBy(decisionName(published.decision, language));
}

export function decisionName({ number, date, issuer }: Publication['decision'], language: Language): string {
  const day = date === undefined ? undefined : printDate(date);
  return workspaceText[language].resultPapers.decisionNo(number, day, issuer);
}

/** A printed decimal with as many digits after the point as it has; null where there is none. */
export function printed(number: string | null, formula?: string): ReportCell {
  if (number === null) return null;
  return { number, decimals: number.split('.')[1]?.length ?? 0, formula };
}

export function whole(number: number | null): ReportCell {
  return number === null ? null : { number: `${number}`, decimals: 0 };
}
