import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withTenant } from '../../src/server/db/actor.ts';
import { unitSheet } from '../../src/server/organization/sheets/unit-sheet.ts';
import { listKinds } from '../../src/server/organization/unit-queries.ts';
import { writeSheet } from '../../src/server/sheets/write-sheet.ts';
import { givenPerson } from '../given.ts';
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

async function sheetOf(rows: readonly { code: string; name: string; parentCode: string }[]): Promise<Buffer> {
  const { app, tenantId } = workspace;
  const kinds = await withTenant(app.deps.db, tenantId, listKinds);
  const filled = rows.map((row) => ({ kind: 'xa', ...row }));
  return buffer(writeSheet(unitSheet(kinds, 'vi'), filled));
}

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('units from a sheet', () => {
  test('a sheet with a fault changes nothing and says where it is; corrected, it is taken', async () => {
    const page = await workspace.visit('/app/units');
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('link', { name: 'Nhập đơn vị từ Excel' }).click();
    const file = page.locator('input[type=file]');
    const wrong = await sheetOf([
      { code: 'N1', name: 'Xã Sông Mới', parentCode: 'U1' },
      { code: 'N2', name: 'Xã Đồi Mới', parentCode: 'KHONG' },
    ]);
    await file.setInputFiles({ name: 'don-vi.xlsx', mimeType, buffer: wrong });
    await page.getByRole('textbox', { name: 'Ngày có hiệu lực' }).fill('01/10/2026');
    await page.getByLabel('Số quyết định').fill('20/NQ-HĐND');
    await page.getByRole('button', { name: 'Kiểm tra trước' }).click();
    await page.getByText(/dòng 3, cột "Mã đơn vị chủ quản"/).waitFor();
    await keepPicture(page, 'import-units-refused', 'nhap-don-vi');
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải lại tệp có ghi lỗi' }).click();
    expect((await download).suggestedFilename()).toBe('don-vi-co-loi.xlsx');

    const right = await sheetOf([
      { code: 'N1', name: 'Xã Sông Mới', parentCode: 'U1' },
      { code: 'N2', name: 'Xã Đồi Mới', parentCode: 'U1' },
    ]);
    await file.setInputFiles({ name: 'don-vi.xlsx', mimeType, buffer: right });
    await page.getByRole('button', { name: 'Kiểm tra trước' }).click();
    await page.getByRole('button', { name: 'Nhập 2 đơn vị' }).click();
    await page.getByRole('treeitem', { name: /Xã Sông Mới/ }).waitFor();
    expect(await page.getByRole('treeitem').count()).toBeGreaterThan(4);
  });

  test('what is exported is taken back as already known', async () => {
    const page = await workspace.visit('/app/units');
    await signInAt(page, 'quantri@truonggiang.example');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Xuất Excel' }).click();
    const path = await (await download).path();
    await page.goto(`${workspace.url}/app/units/import`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'don-vi.xlsx',
      mimeType,
      buffer: readFileSync(path),
    });
    await page.getByRole('textbox', { name: 'Ngày có hiệu lực' }).fill('02/11/2026');
    await page.getByLabel('Số quyết định').fill('21/NQ-HĐND');
    await page.getByRole('button', { name: 'Kiểm tra trước' }).click();
    await page.getByRole('cell', { name: 'Đã có, giữ nguyên' }).first().waitFor();
    expect(await page.getByRole('cell', { name: 'Sẽ lập mới' }).count()).toBe(0);
  });
});
