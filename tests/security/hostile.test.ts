import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOperations } from '../../src/server/http/contract.ts';
import { startTestApp, type TestApp } from '../app.ts';
import { type Caller, givenProvince, signedInAs } from '../given.ts';
import { unitId } from '../unit-examples.ts';

let app: TestApp;
let administrator: Caller;
let cookie: string;

beforeAll(async () => {
  app = await startTestApp();
  administrator = await signedInAs(app, await givenProvince(app), 'administrator');
  cookie = [...administrator.cookies].map((pair) => pair.join('=')).join('; ');
});
afterAll(() => app.close());

const post = (path: string, payload: string) =>
  app.app.inject({
    method: 'POST',
    url: `/api${path}`,
    headers: { cookie, 'content-type': 'application/json' },
    payload,
  });

const nest = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times);

describe('every operation that takes a body', () => {
  const commands = listOperations().filter(
    ({ method, name }) => method === 'POST' && name !== 'session.signOut',
  );
  test.each([
    ['a list a hundred thousand deep', nest('[', ']', 100_000)],
    ['an object a hundred thousand deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['the prototype of objects', '{"__proto__": {"admin": true}}'],
    ['the prototype of their maker', '{"constructor": {"prototype": {"admin": true}}}'],
    ['what is no JSON', '{"a": '],
    ['half a character', '"\\ud800"'],
  ])('refuses %s and goes on', async (_what, payload) => {
    for (const { path } of commands) {
      const answer = await post(path.replace(/\{\w+\}/g, unitId(99)), payload);
      const { code } = answer.json();
      // An operation without input reads nothing of what it is sent.
      expect([path, answer.statusCode < 500, code === 'internal']).toEqual([path, true, false]);
    }
    expect(Object.prototype).not.toHaveProperty('admin');
    expect((await administrator.get('/me')).status).toBe(200);
  });
});

describe('the character 0', () => {
  test('in a name is refused, and nothing of the request stays', async () => {
    const person = { name: 'Lê\u0000Thị Ba', email: null, unitId: unitId(4), title: 'Chuyên viên' };
    const answer = await administrator.post('/people', { ...person, from: '2026-01-01' });
    expect(answer).toMatchObject({ status: 400, codes: ['unprintable_character'] });
    expect((await administrator.get('/people?search=ba')).body).toMatchObject({ people: [] });
  });

  test.each([
    '/api/people?search=%00',
    '/api/people.xlsx?search=%00',
    '/api/journal?action=%00',
    '/ket-qua/%00/2026',
  ])('in %s is refused like other bad input', async (url) => {
    const { statusCode } = await app.app.inject({ url, headers: { cookie } });
    expect([400, 404]).toContain(statusCode);
  });

  test('in the address of a page leads to the page that says there is none', async () => {
    const { statusCode, body } = await app.app.inject({
      url: '/ket-qua/%00/2026',
      headers: { accept: 'text/html' },
    });
    expect([statusCode, body]).toEqual([404, expect.stringContaining('Không tìm thấy trang này')]);
  });
});

describe('a question', () => {
  test.each([
    '/api/people?__proto__[admin]=1',
    '/api/people?constructor[prototype][admin]=1',
    `/api/people?search=${'a'.repeat(5000)}`,
    `/api/people?${Array.from({ length: 500 }, (_, at) => `x${at}=1`).join('&')}`,
    '/api/people?limit=1e309',
    '/api/people?limit=10&limit=20',
    '/tim?q[]=a&q[b]=c',
  ])('of an odd kind is answered without trouble: %s', async (url) => {
    const { statusCode } = await app.app.inject({ url, headers: { cookie } });
    expect(statusCode).toBeLessThan(500);
    expect(Object.prototype).not.toHaveProperty('admin');
  });
});
