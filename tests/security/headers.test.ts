import { connect } from 'node:net';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../app.ts';
import { buildIfStale } from '../e2e/build.ts';
import { PASSWORD } from '../given.ts';
import { DECISION, givenCampaign, givenIndexPeople, type IndexPeople } from '../index-examples.ts';
import { mountedRoutes } from '../routes.ts';
import { asOwner } from '../tenant.ts';
import { unitId } from '../unit-examples.ts';

let app: TestApp;
let people: IndexPeople;
let cookie: string;
let scorecardId: string;
let fileId: string;

beforeAll(async () => {
  await buildIfStale();
  app = await startTestApp({ environment: { PUBLIC_URL: 'https://minhchung.truonggiang.example' } });
  people = await givenIndexPeople(app);
  scorecardId = await givenCampaign(people.office, '2025');
  await people.office.post('/results/publish', { scorecardId, period: '2025', decision: DECISION });
  cookie = [...people.ward.cookies].map((pair) => pair.join('=')).join('; ');
  const sent = await ask({
    method: 'POST',
    url: `/api/files?name=a.txt&unit=/${unitId(1)}/${unitId(4)}/`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: 'minh chứng',
  });
  fileId = sent.json().fileId;
});
afterAll(() => app.close());

/** As the ward's officer, in a browser. */
const ask = ({ headers, ...more }: InjectOptions) =>
  app.app.inject({ ...more, headers: { cookie, accept: 'text/html', ...headers } });

type Told = { readonly headers: Readonly<Record<string, unknown>> };

/** What holds for every answer, whoever gives it. */
function expectGuarded({ headers }: Told): void {
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-frame-options': expect.stringMatching(/^(DENY|SAMEORIGIN)$/),
  });
  const policy = String(headers['content-security-policy']);
  expect(policy).toMatch(/default-src '(none|self)'/);
  expect(policy).not.toMatch(/unsafe-eval|script-src|default-src[^;]*unsafe-inline|\*|https?:/);
  expect(headers).not.toHaveProperty('access-control-allow-origin');
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('server');
}

const KINDS: readonly (readonly [
  what: string,
  status: number,
  type: RegExp,
  request: () => InjectOptions,
])[] = [
  ['the workspace', 200, /html/, () => ({ url: '/app/' })],
  ['a page of the workspace that is no file', 200, /html/, () => ({ url: '/app/khong-co' })],
  ['a script of the workspace', 200, /javascript/, () => ({ url: '/app/no-eval.js' })],
  ['a picture', 200, /svg/, () => ({ url: '/favicon.ico' })],
  ['a script that is not there', 404, /html/, () => ({ url: '/app/assets/khong-co.js' })],
  ['the portal', 200, /html/, () => ({ url: '/' })],
  ['published results', 200, /html/, () => ({ url: '/ket-qua/xa-2026/2025' })],
  ['a switch of the portal', 303, /^$/, () => ({ url: '/tuy-chon?chu=lon&ve=/' })],
  ['the word to robots', 200, /plain/, () => ({ url: '/robots.txt' })],
  ['health', 200, /plain/, () => ({ url: '/healthz' })],
  ['an answer of the API', 200, /json/, () => ({ url: '/api/me' })],
  ['the description of the API', 200, /json/, () => ({ url: '/api/openapi.json' })],
  ['the reference of the API', 200, /html/, () => ({ url: '/api/docs' })],
  ['an exported workbook', 200, /sheet/, () => ({ url: '/api/units.xlsx' })],
  [
    'an official paper',
    200,
    /wordprocessing/,
    () => ({ url: `/api/results/unit.docx?scorecardId=${scorecardId}&period=2025&unitId=${unitId(4)}` }),
  ],
  ['a document to save', 200, /plain/, () => ({ url: `/api/files/${fileId}` })],
  ['a document in place', 200, /plain/, () => ({ url: `/api/files/${fileId}/view` })],
  ['bad input', 400, /json/, () => ({ url: '/api/journal?limit=x' })],
  ['nobody signed in', 401, /json/, () => ({ url: '/api/me', headers: { cookie: '' } })],
  ['what is forbidden', 403, /json/, () => ({ method: 'POST', url: '/api/journal/verify' })],
  ['an address of the API that is nothing', 404, /json/, () => ({ url: '/api/khong-co' })],
  ['a page that is nothing', 404, /html/, () => ({ url: '/khong-co' })],
  [
    'a body too large',
    413,
    /json/,
    () => ({ method: 'POST', url: '/api/people', payload: { name: ' '.repeat(1_100_000) } }),
  ],
  [
    'a body of a kind that nobody takes',
    415,
    /json/,
    () => ({
      method: 'POST',
      url: '/api/people',
      payload: '<a/>',
      headers: { 'content-type': 'text/xml' },
    }),
  ],
  ['an address of the API that cannot be read', 400, /json/, () => ({ url: '/api/%' })],
  ['an address that cannot be read', 404, /html/, () => ({ url: '/%' })],
  ['an endless part of an address', 404, /html/, () => ({ url: `/ket-qua/${'a'.repeat(500)}/2025` })],
];

describe('every answer forbids sniffing, framing by others and scripts that are not ours', () => {
  test.each(KINDS)('%s', async (_what, status, type, request) => {
    const answer = await ask(request());
    expect(answer.statusCode).toBe(status);
    expect(String(answer.headers['content-type'] ?? '')).toMatch(type);
    expectGuarded(answer);
  });

  test('what goes wrong inside, for programs and for people, and neither learns what it was', async () => {
    await asOwner(app.database.ownerUrl, 'alter table journal_seal rename to lost');
    try {
      const refusal = await ask({ url: '/api/journal/seals' });
      expect([refusal.statusCode, refusal.json().code]).toEqual([500, 'internal']);
      const page = await ask({ url: '/niem-phong' });
      expect([page.statusCode, page.body]).toEqual([500, expect.stringContaining('tạm thời chưa mở được')]);
      for (const answer of [refusal, page]) {
        expectGuarded(answer);
        expect(answer.body).not.toMatch(/journal_seal|relation|select/);
      }
    } finally {
      await asOwner(app.database.ownerUrl, 'alter table lost rename to journal_seal');
    }
  });

  test('every route that is mounted, asked by nobody in particular', async () => {
    const routes = mountedRoutes(app).filter(({ method }) => method === 'GET');
    expect(routes.length).toBeGreaterThan(50);
    for (const { url } of routes) {
      const address = url.replace(/:\w+/g, unitId(99)).replace('*', 'khong-co');
      expectGuarded(await app.app.inject({ url: address }));
    }
  });
});

describe('over the wire', () => {
  let port: number;
  beforeAll(async () => {
    port = Number(new URL(await app.app.listen({ port: 0, host: '127.0.0.1' })).port);
  });

  test.each([
    ['a cookie without end', `GET / HTTP/1.1\r\nhost: x\r\ncookie: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['a question without end', `GET /tim?q=${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431],
    ['what is no HTTP', 'XIN CHAO\r\n\r\n', 400],
    [
      'a body of two lengths',
      'POST /api/me HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('%s is refused in our own words, and the next request is answered', async (_what, request, status) => {
    const { headers, body, code } = await exchange(request);
    expect(code).toBe(status);
    expectGuarded({ headers });
    expect(JSON.parse(body)).toMatchObject({ code: 'invalid_input', faults: [{ path: [] }] });
    expect((await exchange('GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).code).toBe(200);
  });

  function exchange(request: string) {
    return new Promise<{ code: number; headers: Record<string, string>; body: string }>((done, failed) => {
      let told = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(request));
      socket.on('data', (part) => {
        told += part;
      });
      socket.on('error', failed);
      socket.on('close', () => {
        const [head = '', body = ''] = told.split('\r\n\r\n');
        const [status = '', ...lines] = head.split('\r\n');
        const headers = lines.map((line) => line.split(/: (.*)/).slice(0, 2));
        done({ code: Number(status.split(' ')[1]), headers: Object.fromEntries(headers), body });
      });
    });
  }
});

test('behind TLS the cookie of a session goes over TLS alone', async () => {
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/session/sign-in',
    payload: { email: 'officer.4@truonggiang.example', password: PASSWORD },
  });
  expect(answer.cookies).toMatchObject([
    { name: '__Secure-minhchung.session_token', secure: true, httpOnly: true, sameSite: 'Lax', path: '/' },
  ]);
});
