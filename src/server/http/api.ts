import { OpenAPIHandler } from '@orpc/openapi/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../domain/kernel/app-error.ts';
import { fault } from '../../domain/kernel/fault.ts';
import type { Deps } from '../app.ts';
import { findTenant } from '../tenants/queries.ts';
import { INTERNAL, refusalOf, toOrpcError } from './answer.ts';
import type { RequestContext } from './context.ts';
import { listOperations } from './contract.ts';
import { accessOf, refuseUnlessAllowed } from './operation.ts';

/** Any contract, bound to our context. */
export type ApiRouter = ConstructorParameters<typeof OpenAPIHandler<RequestContext>>[0];

/** Serves every operation of the contract below `/api`. */
export function mountApi(app: FastifyInstance, deps: Deps, router: ApiRouter): void {
  const handler = new OpenAPIHandler<RequestContext>(router, {
    customErrorResponseBodyEncoder: (error) => refusalOf(error)?.body ?? INTERNAL,
    rootInterceptors: [
      async ({ context, next }) => {
        const result = await next();
        if (result.matched) addHeaders(result.response.headers, context.answerHeaders);
        return result;
      },
    ],
    clientInterceptors: [
      async ({ context, procedure, path, next }) => {
        const done = deps.metrics.operations.startTimer({ operation: path.join('.') });
        try {
          refuseUnlessAllowed(accessOf(procedure['~orpc'].meta), context);
          const answer = await next();
          done({ outcome: 'done' });
          return answer;
        } catch (error) {
          const refusal = refusalOf(error);
          done({ outcome: refusal?.body.code ?? 'internal' });
          if (refusal === undefined) deps.log.error({ err: error }, 'operation failed');
          throw toOrpcError(error);
        }
      },
    ],
  });
  const serve = async (request: FastifyRequest, reply: FastifyReply, context: RequestContext) => {
    reply.header('cache-control', 'no-store');
    const { matched } = await handler.handle(request, reply, { prefix: '/api', context });
    if (!matched) throw new AppError('not_found', [fault([], 'no_such_address')]);
  };
  app.all('/api/*', async (request, reply) => serve(request, reply, await contextOf(deps, request)));
  mountLarge(app, deps, serve);
}

type Serve = (request: FastifyRequest, reply: FastifyReply, context: RequestContext) => Promise<void>;

/**
 * Operations that take whole documents have a limit of their own. Who may not call one is told so before the body is
 * read, so that nobody can make the server hold much for nothing.
 */
function mountLarge(app: FastifyInstance, deps: Deps, serve: Serve): void {
  const contexts = new WeakMap<FastifyRequest, RequestContext>();
  for (const { method, path, access, bodyMegabytes } of listOperations()) {
    if (bodyMegabytes === undefined) continue;
    app.route({
      method,
      url: `/api${path.replace(/\{(\w+)\}/g, ':$1')}`,
      bodyLimit: bodyMegabytes * 1024 * 1024,
      onRequest: async (request) => {
        const context = await contextOf(deps, request);
        refuseUnlessAllowed(access, context);
        contexts.set(request, context);
      },
      handler: async (request, reply) =>
        serve(request, reply, contexts.get(request) ?? (await contextOf(deps, request))),
    });
  }
}

function addHeaders(target: Record<string, string | string[] | undefined>, added: Headers): void {
  for (const [name, value] of added) if (name !== 'set-cookie') target[name] = value;
  const cookies = added.getSetCookie();
  if (cookies.length > 0) target['set-cookie'] = cookies;
}

export async function contextOf(deps: Deps, request: FastifyRequest): Promise<RequestContext> {
  const tenant = await findTenant(deps.db, request.hostname);
  if (tenant === undefined) throw new AppError('conflict', [fault([], 'no_tenant')]);
  const headers = headersOf(request);
  const now = deps.now();
  const key = headers.get('idempotency-key') ?? undefined;
  if (key !== undefined && (key.length < 8 || key.length > 200))
    throw new AppError('invalid_input', [fault(['Idempotency-Key'], 'idempotency_key')]);
  return {
    db: deps.db,
    tenant,
    actor: await deps.authenticate({ headers, tenant, now }),
    now,
    idempotencyKey: key,
    headers,
    address: request.ip,
    answerHeaders: new Headers(),
  };
}

export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) headers.append(name, one);
  return headers;
}
