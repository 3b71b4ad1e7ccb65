import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenPerson, givenProvince } from '../given.ts';
import { communeNumber, figuresText, INDEX_PROVINCE, pasteInto, scorecardText } from './index-given.ts';
import { keepPicture, openWorkspace, signInAt, type Workspace } from './workspace.ts';

let workspace: Workspace;

const OFFICE = 'cchc@truonggiang.example';
const COMMUNE = 'thachvinh@truonggiang.example';

beforeAll(async () => {
  workspace = await openWorkspace((app) => givenProvince(app, INDEX_PROVINCE));
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
    await page.getByText('1.1: max').waitFor();
    await page.getByText('Điểm tối đa các tiêu chí con cộng lại là 3,5, ở đây ghi 3').waitFor();
    expect(await page.getByRole('button', { name: 'Lưu dự thảo' }).isDisabled()).toBe(true);
    await keepPicture(page, 'index-import-faults', 'loi-bo-chi-so');
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
    await keepPicture(page, 'index-scorecard', 'cay-tieu-chi');
  });

  test('issued with its decision it is frozen, and a period is opened', async () => {
    const page = await workspace.visit('/app/scorecards');
    await signInAt(page, OFFICE);
    await page.getByRole('link', { name: /Chỉ số cải cách hành chính cấp xã/ }).click();
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await page.getByLabel('Số quyết định').fill('1234/QĐ-UBND');
    await page.getByRole('textbox', { name: 'Ngày quyết định' }).fill('05/01/2026');
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
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
    await keepPicture(page, 'index-figures-import', 'kiem-tra-tep-so-lieu');
    await pasteInto(page, 'Nội dung tệp', figuresText());
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
    await page.getByText('Tệp không có lỗi: 23 đơn vị').waitFor();
    await page.getByRole('button', { name: 'Lưu số liệu trong tệp' }).click();
    await page.getByText('Đã lưu số liệu của 23 đơn vị.').waitFor();
    const exported = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Xuất tệp số liệu' }).click();
    const own = readFileSync(await (await exported).path(), 'utf8');
    await page.getByRole('button', { name: 'Nhập tệp số liệu' }).click();
    await pasteInto(page, 'Nội dung tệp', own);
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
    await page.getByText('Tệp không có lỗi: 23 đơn vị').waitFor();
    expect(await page.getByText('giữ nguyên', { exact: true }).count()).toBe(23);
    await keepPicture(page, 'index-figures');
  });

  test('figures are pasted, filled down, undone and saved; the index of the unit changes at once', async () => {
    const page = await workspace.visit('/app/figures');
    await signInAt(page, OFFICE);
    const grid = page.getByRole('grid', { name: 'Bảng số liệu' });
    const ratios = grid.getByRole('gridcell', { name: /49/ });
    await ratios.first().click();
    await paste(page, '40/49\t0 0 1\n41/49\t0 1 0');
    await page.getByText('4 ô đã đổi, chưa lưu').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Chưa có thay đổi').waitFor();
    await page.keyboard.press('Control+y');
    await page.getByText('4 ô đã đổi, chưa lưu').waitFor();
    await page.keyboard.type('không');
    await page.keyboard.press('Enter');
    await page.getByText('1 ô chưa đúng dạng').waitFor();
    expect(await page.getByRole('button', { name: 'Lưu số liệu' }).isDisabled()).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.getByText(/Chưa đúng dạng. Cần: tử số\/mẫu số/).waitFor();
    await keepPicture(page, 'index-figures-wrong', 'bang-so-lieu');
    await page.keyboard.press('Control+z');
    const index = grid.locator('tbody tr').first().locator('td').first();
    const before = await index.textContent();
    await page.getByRole('button', { name: 'Lưu số liệu' }).click();
    await page.getByText('Chưa có thay đổi').waitFor();
    await expect.poll(() => index.textContent()).not.toBe(before);
    const column = (row: number) => grid.locator(`[data-place="${row}.1"]`);
    await column(0).click();
    await column(2).click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+d');
    for (const row of [1, 2]) expect(await column(row).textContent()).toBe(await column(0).textContent());
    await page.keyboard.press('Control+z');
    await page.getByText('Chưa có thay đổi').waitFor();
  });

  test('of two people on one sheet the second learns of the first, and nothing is lost', async () => {
    const [one, two] = [await workspace.visit('/app/figures'), await workspace.visit('/app/figures')];
    for (const page of [one, two]) {
      await signInAt(page, OFFICE);
      await page.locator('[data-place="0.3"]').click();
    }
    const enter = async (page: Page, typed: string) => {
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Lưu số liệu' }).click();
    };
    await enter(one, '3 0 0');
    await one.getByText('Chưa có thay đổi').waitFor();
    await enter(two, '2 1 0');
    await two.getByRole('heading', { name: 'Người khác vừa sửa những ô này' }).waitFor();
    await keepPicture(two, 'index-figures-conflict');
    await two.getByRole('button', { name: 'Lấy số liệu mới, giữ phần đã gõ' }).click();
    expect(await two.locator('[data-place="0.3"]').textContent()).toBe('2 1 0');
    await two.getByRole('button', { name: 'Lưu số liệu' }).click();
    await two.getByText('Chưa có thay đổi').waitFor();
  });

  test('a unit that takes no place is said so beside the sheet, and stands apart in the ranking', async () => {
    const page = await workspace.visit('/app/figures');
    await signInAt(page, OFFICE);
    await page.getByRole('button', { name: 'Xã Tân Kiều' }).click();
    const about = page.getByRole('complementary', { name: 'Đặc điểm của đơn vị trong kỳ' });
    await about.getByLabel('Được xếp hạng').uncheck();
    await about.getByRole('button', { name: 'Ghi đặc điểm' }).click();
    await page.getByText('Đã ghi đặc điểm của đơn vị.').waitFor();
    const row = page.getByRole('row', { name: /Xã Tân Kiều/ });
    await expect.poll(() => row.locator('td').nth(1).textContent()).toBe('–');
  });

  test('the ranking opens to a unit, and any point to its rule, figure and rounding', async () => {
    const page = await workspace.visit('/app/results');
    await signInAt(page, OFFICE);
    await page.getByText('Tạm tính', { exact: true }).waitFor();
    await keepPicture(page, 'index-ranking', 'xep-hang');
    await page.getByRole('button', { name: 'Hiện điểm từng lĩnh vực' }).click();
    await keepPicture(page, 'index-ranking-fields');
    await page.getByRole('link', { name: 'Xã Gò Lau' }).click();
    await page.getByRole('heading', { name: 'Xã Gò Lau', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Mất điểm ở đâu' }).waitFor();
    await keepPicture(page, 'index-unit', 'ket-qua-don-vi');
    await page.getByRole('button', { name: /^3\.1\.1/ }).click();
    const why = page.getByRole('complementary', { name: 'Vì sao được điểm này' });
    await why.getByText('Cách tính').waitFor();
    await why.getByText('Làm tròn').waitFor();
    await keepPicture(page, 'index-why', 'vi-sao');
    const picture = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải ảnh PNG' }).click();
    await (await picture).saveAs('var/screenshots/index-profile-exported.png');
  });

  test('before publication a commune sees its own result and no other', async () => {
    const page = await workspace.visit('/app/results');
    await signInAt(page, COMMUNE);
    await page.getByRole('link', { name: 'Xã Thạch Vĩnh' }).waitFor();
    await page.getByText('Trước khi công bố, bạn chỉ xem được kết quả của đơn vị mình.').waitFor();
    expect(await page.getByRole('link', { name: 'Xã Gò Lau' }).count()).toBe(0);
  });

  test('published by a decision, the results are everybody’s and the figures stand for good', async () => {
    const page = await workspace.visit('/app/results');
    await signInAt(page, OFFICE);
    await page.getByRole('button', { name: 'Công bố kết quả' }).click();
    await page.getByLabel('Số quyết định').fill('99/QĐ-UBND');
    await page.getByRole('button', { name: 'Công bố kết quả' }).click();
    await page.getByText(/Công bố ngày 23\/11\/2026/).waitFor();
    await page.getByRole('button', { name: 'Tính lại kết quả đã công bố' }).click();
    await page.getByText('Khớp: kết quả tính lại giống hệt').waitFor();
    const commune = await workspace.visit('/app/results');
    await signInAt(commune, COMMUNE);
    await commune.getByRole('link', { name: 'Xã Gò Lau' }).waitFor();
    await page.getByRole('link', { name: 'Số liệu', exact: true }).first().click();
    await page.getByText('Kỳ này đã công bố nên số liệu không sửa được nữa.').waitFor();
  });
});

/** What Ctrl+V does with a block of cells from a spreadsheet. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }`);
}
