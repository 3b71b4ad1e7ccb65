import { matches } from '../text/fold.ts';
import { printNumber } from '../text/numbers.ts';
import { page, type Reader } from './frame.ts';
import { type Html, html } from './html.ts';
import {
  campaignTitle,
  type PublishedCampaign,
  publishedLine,
  rankingAddress,
  resultsText,
} from './published-results.ts';

/** A line of a published ranking. */
export type RankedUnit = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly rank: number | null;
  readonly points: string;
  readonly applicable: string;
  readonly index: string | null;
  readonly band: string | null;
};

/** What the reader asks of the table: part of a name, and which page. */
export type RankingView = { readonly typed: string; readonly page: number };

const ON_A_PAGE = 150;

/** The ranking of a period as one table of three columns, so that it stands on a phone. */
export function rankingPage(
  reader: Reader,
  campaign: PublishedCampaign,
  units: readonly RankedUnit[],
  view: RankingView,
): string {
  const { language } = reader;
  const text = resultsText(language);
  const found = view.typed === '' ? units : units.filter(({ unitName }) => matches(unitName, view.typed));
  const pages = Math.max(1, Math.ceil(found.length / ON_A_PAGE));
  const current = Math.min(Math.max(1, view.page), pages);
  const shown = found.slice((current - 1) * ON_A_PAGE, current * ON_A_PAGE);
  const title = campaignTitle(campaign, language);
  return page(
    reader,
    title,
    html`<h1>${title}</h1>
<p>${campaign.name}</p>
<p class="soft">${text.units(printNumber(`${campaign.units}`, language))}, ${publishedLine(campaign, language)}</p>
${filterForm(campaign, view, reader)}
${
  shown.length === 0
    ? html`<p>${text.noRow}</p>`
    : html`<table class="ranking"><caption>${text.caption(title)}</caption>
<thead><tr><th scope="col" class="num">${text.rank}</th><th scope="col">${text.unit}</th><th scope="col" class="num">${text.index}</th></tr></thead>
<tbody>${shown.map((unit) => row(unit, campaign, reader))}</tbody></table>`
}
${view.typed !== '' && html`<p><a class="go" href="${rankingAddress(campaign)}">${text.showAll}</a></p>`}
${turn(campaign, view, current, pages, reader)}
<p><a class="go" href="/ket-qua">${text.all}</a></p>
<p class="soft">${text.hash}: <code>${campaign.hash}</code></p>`,
  );
}

function row(unit: RankedUnit, campaign: PublishedCampaign, { language }: Reader): Html {
  const text = resultsText(language);
  const told = text.points(printNumber(unit.points, language), printNumber(unit.applicable, language));
  const more = [unit.band, told, unit.rank === null && text.unranked].filter(
    (part) => typeof part === 'string',
  );
  return html`<tr><td class="num">${unit.rank ?? '–'}</td>
<th scope="row"><a href="${rankingAddress(campaign)}/${encodeURIComponent(unit.unitCode)}">${unit.unitName}</a><span class="soft">${more.join(' · ')}</span></th>
<td class="num">${unit.index === null ? '–' : printNumber(unit.index, language)}</td></tr>`;
}

function filterForm(campaign: PublishedCampaign, { typed }: RankingView, { language }: Reader): Html {
  const text = resultsText(language);
  return html`<form class="search" action="${rankingAddress(campaign)}" method="get" role="search">
<label for="q">${text.filter}</label>
<div><input id="q" name="q" type="search" value="${typed}" maxlength="100" autocomplete="off"><button>${text.filterDo}</button></div>
</form>`;
}

function turn(
  campaign: PublishedCampaign,
  { typed }: RankingView,
  current: number,
  pages: number,
  { language }: Reader,
): Html | false {
  if (pages === 1) return false;
  const text = resultsText(language);
  const asked = typed === '' ? '' : `q=${encodeURIComponent(typed)}&`;
  const to = (number: number) => `${rankingAddress(campaign)}?${asked}trang=${number}`;
  return html`<p>${current > 1 && html`<a class="go" rel="prev" href="${to(current - 1)}">${text.previous}</a> `}${
    current < pages && html`<a class="go" rel="next" href="${to(current + 1)}">${text.next}</a>`
  }</p>`;
}
