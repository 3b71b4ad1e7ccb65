import { type PortalText, page, portalText, type Reader } from './frame.ts';
import { type Html, html } from './html.ts';
import { resultsText } from './published-results.ts';

const NATIONAL_PORTAL = 'https://dichvucong.gov.vn';

/** The first page of a citizen: one box to search, the way to filing, and why the figures can be trusted. */
export function homePage(reader: Reader): string {
  const text = portalText(reader.language);
  return page(
    reader,
    undefined,
    html`${searchBox(text, '')}
<h2>${resultsText(reader.language).title}</h2>
<p>${resultsText(reader.language).lead}</p>
<a class="go" href="/ket-qua">${resultsText(reader.language).all}</a>
<h2>${text.nationalTitle}</h2>
<p>${text.nationalBody}</p>
<a class="go" href="${NATIONAL_PORTAL}" rel="noopener">${text.nationalLink}</a>
<h2>${text.trustTitle}</h2>
<p>${text.trustBody}</p>
<a class="go" href="/niem-phong">${text.trustLink}</a>`,
  );
}

export function searchBox(text: PortalText, typed: string): Html {
  return html`<form class="search" action="/tim" method="get" role="search">
<label for="q">${text.searchLabel}</label>
<div><input id="q" name="q" type="search" value="${typed}" placeholder="${text.searchExample}" maxlength="100" autocomplete="off" aria-describedby="q-hint"><button>${text.searchDo}</button></div>
<p class="hint" id="q-hint">${text.searchHint}</p>
</form>`;
}
