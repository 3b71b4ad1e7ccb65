import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { givenProvince } from '../../../tests/given.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await givenProvince(app);
});

afterAll(() => app.close());

function get(url: string, headers: Record<string, string> = {}) {
  return app.app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } });
}

describe('the portal over HTTP', () => {
  test.each(['/', '/tim?q=dong', '/niem-phong', '/khong-co'])('%s forbids every script', async (url) => {
    const { headers } = await get(url);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self'/,
    );
  });

  test.each([
    ['dong kieu', 'Phường Đông Kiều'],
    ['mot cua', 'Bộ phận Một cửa'],
    ['zzz', 'Không có đơn vị nào mang tên này.'],
    ['', 'Không có đơn vị nào mang tên này.'],
  ])('"%s" answers %s', async (typed, told) => {
    const { statusCode, body } = await get(`/tim?q=${encodeURIComponent(typed)}`);
    expect(statusCode).toBe(200);
    expect(body).toContain(told);
  });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('a page goes out smaller to who takes %s, and is the same page', async (encoding, unpacked) => {
    const { body } = await get('/');
    const { headers, rawPayload } = await get('/', { 'accept-encoding': encoding });
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(rawPayload.length * 2).toBeLessThan(Buffer.byteLength(body));
    expect(unpacked(rawPayload).toString()).toBe(body);
  });

  test('what is typed is shown as text', async () => {
    const { body } = await get(`/tim?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(body).not.toContain('<script>');
  });

  test('a repeated or endless parameter is an ordinary search', async () => {
    expect((await get('/tim?q=dong&q=kieu')).body).toContain('Phường Đông Kiều');
    expect((await get(`/tim?q=${'x'.repeat(5000)}`)).statusCode).toBe(200);
    expect((await get('/niem-phong?truoc=abc')).statusCode).toBe(200);
  });

  test.each([
    ['/tim?q=a', '/tim?q=a'],
    ['//evil.example', '/'],
    ['//evil.example//other.example', '/'],
    ['/.//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('a switch leads back to %s as %s', async (back, location) => {
    const answer = await get(`/tuy-chon?chu=lon&ve=${encodeURIComponent(back)}`);
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(location);
    expect(answer.headers['set-cookie']).toContain('chu=lon');
  });

  test('the choices come back with the cookie', async () => {
    const { body } = await get('/', { cookie: 'chu=lon; ngon-ngu=en' });
    expect(body).toContain('<html lang="en" data-text="large">');
    expect(body).toContain('For officials');
  });

  test('an address that is nothing is told as a page to people and as a refusal to programs', async () => {
    const page = await get('/khong-co');
    expect([page.statusCode, page.body]).toEqual([404, expect.stringContaining('Không tìm thấy trang này')]);
    const refusal = await get('/khong-co', { accept: 'application/json' });
    expect([refusal.statusCode, refusal.json().code]).toEqual([404, 'not_found']);
    const operation = await get('/api/khong-co');
    expect([operation.statusCode, operation.json().code]).toEqual([404, 'not_found']);
  });
});
