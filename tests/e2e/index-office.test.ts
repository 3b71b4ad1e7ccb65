import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenPerson } from '../given.ts';
import { communeNumber, figuresText, INDEX_PROVINCE, pasteInto, scorecardText } from './index-given.ts';
import { keepPicture, openWorkspace, signInAt, type Workspace } from './workspace.ts';

let workspace: Workspace;

const OFFICE = 'cchc@truonggiang.example';
const COMMUNE = 'thachvinh@truonggiang.example';

beforeAll(async () => {
  workspace = await openWorkspace(INDEX_PROVINCE);
  const { app, tenantId } = workspace;
  await givenPerson(app, tenantId, {
    name: 'Nguyễn Thị Cải',
    email: OFFICE,
    unit: 2,
    roles: [{ role: 'reform_office', unit: 1 }],
  });
  await givenPerson(app, tenantId, {
    name: 'Lê Văn Thạch',
    email: COMMUNE,
    unit: communeNumber('Xã Thạch Vĩnh'),
    roles: [{ role: 'officer' }],
  });
});

afterAll(() => workspace.close());

describe('the reform office, from a file to published results', () => {
  test('a scorecard with faults is not stored; every fault stands at its place', async () => {
    const page = await workspace.visit('/app/scorecards/import');
    await signInAt(page, OFFICE);
    await page.getByRole('heading', { name: 'Nhập bộ chỉ số' }).waitFor();
    await pasteInto(page, 'Nội dung tệp', scorecardText().replace('"max": "3.5"', '"max": "3"'));
    await page.getByText('criteria[0].children[0].max').waitFor();
    await page
      .getByText(/điểm tối đa các tiêu chí con cộng lại là/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: 'Lưu dự thảo' }).isDisabled()).toBe(true);
    await keepPicture(page, 'index-import-faults');
  });

  test('a clean one becomes a draft whose rules are read as sentences and tried with a number', async () => {
    const page = await workspace.visit('/app/scorecards/import');
    await signInAt(page, OFFICE);
    await page.getByRole('heading', { name: 'Nhập bộ chỉ số' }).waitFor();
    await pasteInto(page, 'Nội dung tệp', scorecardText());
    await page.getByText(/Không có lỗi/).waitFor();
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await page.getByRole('heading', { level: 1, name: /Chỉ số cải cách hành chính cấp xã/ }).waitFor();
    await page.getByPlaceholder('Lọc theo mã hoặc tên, không cần dấu').fill('phong don vi truc thuoc');
    await page.getByRole('treeitem', { name: /1\.3\.1/ }).click();
    await page.getByLabel('Nếu tỷ lệ hoặc số liệu là').fill('49,9');
    await page.getByText('thì được 0,50 điểm').waitFor();
    await keepPicture(page, 'index-scorecard');
  });

  test('issued with its decision it is frozen, and a period is opened', async () => {
    const page = await workspace.visit('/app/scorecards');
    await signInAt(page, OFFICE);
    await page.getByRole('link', { name: /Chỉ số cải cách hành chính cấp xã/ }).click();
    await page.getByRole('button', { name: 'Ban hành' }).click();
    await page.getByLabel('Số quyết định').fill('1234/QĐ-UBND');
    await page.getByRole('textbox', { name: 'Ngày quyết định' }).fill('05/01/2026');
    await page.getByRole('button', { name: 'Ban hành' }).click();
    await page.getByText('Đã ban hành, Chỉ số CCHC').waitFor();
    expect(await page.getByRole('button', { name: 'Sửa dự thảo' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Mở kỳ đánh giá' }).click();
    await page.getByRole('textbox', { name: 'Kỳ' }).fill('2026');
    await page.getByRole('button', { name: 'Mở kỳ đánh giá' }).click();
    await page.getByRole('link', { name: 'Năm 2026' }).waitFor();
  });

  test('a file of figures tells the fate of each unit before anything is stored', async () => {
    const page = await workspace.visit('/app/figures');
    await signInAt(page, OFFICE);
    await page.getByRole('button', { name: 'Nhập tệp số liệu' }).click();
    const wrong = figuresText((unit) =>
      unit.name === 'Xã Gò Lau' ? { ...unit, inputs: { '1.5': { count: -1 } } } : unit,
    );
    await pasteInto(page, 'Nội dung tệp', wrong);
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
    await page.getByText('bị từ chối').waitFor();
    await keepPicture(page, 'index-figures-import');
    await pasteInto(page, 'Nội dung tệp', figuresText());
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
    await page.getByText('Tệp không có lỗi: 23 đơn vị').waitFor();
    await page.getByRole('button', { name: 'Lưu số liệu trong tệp' }).click();
    await page.getByText('Đã lưu số liệu của 23 đơn vị.').waitFor();
    await keepPicture(page, 'index-figures');
  });
});
