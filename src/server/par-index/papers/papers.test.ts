import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/app.ts';
import { type Caller, visitor } from '../../../../tests/given.ts';
import { givenOffice } from '../../../../tests/given-office.ts';
import { filesOf } from '../../../../tests/given-upload.ts';
import {
  DECISION,
  givenCampaign,
  givenIndexPeople,
  type IndexPeople,
  WARD,
} from '../../../../tests/index-examples.ts';
import { unzipped } from '../../../../tests/unzipped.ts';

let app: TestApp;
let people: IndexPeople;
let scorecardId: string;
let published: string;

beforeAll(async () => {
  app = await startTestApp({ environment: { OFFICE_PROGRAM: givenOffice('exit 1') } });
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

const OPEN = () => `scorecardId=${scorecardId}&period=2026`;
const CLOSED = () => `scorecardId=${published}&period=2025`;
const fetched = (path: string, caller: Caller = people.office) => filesOf(app).download(caller, path);

async function partsOf(path: string, caller: Caller = people.office) {
  const parts = await unzipped((await fetched(path, caller)).rawPayload);
  const document = parts.get('word/document.xml') ?? '';
  const feet = [...parts].filter(([name]) => name.includes('footer')).map(([, xml]) => xml);
  return { document, texts: textsOf(document), feet: feet.join('') };
}

function textsOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );
}

describe('the notice of a ranking', () => {
  it('is a draft of who keeps the scorecard, with number, date and signer left to be filled in', async () => {
    const { texts, feet } = await partsOf(`/results/ranking.docx?${OPEN()}`);
    expect(texts).toContain('ỦY BAN NHÂN DÂN TỈNH TRƯỜNG GIANG');
    expect(texts).toContain('THÔNG BÁO');
    expect(texts).toContain('DỰ THẢO');
    expect(texts.find((text) => text.startsWith('Số:'))).toMatch(/^Số: +\/TB-……$/);
    expect(texts).toContain('QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ');
    expect(feet).toBe('');
  });

  it('says the general result and names the units of each band, and those without a place', async () => {
    const { texts } = await partsOf(`/results/ranking.docx?${OPEN()}`);
    expect(texts).toContain('Số đơn vị được đánh giá: 3; số đơn vị được xếp hạng: 2.');
    expect(texts).toContain(
      'Chỉ số bình quân của các đơn vị được xếp hạng: 86,00 %. Cao nhất: Phường Đông Kiều, 89,00 %. Thấp nhất: Xã Thạch Vĩnh, 83,00 %.',
    );
    expect(texts).toContain('Tốt: Phường Đông Kiều, Xã Thạch Vĩnh.');
    expect(texts).toContain('Được chấm điểm nhưng không xếp hạng: Xã Tân Kiều.');
  });

  it('has the table with its fields as an annex that lies, titles on each page, decimals alike', async () => {
    const { document, texts } = await partsOf(`/results/ranking.docx?${OPEN()}`);
    expect(document).toMatch(/<w:pgSz [^>]*w:orient="landscape"/);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const from = texts.indexOf('Phụ lục');
    expect(texts.slice(from + 2)).toContain('(Kèm theo Thông báo số …… ngày …… tháng …… năm …… của ……)');
    const at = texts.lastIndexOf('Phường Đông Kiều');
    expect(texts.slice(at - 1, at + 7)).toEqual([
      '1',
      'Phường Đông Kiều',
      '64,00',
      '25,00',
      '89,00',
      '100',
      '89,00',
      'Tốt',
    ]);
  });

  it('once published is no draft, names the decision and carries the seal at its foot', async () => {
    const { texts, feet } = await partsOf(`/results/ranking.docx?${CLOSED()}`);
    expect(texts).not.toContain('DỰ THẢO');
    expect(texts).toContain('(Kèm theo Quyết định số 58/QĐ-UBND ngày 14/01/2026 của UBND tỉnh)');
    expect(feet).toMatch(/SHA-256\): [0-9a-f]{64}/);
  });

  it('is not made by who sees a part of the block only', async () => {
    const answer = await fetched(`/results/ranking.docx?${OPEN()}`, people.commune);
    expect([answer.statusCode, answer.json().faults[0].code]).toEqual([403, 'ranking_not_whole']);
    expect((await fetched(`/results/ranking.docx?${CLOSED()}`, people.commune)).statusCode).toBe(200);
    expect((await fetched(`/results/ranking.docx?${OPEN()}`, visitor(app))).statusCode).toBe(401);
  });
});

describe('the notice of one unit', () => {
  const path = () => `/results/unit.docx?${OPEN()}&unitId=${WARD}`;

  it('has the points of its fields, and each criterion that lost points with its rule, the dearest first', async () => {
    const { texts } = await partsOf(path());
    expect(texts).toContain('Chỉ số: 89,00 % (89,00 điểm trên 100 điểm áp dụng).');
    expect(texts).toContain('Thứ hạng: 1 trong 2 đơn vị được xếp hạng.');
    const from = texts.indexOf('3. Tiêu chí mất điểm');
    const lost = texts.slice(from).filter((text) => /^\d\.\d$/.test(text));
    expect(lost).toEqual(['1.1', '2.1']);
    expect(texts.slice(from)).toContain('60 điểm × kết quả ÷ 100 %, tối đa 60');
  });

  it('is found by who may see the result and by nobody else', async () => {
    expect((await fetched(path(), people.ward)).statusCode).toBe(200);
    expect((await fetched(path(), people.commune)).statusCode).toBe(404);
    expect((await fetched(path(), visitor(app))).statusCode).toBe(401);
    expect((await fetched('/results/unit.docx?period=2026')).statusCode).toBe(400);
  });
});

describe('a look at a notice', () => {
  const paths = () => [`/results/ranking.pdf?${OPEN()}`, `/results/unit.pdf?${OPEN()}&unitId=${WARD}`];
  const COPIES = 'for paper; do :; done; cp "$paper" paper.pdf';

  it('is the paper itself, shown in the browser under headers that run nothing, to who may take it', async () => {
    const copying = await startTestApp({ environment: { OFFICE_PROGRAM: givenOffice(COPIES) } });
    const { office, commune, ward } = await givenIndexPeople(copying);
    const asked = `scorecardId=${await givenCampaign(office)}&period=2026`;
    const [ranking, unit] = [`/results/ranking.pdf?${asked}`, `/results/unit.pdf?${asked}&unitId=${WARD}`];
    const { download } = filesOf(copying);
    const seen = await download(office, ranking);
    expect(seen.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="thong-bao-xep-hang-2026.pdf"',
      'cache-control': 'private, no-store',
    });
    expect(`${seen.headers['content-security-policy']}`).toContain("default-src 'none'");
    expect((await unzipped(seen.rawPayload)).get('word/document.xml')).toContain('THÔNG BÁO');
    expect((await download(ward, unit)).statusCode).toBe(200);
    expect((await download(commune, unit)).statusCode).toBe(404);
    expect((await download(commune, ranking)).statusCode).toBe(403);
    expect((await download(visitor(copying), ranking)).statusCode).toBe(401);
    expect((await office.get('/me')).body).toMatchObject({ papersAsPdf: true });
    await copying.close();
  });

  it('says that the server could not make it, and to take the Word file', async () => {
    for (const path of paths()) {
      const answer = await fetched(path);
      expect([answer.statusCode, answer.json().faults[0].code]).toEqual([503, 'preview_failed']);
    }
  });

  it('is not offered by a server without an office program', async () => {
    const plain = await startTestApp();
    const { office } = await givenIndexPeople(plain);
    expect((await office.get('/me')).body).toMatchObject({ papersAsPdf: false });
    expect((await filesOf(plain).download(office, paths()[0] ?? '')).statusCode).toBe(404);
    await plain.close();
  });
});
