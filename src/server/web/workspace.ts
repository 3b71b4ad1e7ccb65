import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { html } from '../../portal/html.ts';
import type { Deps } from '../app.ts';
import { DEMO_PASSWORD, listDemoAccounts } from '../demo/load.ts';
import { findTenant, type Tenant } from '../tenants/queries.ts';

export const BUILT_WORKSPACE = new URL('../../../dist/web', import.meta.url).pathname;

/** Files named after their content never change; the page that names them is asked for each time. */
const FOREVER = 'public, max-age=31536000, immutable';

/** Serves the built workspace below `/app`; each address that is no file is a page of it. */
export async function mountWorkspace(app: FastifyInstance, deps: Deps, folder: string): Promise<void> {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return;
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/app/',
    index: false,
    wildcard: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? FOREVER : 'no-cache');
    },
  });
  const document = readFileSync(page, 'utf8');
  app.get('/app/assets/*', async (_request, reply) => reply.callNotFound());
  for (const address of ['/app', '/app/*'])
    app.get(address, async (request, reply) => {
      const tenant = await findTenant(deps.db, request.hostname);
      reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
      return reply.send(document.replace('</head>', `${whose(tenant)}</head>`));
    });
  const picture = readFileSync(join(folder, 'mark.svg'));
  for (const address of ['/mark.svg', '/favicon.ico'])
    app.get(address, async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(picture),
    );
}

/**
 * Whose workspace this is, so that the sign-in page can say so before anybody is signed in; of the demonstration also
 * the accounts that anyone may try.
 */
function whose(tenant: Tenant | undefined): string {
  if (tenant === undefined) return '';
  const demo =
    tenant.demo &&
    html` data-demo="${JSON.stringify({ accounts: listDemoAccounts(), password: DEMO_PASSWORD })}"`;
  return `${html`<meta name="tenant" content="${tenant.name}"${demo}>`}`;
}
