import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { INTERNAL, type Refusal, refusalOf } from './answer.ts';

const NOT_FOUND: Refusal = { code: 'not_found', faults: [{ path: [], code: 'no_such_address' }] };

/** One place where whatever was thrown becomes an answer; what we did not foresee is logged and says nothing of itself. */
export function mountErrors(
  app: FastifyInstance,
  notFoundPage: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal === undefined || refusal.status >= 500) request.log.error({ err: error }, 'request failed');
    return reply.status(refusal?.status ?? 500).send(refusal?.body ?? INTERNAL);
  });
  app.setNotFoundHandler((request, reply) =>
    asksForPage(request) ? notFoundPage(request, reply) : reply.status(404).send(NOT_FOUND),
  );
}

function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
}
