import type { FastifyInstance } from 'fastify';
import type { Deps } from '../app.ts';

/** `/healthz`: the process lives. `/readyz`: it may be sent requests, or what stands in the way. */
export function mountHealth(app: FastifyInstance, { ready, files }: Pick<Deps, 'ready' | 'files'>): void {
  app.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok'));
  app.get('/readyz', async (_request, reply) => {
    const [running, kept] = await Promise.all([succeeds(ready()), succeeds(files.check().then(() => true))]);
    const missing = [running ? [] : ['database'], kept ? [] : ['files']].flat();
    return reply
      .status(missing.length === 0 ? 200 : 503)
      .type('text/plain')
      .send(missing.length === 0 ? 'ready' : `not ready: ${missing.join(', ')}`);
  });
}

function succeeds(asked: Promise<boolean>): Promise<boolean> {
  return asked.catch(() => false);
}
