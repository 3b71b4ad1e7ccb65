import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenPerson } from '../given.ts';
import { openWorkspace, signInAt, type Workspace } from './workspace.ts';

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
    name: 'Lê Thị Công',
    email: 'congchuc@truonggiang.example',
    unit: 4,
    roles: [{ role: 'officer' }],
  });
});

afterAll(() => workspace.close());

describe('the tree of units on the screen', () => {
  test('an administrator renames a xã by a decision; the tree of the day before keeps the old name', async () => {
    const page = await workspace.visit('/app/');
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('link', { name: 'Đơn vị', exact: true }).click();
    await page.getByRole('treeitem', { name: /Xã Thạch Vĩnh/ }).click();
    await page.getByRole('button', { name: 'Đổi tên' }).click();
    await page.getByLabel('Tên đơn vị').fill('Xã Thạch Vĩnh Đông');
    await page.getByRole('textbox', { name: 'Ngày có hiệu lực' }).fill('01/10/2026');
    await page.getByLabel('Số quyết định').fill('15/NQ-HĐND');
    await page.getByRole('button', { name: 'Đổi tên' }).click();
    await page.getByRole('heading', { name: 'Xã Thạch Vĩnh Đông' }).waitFor();
    await page.getByText('15/NQ-HĐND').waitFor();

    await page.getByRole('textbox', { name: 'Tại ngày' }).fill('30/09/2026');
    await page.getByRole('textbox', { name: 'Tại ngày' }).press('Enter');
    await page.getByRole('heading', { name: 'Xã Thạch Vĩnh', exact: true }).waitFor();
  });

  test('a refused change names the rule at its field and keeps what was typed', async () => {
    const page = await workspace.visit('/app/units');
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('treeitem', { name: /Phường Đông Kiều/ }).click();
    await page.getByRole('button', { name: 'Đổi tên' }).click();
    await page.getByLabel('Tên đơn vị').fill('Phường Đông Kiều Thượng');
    await page.getByRole('textbox', { name: 'Ngày có hiệu lực' }).fill('01/01/2010');
    await page.getByLabel('Số quyết định').fill('16/NQ-HĐND');
    await page.getByRole('button', { name: 'Đổi tên' }).click();
    await page.getByText(/ngày có hiệu lực phải sau ngày đó/).waitFor();
    expect(await page.getByLabel('Tên đơn vị').inputValue()).toBe('Phường Đông Kiều Thượng');
  });

  test('an officer sees the way to their unit and no change to make', async () => {
    const page = await workspace.visit('/app/units');
    await signInAt(page, 'congchuc@truonggiang.example');
    await page.getByRole('treeitem', { name: /Phường Đông Kiều/ }).click();
    await page.getByRole('heading', { name: 'Phường Đông Kiều' }).waitFor();
    expect(await page.getByRole('button', { name: 'Đổi tên' }).count()).toBe(0);
    expect(await page.getByRole('treeitem', { name: /Xã Thạch Vĩnh/ }).count()).toBe(0);
  });

  test('the tree is walked with the keyboard alone', async () => {
    const page = await workspace.visit('/app/units');
    await signInAt(page, 'quantri@truonggiang.example');
    const root = page.getByRole('treeitem', { name: /UBND tỉnh Trường Giang/ });
    await root.focus();
    await root.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/app\/units\/[0-9a-f-]{36}/);
    const chosen = page.getByRole('treeitem', { selected: true });
    expect(await chosen.getAttribute('aria-level')).toBe('3');
  });
});
