import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invitationSheet } from '../../src/server/identity/sheets/invitation-sheet.ts';
import { writeSheet } from '../../src/server/sheets/write-sheet.ts';
import { givenPerson, PASSWORD } from '../given.ts';
import { expectAccessible, keepPicture, openWorkspace, signInAt, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace();
  const { app, tenantId } = workspace;
  await givenPerson(app, tenantId, {
    name: 'Trần Minh Quản',
    email: 'quantri@truonggiang.example',
    unit: 1,
    roles: [{ role: 'administrator' }],
  });
});

afterAll(() => workspace.close());

const AN = 'U4\tLê Văn An\tan@truonggiang.example\tChủ tịch UBND phường\tThủ trưởng đơn vị';
const BINH = 'U6\tPhạm Thị Bình\tbinh@truonggiang.example\tChủ tịch UBND xã\tThủ trưởng đơn vị';

describe('invitations for a list', () => {
  test('one wrong row and nobody is invited; corrected, everybody is, and a link opens the account', async () => {
    const page = await workspace.visit('/app/people');
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('link', { name: 'Mời theo danh sách' }).click();
    const template = await page.request.get(`${workspace.url}/api/invitations/template.xlsx`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'mau.xlsx',
      mimeType: 'application/octet-stream',
      buffer: await buffer(
        writeSheet(invitationSheet('vi'), [
          {
            unitCode: 'U999',
            unitName: null,
            name: 'Lê Văn An',
            email: 'an@truonggiang.example',
            title: 'Chủ tịch UBND phường',
            role: 'head_of_unit',
          },
        ]),
      ),
    });
    expect(template.status()).toBe(200);
    await page.getByRole('textbox', { name: 'Từ ngày' }).fill('01/11/2026');
    await page.getByRole('button', { name: 'Kiểm tra trước' }).click();
    await page.getByText('dòng 2, cột "Mã đơn vị": không có đơn vị nào mang mã U999').waitFor();
    await keepPicture(page, 'invite-file-refused');
    await expectAccessible(page);

    await page.getByText('Dán các ô', { exact: true }).click();
    const cells = page.getByLabel('Các ô chép từ Excel');
    await cells.fill(`${AN}\n${BINH.replace('U6', 'U999')}`);
    await page.getByRole('textbox', { name: 'Từ ngày' }).fill('01/11/2026');
    await page.getByRole('button', { name: 'Kiểm tra trước' }).click();
    await page.getByText(/không có đơn vị nào mang mã U999/).waitFor();
    await keepPicture(page, 'invite-sheet-refused', 'moi-theo-danh-sach');
    await expectAccessible(page);

    await cells.fill(`${AN}\n${BINH}`);
    await page.getByRole('button', { name: 'Kiểm tra trước' }).click();
    await page.getByRole('button', { name: 'Mời 2 người' }).click();
    const links = page.getByText(/\/app\/invitation\//);
    await links.first().waitFor();
    await keepPicture(page, 'invite-sheet-done');
    expect(await links.count()).toBe(2);

    const address = new URL((await links.last().textContent()) ?? '');
    const invited = await workspace.visit(address.pathname);
    await invited.getByText('binh@truonggiang.example').waitFor();
    await invited.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await invited.getByRole('button', { name: 'Đặt mật khẩu và vào làm việc' }).click();
    await invited.getByRole('cell', { name: 'Thủ trưởng đơn vị' }).waitFor();
  });
});
