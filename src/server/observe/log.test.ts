import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';

async function logOf(url: string, failure?: Error): Promise<string> {
  const lines: string[] = [];
  const app = Fastify({ loggerInstance: createLog('info', { write: (line) => lines.push(line) }) });
  app.get('/*', async () => {
    if (failure !== undefined) throw failure;
    return 'ok';
  });
  await app.inject(url);
  await app.close();
  return lines.join('');
}

test('the log tells which address was asked for', async () => {
  expect(await logOf('/api/units')).toContain('"url":"/api/units"');
});

test.each([
  ['whom somebody looked for', '/api/people?search=Nguyễn Văn An', 'Văn An'],
  [
    'the token of an invitation',
    '/api/invitations/vW-fa-HNIdO4aoAqnYJBMhTpkH-aZgRUbH-GEaFZITE',
    'vW-fa-HNIdO4',
  ],
])('the log does not tell %s', async (_what, url, secret) => {
  const log = await logOf(url);
  expect(log).not.toContain(secret);
  expect(log).not.toContain(encodeURIComponent(secret));
});

test('of an error the log keeps what tells the cause, and not what hangs on it', async () => {
  const failure = Object.assign(new Error('connection lost'), {
    code: '08006',
    client: { password: 'geheim' },
  });
  const log = await logOf('/', failure);
  expect(log).toContain('connection lost');
  expect(log).toContain('08006');
  expect(log).not.toContain('geheim');
});
