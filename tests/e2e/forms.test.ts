import { afterAll, beforeAll, describe, test } from 'vitest';
import { givenPerson } from '../given.ts';
import { unitId } from '../unit-examples.ts';
import { DESK, expectAccessible, keepPicture, openWorkspace, signInAt, type Workspace } from './workspace.ts';

let workspace: Workspace;
let officerId: string;

beforeAll(async () => {
  workspace = await openWorkspace();
  const { app, tenantId } = workspace;
  await givenPerson(app, tenantId, {
    name: 'Trần Minh Quản',
    email: 'quantri@truonggiang.example',
    unit: 1,
    roles: [{ role: 'administrator' }, { role: 'head_of_unit' }],
  });
  officerId = await givenPerson(app, tenantId, {
    name: 'Lê Thị Công',
    email: 'congchuc@truonggiang.example',
    unit: 4,
    roles: [{ role: 'officer' }],
  });
});

afterAll(() => workspace.close());

const UNIT_FORMS = [
  'Lập đơn vị trực thuộc',
  'Đổi tên',
  'Chuyển đơn vị chủ quản',
  'Sáp nhập',
  'Chia tách',
  'Kết thúc hoạt động',
];

const PERSON_FORMS = [
  'Gửi lời mời',
  'Giao vai trò',
  'Ủy quyền',
  'Thêm vị trí công tác',
  'Sửa thông tin',
  'Gỡ xác thực hai lớp',
  'Ghi nhận thôi việc',
];

describe.each(['light', 'dark'] as const)('every form, %s, meets WCAG 2.2 AA', (colorScheme) => {
  test('of a unit, with everything that was refused', async () => {
    const page = await workspace.visit(`/app/units/${unitId(4)}`, { ...DESK, colorScheme });
    await signInAt(page, 'quantri@truonggiang.example');
    for (const name of UNIT_FORMS) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('form', { name }).getByRole('button', { name, exact: true }).click();
      await page.getByText('Thông tin chưa hợp lệ').waitFor();
      await keepPicture(page, `form-${name.replaceAll(' ', '-')}-${colorScheme}`);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Bỏ qua' }).click();
    }
  });

  test('of a person', async () => {
    const page = await workspace.visit(`/app/people/${officerId}`, { ...DESK, colorScheme });
    await signInAt(page, 'quantri@truonggiang.example');
    for (const name of PERSON_FORMS) {
      await page.getByRole('button', { name }).click();
      await keepPicture(page, `form-${name.replaceAll(' ', '-')}-${colorScheme}`);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Bỏ qua' }).click();
    }
  });

  test('the palette, the account menu and the calendar', async () => {
    const page = await workspace.visit('/app/journal', { ...DESK, colorScheme });
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('heading', { name: 'Nhật ký', level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Tìm hoặc đi đến' }).fill('dong');
    await page.getByRole('option', { name: 'Phường Đông Kiều', exact: true }).waitFor();
    await keepPicture(page, `palette-${colorScheme}`);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mở lịch: Từ ngày' }).click();
    await page.getByRole('button', { name: /tháng/ }).first().waitFor();
    await keepPicture(page, `calendar-${colorScheme}`);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Trần Minh Quản/ }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).waitFor();
    await keepPicture(page, `account-menu-${colorScheme}`);
    await expectAccessible(page);
  });
});
