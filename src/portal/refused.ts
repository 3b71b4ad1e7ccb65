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
