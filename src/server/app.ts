import { join } from 'node:path';
import { constants } from 'node:zlib';
import compress, { type FastifyCompressOptions } from '@fastify/compress';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../domain/kernel/actor.ts';
import type { Config } from './config.ts';
import type { Database } from './db/connect.ts';
import { documentExport } from './files/document-sheet.ts';
import { fileRoutes } from './files/routes.ts';
import type { FileStore } from './files/store/store.ts';
import { mountFiles } from './files/transfer.ts';
import { mountApi } from './http/api.ts';
import { mountDescription } from './http/description.ts';
import { type ErrorPages, errorsBeforeRoutes, mountErrors } from './http/errors.ts';
import { mountSecurity, securityHeaders } from './http/security.ts';
import { watchRoutes } from './http/streams.ts';
import { accountRoutes, meRoutes } from './identity/account-routes.ts';
import type { Identity } from './identity/identity.ts';
import { invitationRoutes, passwordRoutes } from './identity/password-routes.ts';
import { sessionRoutes, totpRoutes } from './identity/session-routes.ts';
import { invitationSheets } from './identity/sheets/routes.ts';
import { journalRoutes } from './journal/routes.ts';
import { sealExport } from './journal/seal-sheet.ts';
import { journalExport } from './journal/sheet.ts';
import { mountRequestLimit } from './limit/request-limit.ts';
import { mountHealth } from './observe/health.ts';
import type { Metrics } from './observe/metrics.ts';
import { mountMetrics } from './observe/metrics.ts';
import { assignmentRoutes, peopleRoutes, positionRoutes } from './organization/person-routes.ts';
import { organizationSheets } from './organization/sheets/routes.ts';
import { unitRoutes } from './organization/unit-routes.ts';
import type { MakePdf } from './papers/pdf.ts';
import { figureRoutes } from './par-index/figures/routes.ts';
import { mountResultPapers } from './par-index/papers/routes.ts';
import { publishedTableRoutes } from './par-index/published/routes.ts';
import { resultRoutes } from './par-index/results/routes.ts';
import { scorecardRoutes } from './par-index/scorecards/routes.ts';
import { figureSheets } from './par-index/sheets/figure-routes.ts';
import { publishedSheets } from './par-index/sheets/published-routes.ts';
import { resultSheets } from './par-index/sheets/result-routes.ts';
import { scorecardSheets } from './par-index/sheets/routes.ts';
import { mountPortal, portalBroken, portalNotFound } from './portal/routes.ts';
import type { Tenant } from './tenants/queries.ts';
import { BUILT_WORKSPACE, mountWorkspace } from './web/workspace.ts';
import { workRoutes } from './work/routes.ts';

/** Everything the application is made with; nothing in it reads the environment or the clock by itself. */
export type Deps = {
  readonly config: Config;
  readonly db: Database;
  readonly log: FastifyBaseLogger;
  readonly metrics: Metrics;
  readonly now: () => Temporal.Instant;
  readonly identity: Identity;
  readonly files: FileStore;
  /** Undefined on a machine without LibreOffice. */
  readonly makePdf: MakePdf | undefined;
  /** Who sends this request, with everything they may do today. */
  readonly authenticate: Authenticate;
  /** False while the process is being stopped or the database is not ready. */
  readonly ready: () => Promise<boolean>;
};

export type Authenticate = (request: {
  readonly headers: Headers;
  readonly tenant: Tenant;
  readonly now: Temporal.Instant;
}) => Promise<Actor | undefined>;

/** Pages reach slow phones and rankings of thousands of units at a fraction of their size; level 4 costs little time. */
const COMPRESSION = {
  threshold: 1024,
  encodings: ['br', 'gzip'],
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
} satisfies FastifyCompressOptions;

/** Every list and form that goes out, or comes in, as a workbook. */
const SHEETS = [
  ...organizationSheets,
  journalExport,
  sealExport,
  documentExport,
  ...scorecardSheets,
  ...figureSheets,
  ...resultSheets,
  ...publishedSheets,
];

/** The whole product over HTTP, without a port: `main.ts` listens, tests inject. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const { proxies, publicUrl } = deps.config;
  const pages: ErrorPages = {
    notFound: (request, reply) => portalNotFound(deps, request, reply),
    broken: portalBroken,
  };
  const app: FastifyInstance = Fastify({
    loggerInstance: deps.log,
    trustProxy: (_address, hop) => hop < proxies,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    ...errorsBeforeRoutes(securityHeaders(publicUrl), pages),
  });
  const mounted = watchRoutes(app);
  mountErrors(app, pages);
  mountSecurity(app, publicUrl);
  await app.register(compress, COMPRESSION);
  await mountRequestLimit(app, deps.config);
  mountMetrics(app, deps.metrics);
  mountHealth(app, deps);
  const router = {
    session: sessionRoutes(deps.identity),
    totp: totpRoutes(deps.identity),
    passwords: passwordRoutes(deps.identity),
    invitations: invitationRoutes(deps.identity),
    me: meRoutes(deps.makePdf !== undefined),
    units: unitRoutes,
    people: peopleRoutes,
    positions: positionRoutes,
    assignments: assignmentRoutes,
    accounts: accountRoutes(deps.identity),
    files: fileRoutes,
    journal: journalRoutes(join(deps.config.dataFolder, 'seals')),
    scorecards: scorecardRoutes,
    figures: figureRoutes,
    results: resultRoutes,
    publishedTables: publishedTableRoutes,
    work: workRoutes,
  };
  mountApi(app, deps, router);
  mountFiles(app, deps);
  for (const mount of [...SHEETS, ...invitationSheets(deps.identity)]) mount(app, deps);
  mountResultPapers(app, deps);
  mountDescription(app, router, mounted);
  mountPortal(app, deps);
  await mountWorkspace(app, deps, BUILT_WORKSPACE);
  await app.ready();
  return app;
}
