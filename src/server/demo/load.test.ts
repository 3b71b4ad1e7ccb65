import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/app.ts';
import { type Caller, signIn } from '../../../tests/given.ts';
import { givenTenant } from '../../../tests/tenant.ts';
import { DEMO_PASSWORD, listDemoAccounts, loadDemonstration } from './load.ts';

let app: TestApp;
let administrator: Caller;

beforeAll(async () => {
  app = await startTestApp();
  const tenantId = await givenTenant(app.database.ownerUrl, 'truong-giang');
  await loadDemonstration(app.deps, tenantId, app.clock.now);
  administrator = await signIn(app, 'quantri@truonggiang.example', DEMO_PASSWORD);
});
afterAll(() => app.close());

type Unit = { name: string; kind: string; code: string; parentId: string | null };

describe('tỉnh Trường Giang', () => {
  it('has 120 communes, wards and one special zone directly under the province, and 8 departments', async () => {
    const units = await unitsOn('2026-11-23');
    const count = (...kinds: string[]) => units.filter(({ kind }) => kinds.includes(kind)).length;
    expect(count('xa', 'phuong', 'dac_khu')).toBe(120);
    expect(count('dac_khu')).toBe(1);
    expect(count('so')).toBe(8);
    expect(count('huyen', 'thi_xa', 'thanh_pho', 'thi_tran')).toBe(0);
    expect(names(units)).toEqual(
      expect.arrayContaining([
        'Phường Đông Kiều',
        'Xã Thạch Vĩnh',
        'Xã Suối Nứa',
        'Xã Bình Lạc',
        'Xã Tân Kiều',
        'Đặc khu Hòn Vọng',
      ]),
    );
  });

  it('still had ten districts on the last day of June 2025', async () => {
    const units = await unitsOn('2025-06-30');
    expect(units.filter(({ kind }) => ['huyen', 'thi_xa', 'thanh_pho'].includes(kind))).toHaveLength(10);
    expect(names(units)).toContain('Thị trấn Tân Kiều');
    expect(names(units)).not.toContain('Xã Tân Kiều');
  });

  it('tells from which units Xã Tân Kiều came', async () => {
    const units = await unitsOn('2026-11-23');
    const tanKieu = units.find(({ name }) => name === 'Xã Tân Kiều');
    const { body } = await administrator.get(
      `/units/${tanKieu && 'unitId' in tanKieu ? tanKieu.unitId : ''}/history`,
    );
    expect(Object.values(body.names ?? {})).toEqual(
      expect.arrayContaining(['Xã Tân Ngân', 'Xã Kiều Ngân', 'Thị trấn Tân Kiều']),
    );
  });

  it.each(listDemoAccounts())('lets $email in as $role', async ({ email, role }) => {
    const caller = await signIn(app, email, DEMO_PASSWORD);
    const { body } = await caller.get('/me');
    expect(body).toMatchObject({ roles: expect.arrayContaining([expect.objectContaining({ role })]) });
  });

  it('shows a delegation of the chair to the deputy', async () => {
    const caller = await signIn(app, 'pho.dongkieu@truonggiang.example', DEMO_PASSWORD);
    const { body } = await caller.get('/me');
    expect(body.roles).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ role: 'head_of_unit', onBehalfOf: 'Phạm Văn Trọng', until: '2026-12-07' }),
      ]),
    );
  });
});

describe('the documents of tỉnh Trường Giang', () => {
  it.each(['quantri', 'cchc', 'chutich.thachvinh', 'chutich.dongkieu'])('greet %s at home', async (login) => {
    const caller = await signIn(app, `${login}@truonggiang.example`, DEMO_PASSWORD);
    const { person } = (await caller.get('/me')).body;
    const home: { unitId: string } = person ?? { unitId: '' };
    const { body } = await caller.get(`/files?unitId=${home.unitId}`);
    const files: { name: string; addedAt: string }[] = body.files ?? [];
    expect(files.length).toBeGreaterThan(0);
    for (const { name } of files) expect(name).toContain('(minh họa)');
  });

  it('say in themselves that they are invented, and one of them has two versions', async () => {
    const { body } = await administrator.get(`/files?unitId=${await idOf('TG027')}`);
    const files: { fileId: string; mediaType: string; versionNo: number; size: number }[] = body.files ?? [];
    expect(files.map(({ versionNo }) => versionNo).sort()).toEqual([1, 1, 2]);
    expect(files.every(({ size }) => size < 50_000)).toBe(true);
    const note = files.find(({ mediaType }) => mediaType === 'text/plain');
    const cookie = [...administrator.cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await app.app.inject({ url: `/api/files/${note?.fileId}`, headers: { cookie } });
    expect(answer.body).toMatch(/^Tài liệu minh họa: .* hư cấu/);
  });

  async function idOf(code: string): Promise<string> {
    const { body } = await administrator.get('/units?day=2026-11-23');
    const units: { code: string; unitId: string }[] = body.units ?? [];
    return units.find((unit) => unit.code === code)?.unitId ?? '';
  }
});

type Line = { scorecardId: string; indexKind: string; year: number; campaigns: { period: string }[] };
type Row = {
  unitName: string;
  rank: number | null;
  ranked: boolean;
  rankChange: number | null;
  index: string;
};

it('has a journal whose entries follow each other in time', async () => {
  const auditor = await signIn(app, 'thanhtra@truonggiang.example', DEMO_PASSWORD);
  const { body } = await auditor.get('/journal?limit=100');
  const times: string[] = (body.entries ?? []).map(({ at }: { at: string }) => at);
  expect(times.length).toBe(100);
  expect(times).toEqual(times.toSorted().reverse());
});

describe('the index of tỉnh Trường Giang', () => {
  let office: Caller;
  let lines: Line[];
  beforeAll(async () => {
    office = await signIn(app, 'cchc@truonggiang.example', DEMO_PASSWORD);
    lines = (await office.get('/scorecards')).body.scorecards ?? [];
  });

  it('has three years of CCHC and of SIPAS, two of governance, and five quarters of QĐ 766', () => {
    const periods = lines.map(({ indexKind, campaigns }) => [
      indexKind,
      ...campaigns.map(({ period }) => period),
    ]);
    expect(periods.sort()).toEqual([
      ['cchc', '2024'],
      ['cchc', '2025'],
      ['cchc', '2026'],
      ['qd766', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'],
      ['quan_tri', '2025'],
      ['quan_tri', '2026'],
      ['sipas', '2024'],
      ['sipas', '2025'],
      ['sipas', '2026'],
    ]);
  });

  it('judged the communes of before the merger in 2024, and the 24 of today since', async () => {
    expect((await ranking(2024)).map(({ unitName }) => unitName)).toContain('Thị trấn Tân Kiều');
    expect(await ranking(2025)).toHaveLength(24);
    expect(await ranking(2026)).toHaveLength(24);
  });

  it('gives Xã Tân Kiều points without a place in its first year, and a place after it', async () => {
    const row = (rows: Row[]) => rows.find(({ unitName }) => unitName === 'Xã Tân Kiều');
    expect(row(await ranking(2025))).toMatchObject({ ranked: false, rank: null, rankChange: null });
    expect(row(await ranking(2026))).toMatchObject({
      ranked: true,
      rank: expect.any(Number),
      rankChange: null,
    });
  });

  it('compares no place of 2025 with one of 2024, when more than twice as many units were ranked', async () => {
    const changes = (await ranking(2025)).map(({ rankChange }) => rankChange);
    expect(changes.every((change) => change === null)).toBe(true);
    const { body } = await office.get('/results/flow?indexKind=cchc');
    expect(body).toMatchObject({
      periods: [{ comparable: false }, { comparable: false }, { comparable: true }],
    });
  });

  it('puts Phường Đông Kiều first and remote Xã Suối Nứa among the last, and others up and down', async () => {
    const rows = await ranking(2026);
    expect(rows[0]?.unitName).toBe('Phường Đông Kiều');
    expect(rows.findIndex(({ unitName }) => unitName === 'Xã Suối Nứa')).toBeGreaterThan(15);
    const changes = rows.flatMap(({ rankChange }) => rankChange ?? []);
    expect(Math.max(...changes)).toBeGreaterThan(0);
    expect(Math.min(...changes)).toBeLessThan(0);
  });

  it('shows what others published, faults and all', async () => {
    const { body } = await office.get('/published-tables');
    const tables: { title: string; findings: number }[] = body.tables ?? [];
    expect(tables).toHaveLength(3);
    expect(tables.some(({ findings }) => findings > 0)).toBe(true);
  });

  async function ranking(year: number): Promise<Row[]> {
    const line = lines.find((each) => each.indexKind === 'cchc' && each.year === year);
    const { body } = await office.get(`/results/ranking?scorecardId=${line?.scorecardId}&period=${year}`);
    return body.rows ?? [];
  }
});

async function unitsOn(day: string): Promise<Unit[]> {
  const { body } = await administrator.get(`/units?day=${day}`);
  return body.units ?? [];
}

function names(units: readonly Unit[]): string[] {
  return units.map(({ name }) => name);
}
