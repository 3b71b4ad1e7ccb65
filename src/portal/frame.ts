import { portal as en } from '../text/en/portal.ts';
import type { Language } from '../text/language.ts';
import { portal as vi } from '../text/vi/portal.ts';
import { type Content, Html, html } from './html.ts';
import { STYLES } from './styles.ts';

/** What every page of the portal knows of its reader and of whose portal it is. */
export type Reader = {
  readonly language: Language;
  readonly largeText: boolean;
  readonly tenant: string;
  readonly demo: boolean;
  /** Where the reader is, path and query, so that a switch comes back here. */
  readonly here: string;
};

export type PortalText = typeof vi;

export function portalText(language: Language): PortalText {
  return language === 'vi' ? vi : en;
}

/** A whole page; `title` is left out on the home page. */
export function page(reader: Reader, title: string | undefined, content: Content): string {
  const text = portalText(reader.language);
  const ofTenant = text.title(reader.tenant);
  const document = html`<html lang="${reader.language}"${reader.largeText && html` data-text="large"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${title === undefined ? text.describes(reader.tenant) : `${title}. ${text.describes(reader.tenant)}`}">
<title>${title === undefined ? ofTenant : `${title} · ${ofTenant}`}</title>
<link rel="icon" href="/mark.svg" type="image/svg+xml">
<style>${new Html(STYLES)}</style>
</head>
<body>
<a class="skip" href="#main">${text.skip}</a>
${bar(reader, text)}
<div class="wide">
<header class="masthead">
<p class="tenant">${reader.tenant}</p>
${title === undefined ? html`<h1 class="name">${text.heading}</h1>` : html`<p class="name"><a href="/">${text.heading}</a></p>`}
${reader.demo && html`<p class="demo" title="${text.demoMore}">${text.demo}</p>`}
</header>
<main id="main">
${content}
</main>
</div>
<footer><div class="wide">${reader.demo && html`<p>${text.demoMore}</p>`}<p>${text.foot}</p></div></footer>
</body>
</html>`;
  return `<!doctype html>\n${document}`;
}

/** Switches are plain links: they set a cookie and come back. */
function bar({ language, largeText, here }: Reader, text: PortalText): Html {
  const back = encodeURIComponent(here);
  const size = largeText ? 'thuong' : 'lon';
  const other: Language = language === 'vi' ? 'en' : 'vi';
  return html`<nav class="bar" aria-label="${text.home}"><div class="wide">
<a href="/tuy-chon?chu=${size}&ve=${back}" rel="nofollow">${largeText ? text.normalText : text.largeText}</a>
<a href="/tuy-chon?ngon-ngu=${other}&ve=${back}" rel="nofollow" lang="${other}">${text.otherLanguage}</a>
<a href="/app/">${text.staff}</a>
</div></nav>`;
}
