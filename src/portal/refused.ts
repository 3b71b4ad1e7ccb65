import { page, portalText, type Reader } from './frame.ts';
import { html } from './html.ts';

export function notFoundPage(reader: Reader): string {
  const text = portalText(reader.language);
  return page(
    reader,
    text.notFound,
    html`<h1>${text.notFound}</h1><p>${text.notFoundBody}</p><a class="go" href="/">${text.home}</a>`,
  );
}

/** Nothing here says what went wrong inside. */
export function brokenPage(reader: Reader): string {
  const text = portalText(reader.language);
  return page(
    reader,
    text.broken,
    html`<h1>${text.broken}</h1><p>${text.brokenBody}</p><a class="go" href="/">${text.home}</a>`,
  );
}
