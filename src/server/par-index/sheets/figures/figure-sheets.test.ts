import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../../tests/app.ts';
import {
  INDEX_PROVINCE as COMMUNES,
  figuresText,
  scorecardText,
} from '../../../../../tests/e2e/index-given.ts';
import { type Caller, givenProvince, signedInAs, visitor } from '../../../../../tests/given.ts';
import { filesOf, rowsOf, textSheet, typed } from '../../../../../tests/given-upload.ts';
import { givenWorkbook, rowOfTexts } from '../../../../../tests/given-workbook.ts';
import {
  CRITERIA,
  DECISION,
  givenCampaign,
  givenIndexPeople,
  givenIssued,
  type IndexPeople,
  indexFigures,
  indexScorecard,
} from '../../../../../tests/index-examples.ts';
import { figuresOf, GIVEN, leaf } from '../../../../../tests/scorecards.ts';
import { unzipped } from '../../../../../tests/unzipped.ts';
import { XLSX } from '../../../sheets/http.ts';

let app: TestApp;
let people: IndexPeople;
let scorecardId: string;
let files: ReturnType<typeof filesOf>;

beforeAll(async () => {
  app = await startTestApp();
  files = filesOf(app);
  people = await givenIndexPeople(app);
  scorecardId = await givenCampaign(people.office);
});
afterAll(() => app.close());

const at = (period = '2026', id = scorecardId) => `scorecardId=${id}&period=${period}`;
const stored = async () => (await people.office.get(`/figures?${at()}`)).body;
const send = (bytes: Buffer, caller: Caller = people.office, more = '', headers = {}) =>
  files.upload(caller, `/figures/import.xlsx?${at()}${more}`, bytes, headers);

const TITLES = [
  'Mã đơn vị',
  'Tên đơn vị',
  'Loại đơn vị',
  'Xếp hạng',
  '1.1 Tử số',
  '1.1 Mẫu số',
  '1.2 Số liệu',
  '2.1 Số điểm',
];
const SHEET = textSheet('Số liệu', TITLES);
const row = (cells: Readonly<Record<string, string>>) => ({ 'Mã đơn vị': 'U4', ...cells });

describe('figures as a workbook', () => {
  it('have a row for each unit and a column for each thing to fill in; what is missing is empty', async () => {
    const answer = await files.download(people.office, `/figures.xlsx?${at()}`);
    expect(answer.headers['content-type']).toBe(XLSX);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="so-lieu-2026.xlsx"');
    const rows = await rowsOf(SHEET, answer.rawPayload);
    expect(rows.map((each) => TITLES.map((title) => each[title]))).toEqual([
      ['U4', 'Phường Đông Kiều', 'Phường', 'Có', '9', '10', '20', '25'],
      ['U6', 'Xã Thạch Vĩnh', 'Xã', 'Có', '8', '10', '10', '30'],
      ['U8', 'Xã Tân Kiều', 'Xã', 'Không', '1', '2', null, null],
    ]);
  });

  it('come with a sheet that says how each criterion earns its points', async () => {
    const parts = await unzipped((await files.download(people.office, `/figures.xlsx?${at()}`)).rawPayload);
    const guide = parts.get('xl/worksheets/sheet2.xml') ?? '';
    expect(parts.get('xl/workbook.xml')).toContain('name="Cách chấm"');
    expect(guide).toContain('60 điểm × kết quả ÷ 100 %, tối đa 60');
    expect(guide).toContain('không tính vào mẫu số');
  });

  it('as a template have the units whose figures one enters, and no figures', async () => {
    const answer = await files.download(people.ward, `/figures/template.xlsx?${at()}`);
    expect(await rowsOf(SHEET, answer.rawPayload)).toEqual([
      {
        ...Object.fromEntries(TITLES.map((title) => [title, null])),
        ...{ 'Mã đơn vị': 'U4', 'Tên đơn vị': 'Phường Đông Kiều', 'Loại đơn vị': 'Phường', 'Xếp hạng': 'Có' },
      },
    ]);
  });

  it('show to a ward its own figures only, and nothing to who reads no figures', async () => {
    const own = await files.download(people.ward, `/figures.xlsx?${at()}`);
    expect((await rowsOf(SHEET, own.rawPayload)).map((each) => each['Mã đơn vị'])).toEqual(['U4']);
    expect((await files.download(visitor(app), `/figures.xlsx?${at()}`)).statusCode).toBe(401);
    expect((await files.download(people.auditor, `/figures/template.xlsx?${at()}`)).statusCode).toBe(403);
    expect((await files.download(people.office, `/figures.xlsx?${at('2031')}`)).statusCode).toBe(404);
    expect((await files.download(people.office, '/figures.xlsx?period=2026')).statusCode).toBe(400);
  });
});

describe('a workbook of figures that comes in', () => {
  it.each(['vi', 'en'])('as it was given out in %s changes nothing', async (language) => {
    const before = await stored();
    const given = await files.download(people.office, `/figures.xlsx?${at()}&language=${language}`);
    const answer = await send(given.rawPayload, people.office, `&language=${language}`);
    expect(answer.json()).toMatchObject({ done: true, faults: [], ignored: [] });
    expect(answer.json().units.map(({ fate }: { fate: string }) => fate)).toEqual(['same', 'same', 'same']);
    expect(await stored()).toEqual(before);
  });

  it('that is only tried tells each unit’s fate and stores nothing', async () => {
    const before = await stored();
    const bytes = await typed('Số liệu', [
      { ...row({ '1.1 Tử số': '10', '1.1 Mẫu số': '10', '2.1 Số điểm': '12,5' }) },
    ]);
    const answer = await send(bytes, people.office, '&dryRun=true');
    expect(answer.json()).toMatchObject({
      done: false,
      units: [{ row: 2, code: 'U4', fate: 'changed', cells: { added: 0, changed: 2, same: 0 } }],
      faults: [],
    });
    expect(await stored()).toEqual(before);
  });

  it('with one fault stores nothing and names every fault by row and column', async () => {
    const before = await stored();
    const bytes = await typed('Số liệu', [
      row({ '1.1 Tử số': '9', '1.1 Mẫu số': '10', '2.1 Số điểm': '5' }),
      row({ 'Mã đơn vị': 'U6', '1.1 Tử số': 'nhiều', '1.1 Mẫu số': '10' }),
      row({ 'Mã đơn vị': 'U8', '1.1 Tử số': '3', '2.1 Số điểm': '500' }),
      row({ 'Mã đơn vị': 'X99', 'Loại đơn vị': 'Xã', '2.1 Số điểm': '1' }),
      row({ 'Tên đơn vị': 'Xã Thạch Vĩnh' }),
    ]);
    const { done, units, faults } = (await send(bytes)).json();
    expect(done).toBe(false);
    expect(units.map((unit: { code: string; fate: string }) => [unit.code, unit.fate])).toEqual([
      ['U4', 'changed'],
      ['U8', 'refused'],
      ['X99', 'refused'],
      ['U4', 'refused'],
    ]);
    expect(faults).toEqual([
      { row: 3, column: '1.1 Tử số', code: 'not_a_number', detail: { written: 'nhiều' } },
      { row: 4, column: '1.1 Mẫu số', code: 'part_missing' },
      { row: 4, column: '2.1 Số điểm', code: 'outside_bounds' },
      { row: 5, column: 'Mã đơn vị', code: 'unknown_unit_code', detail: { code: 'X99' } },
      {
        row: 6,
        column: 'Tên đơn vị',
        code: 'unit_name_differs',
        detail: { name: 'Phường Đông Kiều', written: 'Xã Thạch Vĩnh' },
      },
      { row: 6, column: 'Mã đơn vị', code: 'repeated_unit', detail: { code: 'U4' } },
    ]);
    expect(await stored()).toEqual(before);
  });

  it('goes back to who asks for it with what is wrong beside the unit, and the cell marked', async () => {
    const bytes = await typed('Số liệu', [row({ 'Tên đơn vị': 'Phường Đông Kiều', '2.1 Số điểm': '-1' })]);
    const answer = await send(bytes, people.office, '', { accept: XLSX });
    expect(answer.headers['content-type']).toBe(XLSX);
    const xml = (await unzipped(answer.rawPayload)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toMatch(/<c r="C1"[^>]*><is><t>Lỗi</);
    expect(xml).toMatch(/<c r="C2"[^>]*><is><t[^>]*>cột &quot;2.1 Số điểm&quot;: điểm nằm ngoài khoảng/);
    expect(xml).toMatch(/<c r="D2" s="7"[^>]*><is><t>-1</);
  });

  it('takes a word for what did not arise, and a formula by the value that Excel worked out', async () => {
    const cells = `<c r="A2" t="inlineStr"><is><t>U8</t></is></c><c r="B2" t="inlineStr"><is><t>Không phát sinh</t></is></c><c r="D2"><f>2*6</f><v>12</v></c>`;
    const head = rowOfTexts(1, 'Mã đơn vị', '1.1 Tử số', '1.1 Mẫu số', '2.1 Số điểm');
    const sheet = `<sheetData>${head}<row r="2">${cells}</row></sheetData>`;
    expect((await send(await givenWorkbook({ sheet }))).json()).toMatchObject({ done: true, faults: [] });
    const { body } = await people.office.get(`/figures?${at()}`);
    const inputs = JSON.parse(JSON.stringify(body.cells)).map(({ input }: { input: string }) => input);
    expect(inputs).toContain('{ "nothing_arose": true }');
    expect(inputs).toContain('{ "points": "12" }');
    const unsaved = sheet.replace('<v>12</v>', '');
    expect((await send(await givenWorkbook({ sheet: unsaved }))).json().faults).toMatchObject([
      { row: 2, column: '2.1 Số điểm', code: 'formula_without_value' },
    ]);
  });

  it('of a ward is taken for that ward and for no other unit', async () => {
    const own = await typed('Số liệu', [row({ '2.1 Số điểm': '26' })]);
    expect((await send(own, people.ward)).json()).toMatchObject({ done: true, units: [{ fate: 'changed' }] });
    const others = await typed('Số liệu', [
      row({ 'Mã đơn vị': 'U6', 'Loại đơn vị': 'Xã', '2.1 Số điểm': '26' }),
    ]);
    expect((await send(others, people.ward)).json()).toMatchObject({
      done: false,
      faults: [{ row: 2, column: 'Mã đơn vị', code: 'unknown_unit_code' }],
    });
    const unranked = await typed('Số liệu', [row({ 'Xếp hạng': 'Không' })]);
    expect((await send(unranked, people.ward)).json()).toMatchObject({
      done: false,
      faults: [{ row: 2, column: 'Xếp hạng', code: 'unit_description_not_yours' }],
    });
    expect((await send(own, visitor(app))).statusCode).toBe(401);
    expect((await send(own, people.auditor)).statusCode).toBe(403);
  });

  it('that is none, or of a published period, is refused as a whole', async () => {
    const strange = await givenWorkbook({ sheet: `<sheetData>${rowOfTexts(1, 'Họ tên')}</sheetData>` });
    expect((await send(strange)).json()).toMatchObject({ faults: [{ code: 'no_header' }] });
    expect((await send(await typed('Số liệu', [row({ 'Mã đơn vị': '' })]))).json()).toMatchObject({
      faults: [{ code: 'no_rows' }],
    });
    const published = await givenCampaign(people.office, '2025');
    const campaign = { scorecardId: published, period: '2025' };
    await people.office.post('/results/publish', { ...campaign, decision: DECISION });
    const late = await files.upload(
      people.office,
      `/figures/import.xlsx?${at('2025', published)}`,
      await typed('Số liệu', [row({})]),
    );
    expect([late.statusCode, late.json().faults[0].code]).toEqual([422, 'results_are_published']);
    const template = await files.download(people.office, `/figures/template.xlsx?${at('2025', published)}`);
    expect([template.statusCode, template.json().faults[0].code]).toEqual([422, 'results_are_published']);
  });
});

describe('what is said of units in a workbook', () => {
  const flags = [
    { id: 'ky_luat', label: 'Có công chức bị kỷ luật, khiển trách' },
    { id: 'cham', label: 'Chậm nộp' },
  ];
  const criteria = [
    ...CRITERIA,
    leaf('3', '5', GIVEN, { part: 'bonus', not_for: ['vung_kho_khan', 'dao; xa'] }),
  ];
  const bonus = { max: '5', may_exceed_total: false };
  const known = [TITLES[0], 'Đặc điểm', 'Lưu ý xếp loại', 'Xếp hạng', '3 Số điểm'];
  const columns = known.flatMap((title) => title ?? []);
  let id: string;
  const rows = async (language = 'vi') =>
    (await files.download(people.office, `/figures.xlsx?${at('2026', id)}&language=${language}`)).rawPayload;
  const units = async () => {
    const { body } = await people.office.get(`/figures?${at('2026', id)}`);
    const list: { tags: string[]; flags: string[]; ranked: boolean }[] = body.units ?? [];
    return list.map(({ tags, flags, ranked }) => ({ tags, flags, ranked }));
  };
  const bring = async (bytes: Buffer, caller = people.office, more = '') =>
    (await files.upload(caller, `/figures/import.xlsx?${at('2026', id)}${more}`, bytes)).json();

  beforeAll(async () => {
    id = await givenIssued(people.office, indexScorecard({ code: 'dac-diem', criteria, flags, bonus }));
    const campaign = { scorecardId: id, period: '2026' };
    const document = JSON.stringify(
      figuresOf([
        { code: 'U4', kind: 'phuong', tags: ['vung_kho_khan', 'dao; xa'], flags: ['ky_luat'], inputs: {} },
        { code: 'U6', kind: 'xa', flags: ['cham', 'ky_luat'], ranked: false, inputs: { 3: { points: '1' } } },
        { code: 'U8', kind: 'xa', inputs: {} },
      ]),
    );
    const { body } = await people.office.post('/figures/import', { ...campaign, document });
    expect(body).toMatchObject({ done: true });
  });

  it('stands in columns of its own, by the names that people know', async () => {
    const given = await rowsOf(textSheet('Số liệu', columns), await rows());
    expect(given.map((row) => columns.map((title) => row[title]))).toEqual([
      [...['U4', 'Vùng khó khăn, "dao; xa"', '"Có công chức bị kỷ luật, khiển trách"', 'Có'], 'không tính'],
      ['U6', null, 'Chậm nộp, "Có công chức bị kỷ luật, khiển trách"', 'Không', '1'],
      ['U8', null, null, 'Có', null],
    ]);
  });

  it.each(['vi', 'en'])('comes back in %s and changes nothing, whatever is said', async (language) => {
    const some = <T>(list: readonly T[]) => fc.subarray([...list]);
    const face = fc.record({
      tags: some(['vung_kho_khan', 'dao; xa']),
      flags: some(['ky_luat', 'cham']),
      ranked: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.tuple(face, face, face), async (faces) => {
        const codes = ['U4', 'U6', 'U8'];
        const document = JSON.stringify(
          figuresOf(
            faces.map((one, at) => ({
              code: codes[at],
              kind: at === 0 ? 'phuong' : 'xa',
              ...one,
              inputs: {},
            })),
          ),
        );
        const campaign = { scorecardId: id, period: '2026' };
        const { body } = await people.office.post('/figures/import', { ...campaign, document });
        expect(body).toMatchObject({ done: true });
        expect(await units()).toEqual(faces);
        const answer = await bring(await rows(language), people.office, `&language=${language}`);
        expect(answer).toMatchObject({ done: true, faults: [], ignored: [] });
        expect(answer.units.map(({ fate }: { fate: string }) => fate)).toEqual(['same', 'same', 'same']);
        expect(await units()).toEqual(faces);
      }),
      { numRuns: 6 },
    );
  });

  it('is said anew, taken away by a word, left alone by an empty cell, and told in the journal', async () => {
    const answer = await bring(
      await typed('Số liệu', [
        row({ 'Đặc điểm': 'vùng khó khăn', 'Lưu ý xếp loại': 'Chậm nộp', 'Xếp hạng': 'Có' }),
        row({ 'Mã đơn vị': 'U6', 'Đặc điểm': 'không có', 'Lưu ý xếp loại': 'không có', 'Xếp hạng': 'Có' }),
        row({ 'Mã đơn vị': 'U8', 'Đặc điểm': '', 'Lưu ý xếp loại': 'ky_luat', 'Xếp hạng': 'Không' }),
      ]),
    );
    expect(answer).toMatchObject({ done: true, faults: [] });
    expect(await units()).toMatchObject([
      { tags: ['vung_kho_khan'], flags: ['cham'], ranked: true },
      { tags: [], flags: [], ranked: true },
      { flags: ['ky_luat'], ranked: false },
    ]);
    const { body } = await people.office.get('/journal?action=figures.unit_described');
    expect(JSON.stringify(body)).toContain('vung_kho_khan');
  });

  it('is refused at its cell where the scorecard does not know it, or from who does not keep the scorecard', async () => {
    const wrong = await typed('Số liệu', [
      row({ 'Đặc điểm': 'Vùng trời', 'Lưu ý xếp loại': 'Chậm nộp, Lạ' }),
    ]);
    expect((await bring(wrong)).faults).toMatchObject([
      { row: 2, column: 'Đặc điểm', code: 'unknown_said', detail: { written: 'Vùng trời' } },
      { row: 2, column: 'Lưu ý xếp loại', code: 'unknown_said', detail: { written: 'Lạ' } },
    ]);
    const others = await typed('Số liệu', [row({ 'Lưu ý xếp loại': 'không có' })]);
    expect(await bring(others, people.ward)).toMatchObject({
      done: false,
      faults: [{ row: 2, column: 'Lưu ý xếp loại', code: 'unit_description_not_yours' }],
    });
  });
});

describe('a period that is not opened yet', () => {
  const document = indexFigures();
  const bytes = () =>
    typed('Số liệu', [
      row({ 'Tên đơn vị': 'Phường Đông Kiều', '2.1 Số điểm': '25' }),
      row({ 'Mã đơn vị': 'U6', '2.1 Số điểm': '30' }),
    ]);
  const opened = async (period: string) => (await people.office.get(`/figures?${at(period)}`)).status;
  const sheet = async (period: string, more = '', caller = people.office) =>
    files.upload(caller, `/figures/import.xlsx?${at(period)}${more}`, await bytes());

  it('is tried without being opened, from either kind of file', async () => {
    const tried = await people.office.post('/figures/import', {
      scorecardId,
      period: '2027',
      document,
      dryRun: true,
    });
    expect(tried.body).toMatchObject({
      done: false,
      units: [{ fate: 'new' }, { fate: 'new' }, { fate: 'new' }],
    });
    expect((await sheet('2027', '&dryRun=true')).json()).toMatchObject({
      done: false,
      units: [{ fate: 'new', name: 'Phường Đông Kiều' }, { fate: 'new' }],
      faults: [],
    });
    const refused = document.replace('"U4"', '"X99"');
    await people.office.post('/figures/import', { scorecardId, period: '2027', document: refused });
    expect(await opened('2027')).toBe(404);
  });

  it('is opened by what is stored, for who keeps the scorecard and for nobody else', async () => {
    const own = JSON.stringify(figuresOf([{ code: 'U4', kind: 'phuong', inputs: {} }]));
    const input = { scorecardId, period: '2028', document: own };
    expect((await people.ward.post('/figures/import', input)).status).toBe(404);
    expect((await sheet('2028', '', people.ward)).statusCode).toBe(404);
    expect((await sheet('2028')).json()).toMatchObject({ done: true, faults: [] });
    expect(await opened('2028')).toBe(200);
    expect((await people.office.post('/figures/import', { ...input, period: '2029' })).body).toMatchObject({
      done: true,
    });
    expect(await opened('2029')).toBe(200);
  });
});

describe('the shipped scorecard of communes, with nearly every kind of rule', () => {
  it('gives out figures that come back and change nothing', async () => {
    const own = await startTestApp();
    try {
      const tenantId = await givenProvince(own, COMMUNES);
      const office = await signedInAs(own, tenantId, 'reform_office');
      const id = await givenIssued(office, scorecardText());
      await office.post('/figures/import', { scorecardId: id, period: '2026', document: figuresText() });
      const { download, upload } = filesOf(own);
      const given = await download(office, `/figures.xlsx?${at('2026', id)}`);
      const answer = (
        await upload(office, `/figures/import.xlsx?${at('2026', id)}`, given.rawPayload)
      ).json();
      expect(answer).toMatchObject({ done: true, faults: [], ignored: [] });
      const changes = answer.units.filter(({ fate }: { fate: string }) => fate !== 'same');
      expect([answer.units.length, changes]).toEqual([23, []]);
    } finally {
      await own.close();
    }
  });
});
