import type { ResultNode, TrendLine, UnitResult } from '../domain/par-index/campaign/result.ts';
import { printNumber } from '../text/numbers.ts';
import { page, type Reader } from './frame.ts';
import { type Html, html } from './html.ts';
import {
  campaignTitle,
  type PublishedCampaign,
  printPeriod,
  publishedLine,
  rankingAddress,
  resultsText,
} from './published-results.ts';

/** What one unit reached: the figures, field by field with the criteria below, and the periods before. */
export function unitResultPage(
  reader: Reader,
  campaign: PublishedCampaign,
  result: UnitResult,
  trend: readonly TrendLine[],
): string {
  const { language } = reader;
  const text = resultsText(language);
  const { totals, nodes } = result;
  const number = (written: string) => printNumber(written, language);
  return page(
    reader,
    totals.unitName,
    html`<h1>${totals.unitName}</h1>
<p>${campaignTitle(campaign, language)}<br><span class="soft">${capital(publishedLine(campaign, language))}</span></p>
<dl class="facts">
<dt>${text.index}</dt><dd><strong>${totals.index === null ? '–' : number(totals.index)}</strong></dd>
<dt>${text.rank}</dt><dd>${rankLine(result, reader)}</dd>
${totals.band !== null && html`<dt>${text.band}</dt><dd>${totals.band}</dd>`}
<dt>${text.total}</dt><dd>${text.points(number(totals.points), number(totals.applicable))}</dd>
</dl>
<h2>${text.fields}</h2>
<p class="soft">${text.fieldsHint}</p>
${fieldsOf(nodes).map((field) => fieldBlock(field, reader))}
${history(trend, reader)}
<p><a class="go" href="${rankingAddress(campaign)}">${text.backToTable}</a></p>`,
  );
}

function capital(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

function rankLine({ totals, head }: UnitResult, { language }: Reader): string {
  const text = resultsText(language);
  if (totals.rank === null) return text.unranked;
  const place = text.rankOf(`${totals.rank}`, printNumber(`${head.rankedUnits}`, language));
  const { rankChange } = totals;
  if (rankChange === null) return place;
  if (rankChange === 0) return `${place}, ${text.same}`;
  const told = rankChange > 0 ? text.up(`${rankChange}`) : text.down(`${-rankChange}`);
  return `${place}, ${told}`;
}

type Field = { readonly field: ResultNode; readonly below: readonly ResultNode[] };

function fieldsOf(nodes: readonly ResultNode[]): Field[] {
  const starts = nodes.flatMap(({ depth }, at) => (depth === 0 ? [at] : []));
  return starts.flatMap((start, place) => {
    const field = nodes[start];
    return field === undefined ? [] : [{ field, below: nodes.slice(start + 1, starts[place + 1]) }];
  });
}

function fieldBlock({ field, below }: Field, reader: Reader): Html {
  const head = html`<span class="name">${field.code}. ${field.name}</span> <span class="num">${pointsLine(field, reader)}</span>
${field.applicable !== '0' && html`<meter min="0" max="${field.applicable}" value="${field.points}">${pointsLine(field, reader)}</meter>`}`;
  if (below.length === 0) return html`<div class="field"><div class="head">${head}</div></div>`;
  return html`<details class="field"><summary>${head}</summary>
<ul>${below.map((node) => html`<li class="d${Math.min(3, node.depth)}"><span>${node.code} ${node.name}</span> <span class="num">${pointsLine(node, reader)}</span></li>`)}</ul></details>`;
}

/** A figure that is missing is said to be missing, never shown as nothing reached. */
function pointsLine(node: ResultNode, { language }: Reader): string {
  const text = resultsText(language);
  if (node.state === 'missing') return text.missing;
  if (node.state !== 'scored') return text.excluded;
  const of = node.bonus ? node.max : node.applicable;
  return `${printNumber(node.points, language)} / ${printNumber(of, language)}`;
}

function history(lines: readonly TrendLine[], { language }: Reader): Html | false {
  const text = resultsText(language);
  if (lines.every(({ points }) => points.length === 0)) return false;
  return html`<h2>${text.history}</h2>
${lines.map(
  ({ unitName, relation, points }) => html`<table class="ranking"><caption>${
    relation === 'own' ? unitName : text.historyOf(unitName)
  }</caption>
<thead><tr><th scope="col">${text.periodHead}</th><th scope="col" class="num">${text.rank}</th><th scope="col" class="num">${text.index}</th></tr></thead>
<tbody>${points.map(
    (point) => html`<tr><th scope="row">${printPeriod(point.period, language)}</th>
<td class="num">${point.rank === null ? text.unranked : `${point.rank}/${point.of}`}</td>
<td class="num">${point.index === null ? '–' : printNumber(point.index, language)}</td></tr>`,
  )}</tbody></table>`,
)}`;
}
