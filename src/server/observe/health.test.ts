import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

test('a living process says so', async () => {
  const answer = await server.app.inject('/healthz');
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toBe('ok');
});

test('an address that is none is not found, without a word on how the product is made', async () => {
  const answer = await server.app.inject('/no/such/address');
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toEqual({ code: 'not_found', faults: [{ path: [], code: 'no_such_address' }] });
});

test('metrics are for the machine itself', async () => {
  expect((await server.app.inject('/metrics')).body).toContain('minhchung_http_request_seconds');
  const proxied = await server.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } });
  expect(proxied.statusCode).toBe(404);
});
