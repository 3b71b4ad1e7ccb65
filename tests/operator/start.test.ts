import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { DEMO_PASSWORD } from '../../src/server/demo/load.ts';
import { emptyDatabase, type TestDatabase } from '../database.ts';
import { asOwner } from '../tenant.ts';
import { end, run, type Served, serve } from './process.ts';

const SECRET = 'for-tests-only-for-tests-only-for-tests';

let folder: string;
let served: Served[];
let operated: TestDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minhchung-start-'));
  chmodSync(folder, 0o755);
  served = [];
  operated = await emptyDatabase(inject('serverUrl'));
});
afterEach(async () => {
  for (const one of served.splice(0)) await end(one);
});
afterAll(async () => {
  await operated.drop();
  rmSync(folder, { recursive: true, force: true });
});

const newcomer = () => ({ DATA_FOLDER: folder });
/** With a database of their own; the application's role is the one the tests share. */
const operator = () => ({
  DATA_FOLDER: join(folder, 'operator'),
  DATABASE_URL: operated.ownerUrl,
  APP_DATABASE_URL: operated.appUrl,
  SECRET,
});
const start = async (environment: Record<string, string>, ...args: string[]) => {
  const one = await serve(environment, ...args);
  served.push(one);
  return one;
};
const signIn = (address: string) =>
  fetch(`${address}/api/session/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'quantri@truonggiang.example', password: DEMO_PASSWORD }),
  });

test('a newcomer gets an address, accounts to sign in with, and gets in', async () => {
  const { address, out } = await start(newcomer());
  expect(out).toContain(address);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  expect((await signIn(address)).status).toBe(200);
});

test('a second start from the same folder is told where the first one runs', async () => {
  const { address } = await start(newcomer());
  const second = await run(newcomer(), 'serve');
  expect(second).toEqual({
    code: 2,
    out: '',
    err: expect.stringContaining(`đang chạy từ thư mục này, tại ${address}`),
  });
});

test('killed without warning, it starts again with everything in it, and stops when asked', async () => {
  const first = await start(newcomer());
  await end(first, 'SIGKILL');
  const again = await start(newcomer());
  expect((await signIn(again.address)).status).toBe(200);
  expect(await end(again)).toBe(0);
});

test('a secret that was lost is made anew, and the database of its own follows', async () => {
  rmSync(join(folder, 'secret'));
  const { address } = await start(newcomer());
  expect((await signIn(address)).status).toBe(200);
});

test('a taken port is named, with a way out', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => other.once('listening', done));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const { code, err } = await run({ ...newcomer(), PORT: port }, 'serve');
  other.close();
  expect(code).toBe(2);
  expect(err).toContain(`Cổng ${port} đang có chương trình khác dùng`);
});

test('settings that are wrong are all named at once', async () => {
  const wrong = {
    PORT: 'ba nghìn',
    DATABASE_URL: 'mysql://x',
    APP_DATABASE_URL: 'postgres://postgres:x@localhost/minhchung',
    SECRET: 'ngắn',
  };
  const { code, err } = await run(wrong, 'serve');
  expect(code).toBe(2);
  expect(err.split('\n').filter(Boolean)).toHaveLength(4);
  expect(err).toContain('vai trò minhchung_app');
});

test('an operator founds a tenant, gets a link that works once, and meets no demonstration account', async () => {
  expect((await run(operator(), 'migrate')).code).toBe(0);
  const founding = [
    '--code',
    'ht',
    '--name',
    'Tỉnh Hà Tây',
    '--admin-name',
    'Lê Thị Hoa',
    '--admin-email',
    'hoa@ht.example',
  ];
  const refused = await run(operator(), 'init', ...founding, '--kind', 'vương quốc');
  expect(refused.code).toBe(2);
  const { out } = await run(operator(), 'init', ...founding);
  const token = /invitation\/(\S+)/.exec(out)?.[1] ?? '';
  const { address } = await start(operator());
  const take = () =>
    fetch(`${address}/api/invitations/${token}/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password: 'mot mat khau that dai' }),
    });
  expect((await take()).status).toBe(200);
  expect((await take()).status).toBe(404);
  expect((await signIn(address)).status).toBe(401);
});

test('web and worker run side by side on one database', async () => {
  const web = await start(operator(), '--role', 'web');
  const worker = await start(operator(), '--role', 'worker');
  expect((await fetch(`${web.address}/readyz`)).status).toBe(200);
  expect(worker.address).toBe('');
  expect([await end(web), await end(worker)]).toEqual([0, 0]);
});

test('a database left half-migrated is refused at the start, until it is resumed', async () => {
  await asOwner(
    operated.ownerUrl,
    'update migration set finished_at = null where number = (select max(number) from migration)',
  );
  const { code, err } = await run(operator(), 'serve');
  expect(code).toBe(2);
  expect(err).toContain('minhchung migrate --resume');
  await asOwner(operated.ownerUrl, 'update migration set finished_at = now() where finished_at is null');
  await start(operator());
});

test('an older database that holds data waits for a backup', async () => {
  const newest = `(select max(number) from migration)`;
  const [row] = await asOwner(
    operated.ownerUrl,
    `delete from migration where number = ${newest} returning *`,
  );
  const { code, err } = await run(operator(), 'serve');
  expect(code).toBe(2);
  expect(err).toContain('minhchung migrate --backed-up');
  await asOwner(
    operated.ownerUrl,
    'insert into migration select * from json_populate_record(null::migration, $1)',
    [JSON.stringify(row)],
  );
});
