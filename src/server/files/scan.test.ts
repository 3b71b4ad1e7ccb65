import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { type Clamd, EICAR, startClamd } from '../../../tests/clamd.ts';
import { givenProvince } from '../../../tests/given.ts';
import { actorWith, asOwner } from '../../../tests/tenant.ts';
import { unitId } from '../../../tests/unit-examples.ts';
import type { Actor } from '../../domain/kernel/actor.ts';

const ROOT = `/${unitId(1)}/`;

let clamd: Clamd;
let strict: TestApp;
let lenient: TestApp;
const clerks = new Map<TestApp, Actor>();
beforeAll(async () => {
  clamd = await startClamd();
  const start = async (down: string) => {
    const environment = { CLAMD: clamd.address, CLAMD_DOWN: down, CLAMD_TIMEOUT_SECONDS: '0.5' };
    const server: TestApp = await startTestApp({ authenticate: async () => clerks.get(server), environment });
    clerks.set(server, actorWith(await givenProvince(server), ['file.add', '/'], ['file.read', '/']));
    return server;
  };
  strict = await start('refuse');
  lenient = await start('accept');
});
beforeEach(() => {
  clamd.mood = 'well';
});
afterAll(async () => {
  await strict.close();
  await lenient.close();
  await clamd.close();
});

const send = (server: TestApp, content: string) =>
  server.app.inject({
    method: 'POST',
    url: `/api/files?name=bao-cao.txt&unit=${ROOT}`,
    headers: { 'content-type': 'text/plain' },
    payload: content,
  });
const codes = (answer: { json: () => { faults: { code: string }[] } }) =>
  answer.json().faults.map(({ code }) => code);
const kept = (server: TestApp) =>
  readdirSync(join(server.deps.config.dataFolder, 'files'), { recursive: true }).filter((name) =>
    /[0-9a-f]{64}$/.test(String(name)),
  );

test('the scanner sees the whole contents before they are kept, and the file says so', async () => {
  const content = 'Báo cáo cải cách hành chính. '.repeat(10_000);
  const sent = await send(strict, content);
  expect(sent.statusCode).toBe(201);
  expect(sent.json().scan).toBe('clean');
  expect(clamd.seen.at(-1)).toBe(content);
});

test('infected contents are refused by the name of what is in them, and neither row nor contents stay', async () => {
  const before = kept(strict).length;
  const answer = await send(strict, `Kính gửi: ${EICAR}`);
  expect(answer.statusCode).toBe(400);
  expect(answer.json().faults).toEqual([
    { path: ['file'], code: 'file_infected', detail: { name: 'Eicar-Test-Signature' } },
  ]);
  expect(kept(strict)).toHaveLength(before);
  const rows = await asOwner(strict.database.ownerUrl, 'select from stored_file where size < 200');
  expect(rows).toEqual([]);
});

test.each(['silent', 'hurried', 'full'] as const)(
  'from a scanner that is %s nothing is taken unscanned, unless the installation wants it so',
  async (mood) => {
    clamd.mood = mood;
    const refused = await send(strict, `Tờ trình ${mood}`);
    expect(refused.statusCode).toBe(503);
    expect(codes(refused)).toEqual(['file_scanner_silent']);
    const taken = await send(lenient, `Tờ trình ${mood}`);
    expect(taken.statusCode).toBe(201);
    expect(taken.json().scan).toBe('missed');
  },
);
