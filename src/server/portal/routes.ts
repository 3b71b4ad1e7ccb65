import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Reader } from '../../portal/frame.ts';
import { homePage } from '../../portal/home.ts';
import { brokenPage, notFoundPage } from '../../portal/refused.ts';
import { sealsPage } from '../../portal/seals.ts';
import { searchPage } from '../../portal/search.ts';
import { STYLES } from '../../portal/styles.ts';
import { searchUnits } from '../../portal/unit-search.ts';
import type { Deps } from '../app.ts';
import { withTenant } from '../db/actor.ts';
import { findSeals } from '../journal/queries.ts';
import { toJournalSeal } from '../journal/service.ts';
import { dayOf } from '../organization/today.ts';
import { findTenant, type Tenant } from '../tenants/queries.ts';
import { listHeirs, listUnitNames } from './queries.ts';
import { keepChoice, readerOf } from './reader.ts';
import { type Reading, showRanking, showResults, showUnitResult } from './results.ts';

/** Nothing runs; the one style sheet is known by its hash. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLES).digest('base64')}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

type Campaign = { code: string; period: string };

const SEALS_ON_A_PAGE = 30;
const NOBODY: Pick<Tenant, 'name' | 'demo'> = { name: 'Minh Chứng', demo: false };

/** The citizens' pages, whole without JavaScript. */
export function mountPortal(app: FastifyInstance, deps: Deps): void {
  const { db, now } = deps;

  app.get('/', async (request, reply) => send(reply, homePage(await reader(request))));

  app.get<{ Querystring: { q?: string | string[] } }>('/tim', async (request, reply) => {
    const typed = [request.query.q ?? ''].flat().join(' ').slice(0, 100);
    const found = await withReaderTenant(request, [], async (tenant) =>
      withTenant(db, tenant.tenantId, async (trx) =>
        searchUnits(
          await listUnitNames(trx, tenant.tenantId),
          await listHeirs(trx, tenant.tenantId),
          typed,
          dayOf(now()),
        ),
      ),
    );
    return send(reply, searchPage(await reader(request), typed, found));
  });

  app.get<{ Querystring: { truoc?: string | string[] } }>('/niem-phong', async (request, reply) => {
    const before = numberOf(request.query.truoc);
    const seals = await withReaderTenant(request, [], (tenant) =>
      withTenant(db, tenant.tenantId, (trx) => findSeals(trx, tenant.tenantId, before, SEALS_ON_A_PAGE)),
    );
    const older = seals.length < SEALS_ON_A_PAGE ? null : (seals.at(-1)?.sealNo ?? null);
    return send(reply, sealsPage(await reader(request), seals.map(toJournalSeal), older));
  });

  app.get('/ket-qua', async (request, reply) =>
    sendIfThere(request, reply, (reading) => showResults(reading)),
  );

  app.get<{ Params: Campaign; Querystring: { q?: string | string[]; trang?: string | string[] } }>(
    '/ket-qua/:code/:period',
    async (request, reply) => {
      const typed = [request.query.q ?? ''].flat().join(' ').slice(0, 100);
      const view = { typed, page: numberOf(request.query.trang) ?? 1 };
      return sendIfThere(request, reply, (reading) => showRanking(reading, request.params, view));
    },
  );

  app.get<{ Params: Campaign & { unit: string } }>('/ket-qua/:code/:period/:unit', async (request, reply) =>
    sendIfThere(request, reply, (reading) => showUnitResult(reading, request.params, request.params.unit)),
  );

  app.get<{ Querystring: Record<string, string> }>('/tuy-chon', async (request, reply) =>
    keepChoice(reply, request.query),
  );

  app.get('/robots.txt', async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send('User-agent: *\nDisallow: /app/\nDisallow: /api/\n'),
  );

  async function reader(request: FastifyRequest): Promise<Reader> {
    return readerOf(request, (await findTenant(db, request.hostname)) ?? NOBODY);
  }

  /** What is not published is not found. */
  async function sendIfThere(
    request: FastifyRequest,
    reply: FastifyReply,
    show: (reading: Reading) => Promise<string | undefined>,
  ): Promise<FastifyReply> {
    const tenant = await findTenant(db, request.hostname);
    const document = tenant && (await show({ db, tenant, reader: readerOf(request, tenant) }));
    return document === undefined ? portalNotFound(deps, request, reply) : send(reply, document);
  }

  async function withReaderTenant<T>(
    request: FastifyRequest,
    otherwise: T,
    run: (tenant: Tenant) => Promise<T>,
  ): Promise<T> {
    const tenant = await findTenant(db, request.hostname);
    return tenant === undefined ? otherwise : run(tenant);
  }
}

/** For an address that nobody serves, asked for by somebody who reads pages. */
export async function portalNotFound(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const tenant = await findTenant(deps.db, request.hostname);
  return send(reply.status(404), notFoundPage(readerOf(request, tenant ?? NOBODY)));
}

/** For a page that cannot be made now; asks nothing of the database, which may be what is broken. */
export async function portalBroken(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return send(reply, brokenPage(readerOf(request, NOBODY)));
}

function send(reply: FastifyReply, document: string): FastifyReply {
  return reply
    .header('content-security-policy', CONTENT_SECURITY_POLICY)
    .header('cache-control', 'private, no-cache')
    .type('text/html; charset=utf-8')
    .send(document);
}

function numberOf(written: string | string[] | undefined): number | undefined {
  return typeof written === 'string' && /^[1-9][0-9]{0,8}$/.test(written) ? Number(written) : undefined;
}
