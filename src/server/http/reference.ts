import type { OpenAPI } from '@orpc/openapi';
import { type Content, type Html, html } from '../../portal/html.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The reference for people: one page, no script, printable. */
export function renderReference({ info, paths, servers }: OpenAPI.Document): string {
  const base = servers?.[0]?.url ?? '';
  const groups = Map.groupBy(operationsOf(paths ?? {}), ({ tag }) => tag);
  const page = html`<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${info.title} API</title><link rel="stylesheet" href="/api/docs.css"></head><body>
<h1>${info.title} API</h1><p>${info.description}</p>
<p>Bản cho chương trình: <a href="/api/openapi.json">openapi.json</a></p>
<nav><ul>${[...groups].map(([tag, all]) => tableOfContents(tag, all))}</ul></nav>
${[...groups].map(([tag, all]) => html`<h2>${tag}</h2>${all.map((one) => section(base, one))}`)}
</body></html>`;
  return `<!doctype html>\n${page}`;
}

export const REFERENCE_STYLES = `:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;
padding:1rem}code,pre{font:13px/1.45 ui-monospace,monospace}pre{overflow-x:auto;padding:.75rem;border:1px solid #8888;
border-radius:4px}h2{margin-top:2.5rem;border-bottom:1px solid #8888}h3{margin:2rem 0 .25rem}b{text-transform:uppercase}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0}`;

type Listed = { method: string; path: string; tag: string; id: string; operation: OpenAPI.OperationObject };

function operationsOf(paths: OpenAPI.PathsObject): Listed[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method];
      if (operation === undefined) return [];
      return [
        {
          method,
          path,
          tag: operation.tags?.[0] ?? '',
          id: operation.operationId ?? method + path,
          operation,
        },
      ];
    }),
  );
}

function tableOfContents(tag: string, all: readonly Listed[]): Html {
  return html`<li>${tag}<ul>${all.map(
    ({ id, operation, method, path }) =>
      html`<li><a href="#${id}">${operation.summary ?? id}</a> <code>${method} ${path}</code></li>`,
  )}</ul></li>`;
}

function section(base: string, { method, path, id, operation }: Listed): Html {
  const body = operation.requestBody;
  const answer = operation.responses?.['200'];
  return html`<section><h3 id="${id}">${operation.summary ?? id}</h3>
<p><code><b>${method}</b> ${base}${path}</code> · quyền: <code>${permissionOf(operation)}</code></p>
${operation.description && html`<p>${operation.description}</p>`}
${parameters(operation.parameters ?? [])}
${body !== undefined && 'content' in body && content('Gửi', body.content)}
${answer !== undefined && 'content' in answer && content('Nhận', answer.content ?? {})}</section>`;
}

function permissionOf(operation: OpenAPI.OperationObject): string {
  return 'x-permission' in operation ? String(operation['x-permission']) : '';
}

function parameters(all: NonNullable<OpenAPI.OperationObject['parameters']>): Content {
  const rows = all.flatMap((one) => ('name' in one ? [one] : []));
  return (
    rows.length > 0 &&
    html`<table><thead><tr><th>Tham số</th><th>Ở</th><th>Dạng</th></tr></thead><tbody>${rows.map(
      (one) =>
        html`<tr><td><code>${one.name}</code>${one.required && ' *'}</td><td>${one.in}</td>
<td><code>${JSON.stringify(one.schema)}</code></td></tr>`,
    )}</tbody></table>`
  );
}

function content(title: string, kinds: Readonly<Record<string, OpenAPI.MediaTypeObject>>): Content {
  return Object.entries(kinds).map(
    ([kind, { schema }]) =>
      html`<details><summary>${title} <code>${kind}</code></summary><pre>${JSON.stringify(schema, null, 2)}</pre></details>`,
  );
}
