import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { type Caller, givenPerson, givenProvince, PASSWORD, visitor } from '../../../tests/given.ts';
import { requestSentences } from '../../text/fault-sentences.ts';

const MOST = 4;
const EMAIL = 'hoa@truonggiang.example';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ environment: { API_REQUESTS_PER_MINUTE: String(MOST) } });
  const tenantId = await givenProvince(app);
  await givenPerson(app, tenantId, { name: 'Nguyễn Thị Hoa', email: EMAIL, unit: 4 });
});
afterAll(() => app.close());

const from = (address: string, url: string, cookies?: Caller['cookies']) =>
  app.app.inject({
    url,
    remoteAddress: address,
    ...(cookies && { headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } }),
  });

async function statuses(times: number, ask: () => ReturnType<typeof from>): Promise<number[]> {
  const all: number[] = [];
  for (let at = 0; at < times; at += 1) all.push((await ask()).statusCode);
  return all;
}

async function session(): Promise<Caller['cookies']> {
  const caller = visitor(app);
  await caller.post('/session/sign-in', { email: EMAIL, password: PASSWORD });
  return caller.cookies;
}

describe('the API', () => {
  it('answers a session so often in a minute and then says how long to wait, in a sentence', async () => {
    const cookies = await session();
    const ask = () => from('198.51.100.1', '/api/me', cookies);
    expect(await statuses(MOST, ask)).toEqual(Array(MOST).fill(200));
    const refused = await ask();
    expect(refused.statusCode).toBe(429);
    const wait = Number(refused.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(refused.json()).toEqual({
      code: 'forbidden',
      faults: [{ path: [], code: 'too_fast', detail: { seconds: wait } }],
    });
    expect(requestSentences.vi.too_fast?.({ seconds: wait })).toBe(
      `gửi yêu cầu quá dồn dập; hãy chờ ${wait} giây rồi thử lại`,
    );
    expect(refused.headers['x-content-type-options']).toBe('nosniff');
  });

  it('counts each session by itself, also behind one address', async () => {
    const [one, other] = [await session(), await session()];
    await statuses(MOST + 1, () => from('198.51.100.2', '/api/me', one));
    expect((await from('198.51.100.2', '/api/me', one)).statusCode).toBe(429);
    expect((await from('198.51.100.2', '/api/me', other)).statusCode).toBe(200);
  });

  it('counts who has no session, or one of their own making, by their address', async () => {
    let made = 0;
    const forged = () => {
      made += 1;
      return from('198.51.100.3', '/api/me', new Map([['minhchung.session_token', `t${made}.${made}AAA=`]]));
    };
    expect(await statuses(MOST * 5, forged)).toEqual(Array(MOST * 5).fill(401));
    expect((await forged()).statusCode).toBe(429);
    expect((await from('198.51.100.3', '/api/openapi.json')).statusCode).toBe(429);
    expect((await from('198.51.100.4', '/api/me')).statusCode).toBe(401);
  });

  it('says so of every operation and every stream in its description', async () => {
    const { paths } = (await from('198.51.100.5', '/api/openapi.json')).json<{
      paths: Record<string, Record<string, { responses?: Record<string, { headers?: object }> }>>;
    }>();
    const operations = Object.values(paths).flatMap((item) => Object.values(item));
    expect(operations.length).toBeGreaterThan(50);
    for (const { responses } of operations) expect(responses?.['429']?.headers).toHaveProperty('Retry-After');
  });
});

it.each(['/healthz', '/', '/app/assets/none.js'])('%s is asked for as often as one likes', async (url) => {
  const ask = () => from('198.51.100.6', url);
  expect(await statuses(MOST * 6, ask)).not.toContain(429);
});
