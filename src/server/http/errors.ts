import type { FastifyInstance } from 'fastify';
import { INTERNAL, type Refusal, refusalOf } from './answer.ts';

const NOT_FOUND: Refusal = { code: 'not_found', faults: [{ path: [], code: 'no_such_address' }] };

/** One place where whatever was thrown becomes an answer; what we did not foresee is logged and says nothing of itself. */
export function mountErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal === undefined) request.log.error({ err: error }, 'request failed');
    return reply.status(refusal?.status ?? 500).send(refusal?.body ?? INTERNAL);
  });
  app.setNotFoundHandler((_request, reply) => reply.status(404).send(NOT_FOUND));
}
