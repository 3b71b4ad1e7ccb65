import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../../tests/app.ts';
import { type Caller, visitor } from '../../../../../tests/given.ts';
import { filesOf, rowsOf, textSheet } from '../../../../../tests/given-upload.ts';
import {
  COMMUNE,
  CRITERIA,
  DECISION,
  givenCampaign,
  givenIndexPeople,
  givenIssued,
  type IndexPeople,
  indexScorecard,
  WARD,
} from '../../../../../tests/index-examples.ts';
import { figuresOf, GIVEN, leaf } from '../../../../../tests/scorecards.ts';
import { unzipped } from '../../../../../tests/unzipped.ts';
import { XLSX } from '../../../sheets/http.ts';

let app: TestApp;
let people: IndexPeople;
let scorecardId: string;
let files: ReturnType<typeof filesOf>;

/** 2025 published, 2026 not. */
let published: string;

beforeAll(async () => {
  app = await startTestApp();
  files = filesOf(app);
  people = await givenIndexPeople(app);
  published = await givenCampaign(people.office, '2025');
  await people.office.post('/results/publish', {
    scorecardId: published,
    period: '2025',
    decision: DECISION,
  });
  scorecardId = await givenCampaign(people.office);
});
afterAll(() => app.close());

const at = (period = '2026', id = scorecardId) => `scorecardId=${id}&period=${period}`;
const RANKING = textSheet('Xếp hạng', [
  'Đơn vị',
  'Hạng',
  'Nhóm',
  '1. Lĩnh vực 1 (70)',
  '2. Lĩnh vực 2 (30)',
  'Điểm',
  'Điểm áp dụng',
  'Chỉ số (%)',
  'Thiếu số liệu',
]);

const sheetOf = async (bytes: Buffer, at = 1) =>
  (await unzipped(bytes)).get(`xl/worksheets/sheet${at}.xml`) ?? '';
const formulas = (xml: string) =>
  [...xml.matchAll(/<f>([^<]*)<\/f><v>([^<]*)<\/v>/g)].map(([, f, v]) => `${f} = ${v}`);

describe('the ranking as a workbook', () => {
  it('has every unit with its fields, those without a place apart', async () => {
    const answer = await files.download(people.office, `/results/ranking.xlsx?${at()}`);
    expect(answer.headers['content-type']).toBe(XLSX);
    const rows = await rowsOf(RANKING, answer.rawPayload);
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['Phường Đông Kiều', '1', 'Tốt', '64', '25', '89', '100', '89', null],
      ['Xã Thạch Vĩnh', '2', 'Tốt', '53', '30', '83', '100', '83', null],
      ['Không xếp hạng', ...Array(8).fill(null)],
      ['Xã Tân Kiều', null, 'Chưa đạt', '30', '0', '30', '100', '30', '2'],
    ]);
  });

  it('has formulas where a reader expects them, each with its value', async () => {
    const { rawPayload } = await files.download(people.office, `/results/ranking.xlsx?${at()}`);
    const [total, index] = formulas(await sheetOf(rawPayload));
    expect(total).toMatch(/^SUM\(E(\d+):F\1\) = 89\.00$/);
    expect(index).toMatch(/^ROUND\(G(\d+)\/H\1\*100,2\) = 89\.00$/);
    const byField = formulas(await sheetOf(rawPayload, 2));
    expect(byField[0]).toMatch(/^ROUND\(C(\d+)\/D\1\*100,2\) = 91\.43$/);
    expect(byField.at(-2)).toMatch(/^ROUND\(AVERAGE\(C\d+:C\d+\),2\) = 49\.00$/);
  });

  it('gives no formula to a total that is no sum, such as one that a bound cut', async () => {
    const capped = {
      bonus: { max: '5', may_exceed_total: false },
      criteria: [...CRITERIA, leaf('3', '5', GIVEN, { part: 'bonus' })],
    };
    const id = await givenIssued(people.office, indexScorecard({ code: 'tran', ...capped }));
    const inputs = {
      '1.1': { ratio: [1, 1] },
      '1.2': { number: '1' },
      '2.1': { points: '30' },
      '3': { points: '5' },
    };
    const document = JSON.stringify(
      figuresOf([
        { code: 'U4', kind: 'phuong', inputs },
        { code: 'U6', kind: 'xa', inputs: { ...inputs, '2.1': { points: '20' } } },
      ]),
    );
    await people.office.post('/figures/import', { scorecardId: id, period: '2026', document });
    const { rawPayload } = await files.download(people.office, `/results/ranking.xlsx?${at('2026', id)}`);
    const sums = formulas(await sheetOf(rawPayload)).filter((each) => each.startsWith('SUM'));
    expect(sums).toEqual([expect.stringMatching(/ = 95\.00$/)]);
  });

  it('says by which decision it was published, and is sealed; before that it says that it may change', async () => {
    const before = await sheetOf(
      (await files.download(people.office, `/results/ranking.xlsx?${at()}`)).rawPayload,
    );
    expect(before).toContain('Kết quả tạm tính');
    const after = await sheetOf(
      (await files.download(people.office, `/results/ranking.xlsx?${at('2025', published)}`)).rawPayload,
    );
    expect(after).toContain('Công bố theo Quyết định số 58/QĐ-UBND ngày 14/01/2026 của UBND tỉnh.');
    expect(after).toMatch(/SHA-256\): [0-9a-f]{64}/);
  });

  it.each(['ranking', 'criteria'])(
    'of a commune before publication (%s) has its own row and no other',
    async (name) => {
      const xml = await sheetOf(
        (await files.download(people.commune, `/results/${name}.xlsx?${at()}`)).rawPayload,
      );
      expect(xml).toContain('Xã Thạch Vĩnh');
      expect(xml).not.toContain('Phường Đông Kiều');
      expect(xml).toContain('Trước khi công bố, bạn chỉ xem được kết quả của đơn vị mình.');
      const whole = await sheetOf(
        (await files.download(people.commune, `/results/${name}.xlsx?${at('2025', published)}`)).rawPayload,
      );
      expect(whole).toContain('Phường Đông Kiều');
    },
  );
});

describe('other tables of results', () => {
  it('one unit: every criterion with what is lost on it, and the unit over the periods', async () => {
    const answer = await files.download(people.office, `/results/unit.xlsx?${at()}&unitId=${WARD}`);
    expect(formulas(await sheetOf(answer.rawPayload))).toContainEqual(
      expect.stringMatching(/^MAX\(0,D(\d+)-E\1\) = 5\.00$/),
    );
    expect(await sheetOf(answer.rawPayload, 2)).toContain('Năm 2025');
  });

  it('points of every criterion: what is missing is no number', async () => {
    const xml = await sheetOf(
      (await files.download(people.office, `/results/criteria.xlsx?${at()}`)).rawPayload,
    );
    const row = /<row r="\d+">(?:(?!<\/row>).)*Xã Tân Kiều.*?<\/row>/.exec(xml)?.[0] ?? '';
    expect(row.match(/chưa có số liệu/g)).toHaveLength(3);
    expect(row).toContain('<v>30.00</v>');
  });

  it('ranks over the periods: where there is none the cell is empty', async () => {
    const { rawPayload } = await files.download(people.office, '/results/flow.xlsx?indexKind=cchc');
    const xml = await sheetOf(rawPayload);
    expect(xml).toContain('2025 (2)');
    const row = /<row r="\d+">(?:(?!<\/row>).)*Xã Tân Kiều.*?<\/row>/.exec(xml)?.[0] ?? '';
    expect(row).not.toContain('<v>');
    const own = await files.download(people.office, `/results/trend.xlsx?unitId=${COMMUNE}`);
    expect(await sheetOf(own.rawPayload)).toContain('Năm 2026');
  });

  it('every index of every unit side by side, and of a commune only what it may see', async () => {
    const periodsOf = async (caller: Caller) => {
      const { rawPayload } = await files.download(caller, '/results/overview.xlsx');
      const row = /Xã Thạch Vĩnh.*?<\/row>/.exec(await sheetOf(rawPayload))?.[0] ?? '';
      return row.match(/20\d\d(?=<)/g);
    };
    expect(await periodsOf(people.office)).toEqual(['2026']);
    expect(await periodsOf(people.ward)).toEqual(['2025']);
  });

  it('are for nobody who is not signed in, and what one may not see is not found', async () => {
    const paths = ['ranking', 'criteria', 'unit'].map(
      (name) => `/results/${name}.xlsx?${at()}${name === 'unit' ? `&unitId=${WARD}` : ''}`,
    );
    for (const path of [
      ...paths,
      `/results/trend.xlsx?unitId=${WARD}`,
      '/results/flow.xlsx?indexKind=cchc',
      '/results/overview.xlsx',
    ])
      expect((await files.download(visitor(app), path)).statusCode, path).toBe(401);
    expect(
      (await files.download(people.commune, `/results/unit.xlsx?${at()}&unitId=${WARD}`)).statusCode,
    ).toBe(404);
    expect((await files.download(people.office, `/results/ranking.xlsx?${at('2033')}`)).statusCode).toBe(404);
    expect((await files.download(people.office, '/results/flow.xlsx?indexKind=khac')).statusCode).toBe(400);
  });
});
