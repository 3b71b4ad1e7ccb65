import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenPerson } from '../given.ts';
import { openWorkspace, PHONE, signInAt, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace();
  await givenPerson(workspace.app, workspace.tenantId, {
    name: 'Trần Minh Quản',
    email: 'quantri@truonggiang.example',
    unit: 1,
    roles: [{ role: 'administrator' }],
  });
});

afterAll(() => workspace.close());

describe('the frame around every page', () => {
  test('Ctrl+K leads to a unit typed without diacritics', async () => {
    const page = await workspace.visit('/app/');
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('thach vinh');
    await page.getByRole('option', { name: 'Xã Thạch Vĩnh', exact: true, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Xã Thạch Vĩnh' }).waitFor();
  });

  test('the first Tab offers to skip to the content, and a new page begins at its title', async () => {
    const page = await workspace.visit('/app/');
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.getByRole('link', { name: 'Người dùng', exact: true }).click();
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Người dùng');
  });

  test('language and appearance are chosen once and kept', async () => {
    const page = await workspace.visit('/app/', { colorScheme: 'light' });
    await signInAt(page, 'quantri@truonggiang.example');
    const account = page.getByRole('button', { name: /Trần Minh Quản/ });
    await account.click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    await account.click();
    await page.getByRole('menuitem', { name: 'Dark' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.evaluate('document.documentElement.dataset.mantineColorScheme')).toBe('dark');
  });

  test('on a phone the menu opens over the page and closes with a choice', async () => {
    const page = await workspace.visit('/app/', PHONE);
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('button', { name: 'Mở trình đơn' }).click();
    await page.getByRole('link', { name: 'Đơn vị', exact: true }).click();
    await page.getByRole('heading', { name: 'Đơn vị', level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: 'Người dùng' }).isVisible()).toBe(false);
  });

  test('when the server cannot be reached, what was typed stays and the page says so', async () => {
    const page = await workspace.visit('/app/people');
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('button', { name: 'Thêm người' }).click();
    const form = page.getByRole('form', { name: 'Thêm người' });
    await form.getByLabel('Họ và tên').fill('Nguyễn Văn Mạng');
    await page.context().setOffline(true);
    await form.getByRole('button', { name: 'Thêm người' }).click();
    await page.getByText(/Chưa gửi được: mất kết nối/).waitFor();
    expect(await form.getByLabel('Họ và tên').inputValue()).toBe('Nguyễn Văn Mạng');
  });
});
