import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { sealJournal } from '../../src/server/journal/service.ts';
import { givenPerson } from '../given.ts';
import { asOwner } from '../tenant.ts';
import { keepPicture, openWorkspace, signInAt, type Workspace } from './workspace.ts';

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
  await givenPerson(app, tenantId, {
    name: 'Hồ Thị Thanh Tra',
    email: 'thanhtra@truonggiang.example',
    unit: 1,
    roles: [{ role: 'auditor' }],
  });
});

afterAll(() => workspace.close());

describe('the journal on the screen', () => {
  test('a rename is found by what was done, and shows the name before and after', async () => {
    const page = await workspace.visit('/app/units');
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('treeitem', { name: /Xã Thạch Vĩnh/ }).click();
    await page.getByRole('button', { name: 'Đổi tên' }).click();
    await page.getByLabel('Tên đơn vị').fill('Xã Thạch Vĩnh Hạ');
    await page.getByRole('textbox', { name: 'Ngày có hiệu lực' }).fill('01/10/2026');
    await page.getByLabel('Số quyết định').fill('15/NQ-HĐND');
    await page.getByRole('button', { name: 'Đổi tên' }).click();
    await page.getByRole('heading', { name: 'Xã Thạch Vĩnh Hạ' }).waitFor();

    const auditor = await workspace.visit('/app/journal');
    await signInAt(auditor, 'thanhtra@truonggiang.example');
    await auditor.getByRole('combobox', { name: 'Việc' }).fill('doi ten');
    await auditor.getByRole('option', { name: 'Đổi tên đơn vị' }).click();
    await auditor.getByRole('cell', { name: 'Trần Minh Quản' }).click();
    const entry = auditor.getByRole('complementary', { name: 'Đổi tên đơn vị' });
    await entry.getByRole('cell', { name: 'Xã Thạch Vĩnh', exact: true }).waitFor();
    await entry.getByRole('cell', { name: 'Xã Thạch Vĩnh Hạ', exact: true }).waitFor();
  });

  test('an auditor verifies the seals; an entry altered behind the product is found', async () => {
    const { app, tenantId } = workspace;
    await sealJournal(app.deps.db, tenantId, app.clock.now, join(app.deps.config.dataFolder, 'seals'));
    const page = await workspace.visit('/app/journal/seals');
    await signInAt(page, 'thanhtra@truonggiang.example');
    await page.getByRole('button', { name: 'Kiểm tra nhật ký' }).click();
    await page.getByText(/Nhật ký nguyên vẹn/).waitFor();
    await keepPicture(page, 'journal-seals', 'niem-phong');

    await asOwner(
      app.database.ownerUrl,
      `update journal_entry set action = 'unit.moved' where action = 'unit.renamed'`,
    );
    await page.getByRole('button', { name: 'Kiểm tra nhật ký' }).click();
    await page.getByText(/Nhật ký không khớp với niêm phong/).waitFor();
    await page.getByText(/Một mục đã niêm phong bị sửa/).waitFor();
  });
});
