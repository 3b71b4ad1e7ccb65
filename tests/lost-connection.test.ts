import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../src/web/api/ask.ts';
import { failureOf } from '../src/web/api/failure.ts';

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, answer) => {
    if (request.url === '/empty') answer.writeHead(204).end();
    else if (request.url === '/cut') {
      answer.writeHead(200, { 'content-length': '100' });
      answer.write('half');
      setTimeout(() => request.socket.destroy(), 20);
    } else if (request.url === '/slow') setTimeout(() => answer.end('late'), 5_000).unref();
    else answer.writeHead(422, { 'content-type': 'application/json' }).end('{"code":"rule_broken"}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${portOf(server)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function portOf(of: Server): number {
  const address: AddressInfo | string | null = of.address();
  if (address === null || typeof address === 'string') throw new Error('listens on no port');
  return address.port;
}

async function failureAt(path: string, init?: RequestInit) {
  const thrown: unknown = await ask(`${origin}${path}`, init).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { thrown, failure: failureOf(thrown) };
}

test('an answer comes as it is, with its status and its body, also with none', async () => {
  const refused = await ask(`${origin}/`);
  expect(refused.status).toBe(422);
  expect(await refused.json()).toEqual({ code: 'rule_broken' });
  expect((await ask(`${origin}/empty`)).status).toBe(204);
});

test('an answer that breaks off in the middle is a lost connection', async () => {
  expect((await failureAt('/cut')).failure.code).toBe('offline');
});

test('a server that is not there is a lost connection', async () => {
  const gone = createServer();
  await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
  const port = portOf(gone);
  await new Promise((done) => gone.close(done));
  const lost = await ask(`http://127.0.0.1:${port}/`).catch((error: unknown) => error);
  expect(failureOf(lost).code).toBe('offline');
});

test('a request that was called off is no lost connection', async () => {
  const { thrown, failure } = await failureAt('/slow', { signal: AbortSignal.timeout(20) });
  expect(thrown).toMatchObject({ name: 'TimeoutError' });
  expect(failure.code).toBe('broken');
});
