import type { JournalSeal } from '../domain/journal/seal.ts';
import { printInstant } from '../text/instants.ts';
import { printNumber } from '../text/numbers.ts';
import { page, portalText, type Reader } from './frame.ts';
import { html } from './html.ts';

/** The seals of the journal, newest first; `older` is the number below which the next page begins. */
export function sealsPage(reader: Reader, seals: readonly JournalSeal[], older: number | null): string {
  const text = portalText(reader.language);
  const lines = seals.map(
    (seal) => html`<li><dl class="seal">
<dt>${text.sealNumber}</dt><dd>${seal.sealNo}</dd>
<dt>${text.sealedAt}</dt><dd>${printInstant(seal.sealedAt)}</dd>
<dt>${text.sealEntries}</dt><dd>${printNumber(`${seal.count}`, reader.language)}</dd>
<dt>${text.sealHash}</dt><dd><code>${seal.hash}</code></dd>
</dl></li>`,
  );
  return page(
    reader,
    text.seals,
    html`<h1>${text.seals}</h1>
<p>${text.sealsLead}</p>
${seals.length === 0 ? html`<p>${text.noSeals}</p>` : html`<ul class="list">${lines}</ul>`}
${older !== null && html`<a class="go" href="/niem-phong?truoc=${older}">${text.older}</a>`}`,
  );
}
