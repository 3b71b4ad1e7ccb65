import type { FastifyInstance } from 'fastify';

/** `/healthz`: the process lives. `/readyz`: it may be sent requests. */
export function mountHealth(
  app: FastifyInstance,
  { ready }: { readonly ready: () => Promise<boolean> },
): void {
  app.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok'));
  app.get('/readyz', async (_request, reply) => {
    const fine = await ready().catch(() => false);
    return reply
      .status(fine ? 200 : 503)
      .type('text/plain')
      .send(fine ? 'ready' : 'not ready');
  });
}
