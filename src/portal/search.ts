import { printDate, printNumber } from '../text/numbers.ts';
import { type PortalText, page, portalText, type Reader } from './frame.ts';
import { searchBox } from './home.ts';
import { type Html, html } from './html.ts';
import type { FoundUnit } from './unit-search.ts';

const MOST = 50;

/** What was found, names of the past with what they are called today. */
export function searchPage(reader: Reader, typed: string, found: readonly FoundUnit[]): string {
  const text = portalText(reader.language);
  const count = (of: number) => printNumber(`${of}`, reader.language);
  const told =
    found.length > MOST ? text.foundMany(count(MOST), count(found.length)) : text.found(count(found.length));
  return page(
    reader,
    text.searchTitle(typed),
    html`${searchBox(text, typed)}
<h1>${text.searchTitle(typed)}</h1>
${
  found.length === 0
    ? html`<p>${text.nothing}</p><p class="soft">${text.nothingMore}</p>`
    : html`<p class="soft">${told}</p><ul class="list">${found.slice(0, MOST).map((unit) => line(unit, text))}</ul>`
}`,
  );
}

function line(unit: FoundUnit, text: PortalText): Html {
  const place = unit.parent === undefined ? '' : `, ${text.under(unit.parent)}`;
  const lastDay = unit.until === undefined ? undefined : dayBefore(unit.until);
  const past = unit.now.length > 0 ? `${text.nowIs} ${unit.now.join(', ')}` : text.ended;
  return html`<li><strong>${unit.name}</strong>
<span class="soft">${text.code} ${unit.code}${place}</span>
${lastDay !== undefined && html`<br><span class="soft">${text.until(printDate(lastDay))},</span> ${past}`}
${unit.from.length > 0 && html`<br><span class="soft">${text.mergedFrom} ${unit.from.join(', ')}</span>`}</li>`;
}

function dayBefore(day: string): string {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}
