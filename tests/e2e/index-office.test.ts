import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeScorecardSheet } from '../../src/server/par-index/sheets/write-scorecard-sheet.ts';
import { XLSX } from '../../src/server/sheets/http.ts';
import { givenPerson, givenProvince } from '../given.ts';
import { typed } from '../given-upload.ts';
import { communeNumber, figuresText, INDEX_PROVINCE, pasteInto, scorecardText } from './index-given.ts';
import { expectAccessible, keepPicture, openWorkspace, signInAt, type Workspace } from './workspace.ts';

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
  test('a workbook with a fault is told where it lies and comes back; corrected, its rules are read at once', async () => {
    const page = await workspace.visit('/app/scorecards/import');
    await signInAt(page, OFFICE);
    await page.getByRole('heading', { name: 'Nhập bộ chỉ số' }).waitFor();
    const file = page.locator('input[type=file]');
    const wrong = scorecardText().replace('"max": "3.5"', '"max": "3"');
    await file.setInputFiles(await workbookOf(wrong));
    await page.getByText('Điểm tối đa các tiêu chí con cộng lại là 3,5, ở đây ghi 3').waitFor();
    expect(await page.getByRole('button', { name: 'Lưu dự thảo' }).count()).toBe(0);
    await keepPicture(page, 'index-import-faults', 'loi-bo-chi-so');
    const back = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải lại tệp có ghi lỗi' }).click();
    expect((await back).suggestedFilename()).toBe('bo-chi-so-co-loi.xlsx');
    await file.setInputFiles(await workbookOf(scorecardText()));
    await page.getByText(/Không có lỗi/).waitFor();
    await page.getByRole('treeitem', { name: /^1 / }).first().waitFor();
    await keepPicture(page, 'index-import-clean');
  });

  test('a clean one becomes a draft whose rules are read as sentences and tried with a number', async () => {
    const page = await workspace.visit('/app/scorecards/import');
    await signInAt(page, OFFICE);
    await page.getByRole('heading', { name: 'Nhập bộ chỉ số' }).waitFor();
    await page.getByRole('button', { name: 'Dán nội dung JSON' }).click();
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

  test('a new version is edited in its tree: renamed, added to, moved, mended, taken back, saved', async () => {
    const page = await workspace.visit('/app/scorecards');
    await signInAt(page, OFFICE);
    await page.getByRole('link', { name: /Chỉ số cải cách hành chính cấp xã/ }).click();
    await page.getByRole('button', { name: 'Lập bản mới' }).click();
    await page.getByRole('form').getByRole('button', { name: 'Lập bản mới' }).click();
    await page.getByRole('button', { name: 'Sửa dự thảo' }).click();
    const line = (name: RegExp) => page.getByRole('treeitem', { name });
    const keys = page.keyboard;
    const state = (said: string) => page.getByText(said, { exact: true }).waitFor();
    await line(/^1\.3 /).click();
    await keys.press('ArrowRight');
    await keys.press('ArrowDown');
    await keys.press('F2');
    await keys.type('Tỷ lệ phòng, đơn vị được kiểm tra');
    await keys.press('Enter');
    await keys.press('Enter');
    await keys.type('Công khai kết luận kiểm tra');
    await keys.press('Enter');
    await keys.press('Alt+ArrowDown');
    await expect.poll(() => line(/^1\.3\.3 Công khai/).getAttribute('aria-posinset')).toBe('3');
    await keys.press('Alt+ArrowRight');
    await expect.poll(() => line(/^1\.3\.3 /).getAttribute('aria-level')).toBe('4');
    await keys.press('Alt+ArrowLeft');
    await expect.poll(() => line(/^1\.3\.3 /).getAttribute('aria-level')).toBe('3');
    expect(await line(/^1\.3\.3 /).evaluate((row) => row === row.ownerDocument.activeElement)).toBe(true);
    await page.getByLabel('Điểm tối đa').fill('0,5');
    await page.getByRole('button', { name: 'Xem lỗi' }).click();
    await page.getByRole('button', { name: /Chưa chọn cách chấm/ }).click();
    await page.getByRole('combobox', { name: 'Cách chấm' }).click();
    await page.getByRole('option', { name: /^Theo bậc/ }).click();
    await page.getByRole('textbox', { name: 'Ngưỡng' }).fill('80');
    await page.getByLabel('Nếu tỷ lệ hoặc số liệu là').fill('79,9');
    await page.getByText('thì được 0,00 điểm').waitFor();
    await page.getByLabel('Nếu tỷ lệ hoặc số liệu là').fill('80');
    await page.getByText('thì được 0,50 điểm').waitFor();
    await page.getByRole('button', { name: 'Thêm bậc' }).click();
    await keys.press('Alt+ArrowUp');
    await page.getByText('Bậc 2 nay đứng thứ 1').waitFor();
    const tier = (number: number) => page.getByRole('group', { name: `Bậc ${number}`, exact: true });
    const threshold = (number: number) => tier(number).getByRole('textbox', { name: 'Ngưỡng' }).inputValue();
    expect([await threshold(1), await threshold(2)]).toEqual(['', '80']);
    expect(await tier(1).evaluate((row) => row.contains(row.ownerDocument.activeElement))).toBe(true);
    await page.getByRole('button', { name: 'Đưa xuống: Bậc 1' }).click();
    await expect.poll(() => threshold(1)).toBe('80');
    await page.getByRole('button', { name: 'Bỏ: Bậc 2' }).click();
    await keepPicture(page, 'index-editor', 'sua-du-thao');
    await expectAccessible(page);
    await page.getByRole('button', { name: /con cộng lại là 2,5, ở đây ghi 2/i }).waitFor();
    await page.getByRole('button', { name: /cộng lại là 2,5/ }).click();
    await page.getByRole('button', { name: 'Lấy tổng của con' }).click();
    await page.getByRole('button', { name: /cộng lại là 12,5/ }).waitFor();
    await keys.press('Control+z');
    await page.getByRole('button', { name: /cộng lại là 2,5/ }).waitFor();
    await keys.press('Control+Shift+Z');
    await page.getByRole('button', { name: /cộng lại là 12,5/ }).click();
    await page.getByRole('button', { name: 'Lấy tổng của con' }).click();
    await page.getByRole('treeitem', { name: /^Thông tin chung/ }).click();
    await page.getByRole('button', { name: 'Lấy tổng của con' }).click();
    await page.getByLabel('Số quyết định').fill('77/QĐ-UBND');
    await page.getByRole('textbox', { name: 'Ngày quyết định' }).fill('30/2/2026');
    await keys.press('Tab');
    await page.getByText('Cần một ngày có thật, ví dụ 31/12/2026').first().waitFor();
    await page.getByRole('textbox', { name: 'Ngày quyết định' }).fill('28/2/2026');
    await state('Không có lỗi');
    await page.reload();
    await page.getByText('Đã lấy lại nội dung đang sửa mà chưa lưu.').waitFor();
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await state('Chưa có thay đổi');
    await page.getByRole('link', { name: 'Về bộ chỉ số' }).click();
    await page.getByPlaceholder('Lọc theo mã hoặc tên, không cần dấu').fill('cong khai ket luan');
    await page.getByRole('treeitem', { name: /1\.3\.3/ }).waitFor();
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    expect(await page.getByLabel('Số quyết định').inputValue()).toBe('77/QĐ-UBND');
    expect(await page.getByRole('textbox', { name: 'Ngày quyết định' }).inputValue()).toBe('28/02/2026');
  });

  test('two people on one draft: who saves second sees what the first changed, and loses nothing', async () => {
    const [first, second] = [
      await workspace.visit('/app/scorecards'),
      await workspace.visit('/app/scorecards'),
    ];
    for (const page of [first, second]) {
      await signInAt(page, OFFICE);
      await page
        .getByRole('row', { name: /Dự thảo/ })
        .getByRole('link')
        .click();
      await page.getByRole('button', { name: 'Sửa dự thảo' }).click();
      await page.getByRole('treeitem', { name: /^1\.2 / }).click();
    }
    await first.getByLabel('Tài liệu kiểm chứng').fill('Báo cáo đã ký số');
    await first.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await first.getByText('Chưa có thay đổi').waitFor();
    await second.getByRole('textbox', { name: 'Tên' }).fill('Chế độ báo cáo');
    await second.getByRole('button', { name: 'Lưu dự thảo' }).click();
    const conflict = second.getByRole('alert', { name: 'Người khác vừa lưu dự thảo này' });
    await conflict.getByText('Báo cáo đã ký số').waitFor();
    await keepPicture(second, 'index-editor-conflict', 'hai-nguoi-cung-sua');
    await expectAccessible(second);
    await conflict.getByRole('button', { name: 'Gộp sửa đổi của tôi vào bản mới' }).click();
    await second.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await second.getByText('Chưa có thay đổi').waitFor();
    const { scorecards = [] } = await ask(second, 'scorecards');
    const id = (status: string) => scorecards.find((one) => one.status === status)?.scorecardId ?? '';
    await second.goto(`${workspace.url}/app/scorecards/compare?from=${id('issued')}&to=${id('draft')}`);
    const changed = second.getByRole('row', { name: /^1\.2 / });
    await changed.getByText('Báo cáo đã ký số').waitFor();
    await changed.getByText('Chế độ báo cáo', { exact: true }).first().waitFor();
    await second.getByRole('row', { name: /^1\.3\.3 .*Thêm/ }).waitFor();
  });

  test('a scorecard is begun from nothing and stored once it is clean', async () => {
    const page = await workspace.visit('/app/scorecards');
    await signInAt(page, OFFICE);
    await page.getByRole('button', { name: 'Lập bộ chỉ số mới' }).click();
    await page.getByRole('textbox', { name: 'Tên' }).fill('Bộ chỉ số của sở');
    await page.getByRole('textbox', { name: 'Mã', exact: true }).fill('so-2026');
    await page.getByRole('treeitem', { name: /chưa đặt tên/ }).click();
    await page.getByRole('combobox', { name: 'Cách chấm' }).click();
    await page.getByRole('option', { name: /^Nhập điểm trực tiếp/ }).click();
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sửa dự thảo' }).waitFor();
    await page.getByText('Chưa có thay đổi').waitFor();
  });

  test('a file of figures tells the fate of each unit before anything is stored', async () => {
    const page = await workspace.visit('/app/figures');
    await signInAt(page, OFFICE);
    await page.getByRole('button', { name: 'Nhập Excel/JSON' }).click();
    await page.getByText('Dán nội dung JSON').click();
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
    await page.getByRole('button', { name: 'Tải về' }).click();
    await page.getByRole('menuitem', { name: 'Số liệu đã có (JSON)' }).click();
    const own = readFileSync(await (await exported).path(), 'utf8');
    await page.getByRole('button', { name: 'Nhập Excel/JSON' }).click();
    const files = page.locator('input[type=file]');
    await files.setInputFiles({
      name: 'so-lieu.json',
      mimeType: 'application/json',
      buffer: Buffer.from(own),
    });
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
    await page.getByText('Tệp không có lỗi: 23 đơn vị').waitFor();
    expect(await page.getByText('giữ nguyên', { exact: true }).count()).toBe(23);
    await keepPicture(page, 'index-figures');
  });

  test('a workbook with a fault goes back with it; mended, it changes the ranking, which is exported', async () => {
    const page = await workspace.visit('/app/figures');
    await signInAt(page, OFFICE);
    const unit = { 'Mã đơn vị': `U${communeNumber('Xã Gò Lau')}`, 'Tên đơn vị': 'Xã Gò Lau' };
    const choose = async (count: string) => {
      const buffer = await typed('Số liệu', [{ ...unit, '1.5 Số trường hợp': count }]);
      await page.locator('input[type=file]').setInputFiles({ name: 'so-lieu.xlsx', mimeType: XLSX, buffer });
      await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
    };
    await page.getByRole('button', { name: 'Nhập Excel/JSON' }).click();
    await choose('-1');
    await page.getByText('dòng 2, cột "1.5 Số trường hợp": số trường hợp không được âm').waitFor();
    await keepPicture(page, 'index-figures-sheet', 'nhap-so-lieu-excel');
    await expectAccessible(page);
    expect(await savedAs(page, 'button', 'Tải lại tệp có ghi lỗi')).toBe('so-lieu-co-loi.xlsx');
    await choose('9');
    await page.getByText('Tệp không có lỗi: 1 đơn vị').waitFor();
    const index = page
      .getByRole('row', { name: /Xã Gò Lau/ })
      .locator('td')
      .first();
    const before = await index.textContent();
    await page.getByRole('button', { name: 'Lưu số liệu trong tệp' }).click();
    await page.getByText('Đã lưu số liệu của 1 đơn vị.').waitFor();
    await expect.poll(() => index.textContent()).not.toBe(before);
    expect(await takenAlong(page, 'Mẫu để nhập (Excel)')).toBe('mau-so-lieu-2026.xlsx');
    await page.getByRole('link', { name: 'Kết quả', exact: true }).last().click();
    expect(await takenAlong(page, 'Bảng xếp hạng (Excel)')).toBe('xep-hang-2026.xlsx');
    expect(await takenAlong(page, 'Thông báo xếp hạng (Word)')).toBe('thong-bao-xep-hang-2026.docx');
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
    const profile = page.locator('figure', { hasText: 'Mất điểm ở đâu' });
    await profile.getByRole('button', { name: 'Tải về' }).click();
    await page.getByRole('menuitem', { name: 'Ảnh PNG' }).click();
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

/** The name under which a file comes when this is pressed. */
async function savedAs(page: Page, role: 'button' | 'menuitem', name: string): Promise<string> {
  const file = page.waitForEvent('download');
  await page.getByRole(role, { name, exact: true }).click();
  const saved = await file;
  await saved.path();
  return saved.suggestedFilename();
}

/** The same for one way of the menu of downloads. */
async function takenAlong(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Tải về', exact: true }).click();
  return savedAs(page, 'menuitem', name);
}

/** An answer of the API to the one who is signed in on the page. */
async function ask(page: Page, path: string): Promise<Record<string, Record<string, unknown>[]>> {
  return await page.evaluate(`fetch('/api/${path}').then((answer) => answer.json())`);
}

/** A document as the workbook that an export gives, whatever is wrong with it. */
async function workbookOf(document: string) {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const content = await buffer(writeScorecardSheet(document, [], 'vi'));
  return { name: 'bo-chi-so.xlsx', mimeType, buffer: content };
}

/** What Ctrl+V does with a block of cells from a spreadsheet. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }`);
}
