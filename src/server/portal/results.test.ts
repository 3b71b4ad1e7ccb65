import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { DECISION, givenCampaign, givenIndexPeople } from '../../../tests/index-examples.ts';

let app: TestApp;

/** 2025 is published; 2026, under a scorecard of the same code, is not. */
beforeAll(async () => {
  app = await startTestApp();
  const { office } = await givenIndexPeople(app);
  const scorecardId = await givenCampaign(office, '2025');
  await office.post('/results/publish', { scorecardId, period: '2025', decision: DECISION });
  await givenCampaign(office, '2026');
});
afterAll(() => app.close());

async function get(url: string, cookie = ''): Promise<{ status: number; body: string }> {
  const answer = await app.app.inject({ method: 'GET', url, headers: { accept: 'text/html', cookie } });
  return { status: answer.statusCode, body: answer.body };
}

/** What a reader sees, without the markup. */
function words(body: string): string {
  return body
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('published results, for citizens', () => {
  test('are listed by index and period, with the decision', async () => {
    const { body } = await get('/ket-qua');
    expect(words(body)).toContain('Chỉ số cải cách hành chính Năm 2025');
    expect(words(body)).toContain('theo 58/QĐ-UBND của UBND tỉnh');
    expect(words(body)).not.toContain('Năm 2026');
  });

  test('stand in a table with the decimal comma, units without a place at its end', async () => {
    const { status, body } = await get('/ket-qua/xa-2026/2025');
    expect(status).toBe(200);
    const told = words(body);
    expect(told).toContain('1 Phường Đông Kiều Tốt · 89,00 / 100 điểm 89,00');
    expect(told).toContain('2 Xã Thạch Vĩnh Tốt · 83,00 / 100 điểm 83,00');
    expect(told).toContain('– Xã Tân Kiều Chưa đạt · 30,00 / 100 điểm · không xếp hạng 30,00');
    expect(told.indexOf('Xã Tân Kiều')).toBeGreaterThan(told.indexOf('Xã Thạch Vĩnh'));
  });

  test('are searched by part of a name, without diacritics', async () => {
    const { body } = await get('/ket-qua/xa-2026/2025?q=thach');
    expect(body).toContain('Xã Thạch Vĩnh');
    expect(body).not.toContain('Phường Đông Kiều');
    expect((await get('/ket-qua/xa-2026/2025?q=khong-co')).body).toContain('Không có đơn vị nào');
  });

  test('of one unit open field by field, and say what has no figure', async () => {
    const { body } = await get('/ket-qua/xa-2026/2025/U8');
    const told = words(body);
    expect(told).toContain('Xã Tân Kiều');
    expect(told).toContain('không xếp hạng');
    expect(told).toContain('1.1 Tiêu chí 1.1 30,00 / 60');
    expect(told).toContain('2.1 Tiêu chí 2.1 chưa có số liệu');
  });

  test('are read in English too', async () => {
    const { body } = await get('/ket-qua/xa-2026/2025/U4', 'ngon-ngu=en');
    expect(words(body)).toContain('Rank 1 of 2 units');
  });

  test.each([
    '/ket-qua/xa-2026/2026',
    '/ket-qua/xa-2026/2026/U4',
    '/ket-qua/xa-2026/2025/U99',
    '/ket-qua/khong-co/2025',
    '/ket-qua/xa-2026/..%2f2025',
  ])('%s, which is not published, is not found', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  test('come without script, and what is typed is text', async () => {
    const { body } = await get(
      `/ket-qua/xa-2026/2025?q=${encodeURIComponent('"><script>alert(1)</script>')}`,
    );
    expect(body).not.toContain('<script');
  });
});
