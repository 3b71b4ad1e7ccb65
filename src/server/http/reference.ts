import type { OpenAPI } from '@orpc/openapi';
import type { AppErrorCode } from '../../domain/kernel/app-error.ts';
import { STATUS } from '../../domain/kernel/operation.ts';
import { Permission } from '../../domain/kernel/permission.ts';
import { type Content, type Html, html } from '../../portal/html.ts';
import { permissions as permissionsEn } from '../../text/en/permissions.ts';
import { reference as en } from '../../text/en/reference.ts';
import type { Language } from '../../text/language.ts';
import { permissions as permissionsVi } from '../../text/vi/permissions.ts';
import { reference as vi } from '../../text/vi/reference.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const TEXT = { vi, en };
const PERMISSIONS = { vi: permissionsVi, en: permissionsEn };

type Listed = { method: string; path: string; tag: string; id: string; operation: OpenAPI.OperationObject };

/** The reference for people: one page, no script, printable. */
export function renderReference({ paths, servers }: OpenAPI.Document, language: Language): string {
  const text = TEXT[language];
  const base = servers?.[0]?.url ?? '';
  const other = language === 'vi' ? 'en' : 'vi';
  const groups = [...Map.groupBy(operationsOf(paths ?? {}), ({ tag }) => tag)];
  const nameOf = (tag: string) => text.groups[tag] ?? tag;
  const page = html`<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${text.title}</title><link rel="stylesheet" href="/api/docs.css"></head><body>
<nav>${groups.map(([tag, all]) => html`<p>${nameOf(tag)}</p><ul>${all.map(entry)}</ul>`)}</nav>
<main><h1>${text.title}</h1>
<p class="soft"><a href="/api/openapi.json">${text.forPrograms}</a> · <a href="?lang=${other}" lang="${other}">${text.otherLanguage}</a></p>
<ul>${text.intro.map((line) => html`<li>${line}</li>`)}</ul>
${refusals(language)}
${groups.map(([tag, all]) => html`<h2>${nameOf(tag)}</h2>${all.map((one) => section(language, base, one))}`)}
</main></body></html>`;
  return `<!doctype html>\n${page}`;
}

function operationsOf(paths: OpenAPI.PathsObject): Listed[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method];
      if (operation === undefined) return [];
      const id = operation.operationId ?? method + path;
      return [{ method, path, tag: operation.tags?.[0] ?? '', id, operation }];
    }),
  );
}

function entry({ id, operation }: Listed): Html {
  return html`<li><a href="#${id}">${operation.summary ?? id}</a></li>`;
}

function refusals(language: Language): Html {
  const { refusals: heading, refusal } = TEXT[language];
  const rows = Object.entries(STATUS).map(([code, status]) => {
    const meaning = isRefusal(code) ? refusal[code] : '';
    return html`<tr><td>${status}</td><td><code>${code}</code></td><td>${meaning}</td></tr>`;
  });
  return html`<h2>${heading}</h2><table>${rows}</table>`;
}

function isRefusal(code: string): code is AppErrorCode {
  return Object.hasOwn(STATUS, code);
}

function section(language: Language, base: string, { method, path, id, operation }: Listed): Html {
  const text = TEXT[language];
  const body = operation.requestBody;
  const answer = operation.responses?.['200'] ?? operation.responses?.['201'];
  return html`<section><h3 id="${id}">${operation.summary ?? id}</h3>
<p><code><b>${method}</b> ${base}${path}</code></p>
<p class="soft">${text.needs}: ${accessOf(language, operation)}</p>
${operation.description && html`<p>${operation.description}</p>`}
${parameters(language, operation.parameters ?? [])}
${body !== undefined && 'content' in body && content(text.sends, body.content)}
${answer !== undefined && 'content' in answer && content(text.receives, answer.content ?? {})}</section>`;
}

function accessOf(language: Language, operation: OpenAPI.OperationObject): Content {
  const { anyone, signedIn } = TEXT[language];
  const access = 'x-permission' in operation ? operation['x-permission'] : undefined;
  const permission = Permission.safeParse(access);
  if (permission.success)
    return html`${PERMISSIONS[language][permission.data]} (<code>${permission.data}</code>)`;
  return access === 'anyone' ? anyone : signedIn;
}

function parameters(language: Language, all: NonNullable<OpenAPI.OperationObject['parameters']>): Content {
  const { parameter, place, places, form, required } = TEXT[language];
  const rows = all.flatMap((one) => ('name' in one ? [one] : []));
  if (rows.length === 0) return false;
  return html`<table><thead><tr><th>${parameter}</th><th>${place}</th><th>${form}</th></tr></thead>
<tbody>${rows.map(
    (one) =>
      html`<tr><td><code>${one.name}</code>${one.required && html` <small>${required}</small>`}</td>
<td>${places[one.in] ?? one.in}</td><td><code>${JSON.stringify(one.schema)}</code></td></tr>`,
  )}</tbody></table>`;
}

function content(title: string, kinds: Readonly<Record<string, OpenAPI.MediaTypeObject>>): Content {
  return Object.entries(kinds).map(
    ([kind, { schema }]) =>
      html`<details><summary>${title} <code>${kind}</code></summary><pre>${JSON.stringify(schema, null, 2)}</pre></details>`,
  );
}
