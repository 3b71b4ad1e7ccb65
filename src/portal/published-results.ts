import { portalResults as en } from '../text/en/portal-results.ts';
import { dayOf } from '../text/instants.ts';
import type { Language } from '../text/language.ts';
import { printDate, printNumber } from '../text/numbers.ts';
import { portalResults as vi } from '../text/vi/portal-results.ts';
import { page, type Reader } from './frame.ts';
import { type Html, html } from './html.ts';

/** Results of one period that everybody may see. */
export type PublishedCampaign = {
  readonly scorecardId: string;
  readonly code: string;
  readonly name: string;
  readonly indexKind: keyof typeof vi.indexKinds;
  readonly period: string;
  readonly publishedAt: string;
  readonly decision: { readonly number: string; readonly issuer?: string | undefined };
  readonly hash: string;
  readonly units: number;
};

export function resultsText(language: Language): typeof vi {
  return language === 'vi' ? vi : en;
}

export function rankingAddress({ code, period }: Pick<PublishedCampaign, 'code' | 'period'>): string {
  return `/ket-qua/${encodeURIComponent(code)}/${period}`;
}

export function printPeriod(period: string, language: Language): string {
  const [year = '', quarter] = period.split('-Q');
  return resultsText(language).period(year, quarter);
}

/** `Chỉ số cải cách hành chính, năm 2025` */
export function campaignTitle({ indexKind, period }: PublishedCampaign, language: Language): string {
  const told = printPeriod(period, language);
  return `${resultsText(language).indexKinds[indexKind]}, ${told.charAt(0).toLowerCase()}${told.slice(1)}`;
}

/** Every published ranking, by index, newest period first. */
export function resultsPage(reader: Reader, campaigns: readonly PublishedCampaign[]): string {
  const text = resultsText(reader.language);
  const kinds = [...Map.groupBy(campaigns, ({ indexKind }) => indexKind)];
  return page(
    reader,
    text.title,
    html`<h1>${text.title}</h1>
<p>${text.lead}</p>
${kinds.length === 0 && html`<p>${text.none}</p>`}
${kinds.map(
  ([kind, list]) => html`<h2>${text.indexKinds[kind]}</h2>
<ul class="list">${list.map((campaign) => line(campaign, reader))}</ul>`,
)}`,
  );
}

function line(campaign: PublishedCampaign, { language }: Reader): Html {
  const text = resultsText(language);
  const count = text.units(printNumber(`${campaign.units}`, language));
  return html`<li><a class="go" href="${rankingAddress(campaign)}" aria-label="${campaignTitle(campaign, language)}">${printPeriod(campaign.period, language)}</a>
<span class="soft">${count}, ${publishedLine(campaign, language)}</span></li>`;
}

/** `công bố ngày 20/1/2025 theo 12/QĐ-UBND của UBND tỉnh` */
export function publishedLine({ publishedAt, decision }: PublishedCampaign, language: Language): string {
  const text = resultsText(language);
  return `${text.publishedOn(printDate(dayOf(publishedAt)))} ${text.decision(decision.number, decision.issuer)}`;
}
