import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenPerson, PASSWORD, signIn } from '../given.ts';
import { unitId } from '../unit-examples.ts';
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
    name: 'Đỗ Văn Chủ',
    email: 'chutich@truonggiang.example',
    unit: 4,
    roles: [{ role: 'head_of_unit' }],
  });
});

afterAll(() => workspace.close());

describe('people on the screen', () => {
  test('an administrator adds an officer, gives a role and an invitation; the officer takes the account', async () => {
    const page = await workspace.visit('/app/people');
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('button', { name: 'Thêm người' }).click();
    const form = page.getByRole('form', { name: 'Thêm người' });
    await form.getByLabel('Họ và tên').fill('Nguyễn Thị Mới');
    await form.getByLabel('Thư điện tử công vụ').fill('moi@truonggiang.example');
    await form.getByRole('combobox', { name: 'Đơn vị' }).fill('dong kieu');
    await page.getByRole('option', { name: 'Phường Đông Kiều (U4)' }).click();
    await form.getByLabel('Chức danh').fill('Chuyên viên');
    await form.getByRole('textbox', { name: 'Từ ngày' }).fill('01/11/2026');
    await form.getByRole('button', { name: 'Thêm người' }).click();
    await page.getByRole('heading', { name: 'Nguyễn Thị Mới' }).waitFor();

    await page.getByRole('button', { name: 'Giao vai trò' }).click();
    await page.getByRole('textbox', { name: 'Từ ngày' }).fill('01/11/2026');
    await page.getByRole('button', { name: 'Giao vai trò' }).click();
    await page.getByRole('cell', { name: 'Công chức', exact: true }).waitFor();

    await page.getByRole('button', { name: 'Gửi lời mời' }).click();
    await page.getByRole('button', { name: 'Gửi lời mời' }).click();
    const link = await page.getByText(/\/app\/invitation\//).textContent();

    const officer = await workspace.visit(new URL(link ?? '').pathname);
    await officer.getByText('moi@truonggiang.example').waitFor();
    await officer.getByLabel('Mật khẩu mới').fill('ngắn');
    await officer.getByRole('button', { name: 'Đặt mật khẩu và vào làm việc' }).click();
    await officer.getByText('Mật khẩu cần ít nhất 12 ký tự').waitFor();
    await officer.getByLabel('Mật khẩu mới').fill(PASSWORD);
    await officer.getByRole('button', { name: 'Đặt mật khẩu và vào làm việc' }).click();
    await officer.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await officer.getByText('Nguyễn Thị Mới · Chuyên viên, Phường Đông Kiều').waitFor();

    const again = await workspace.visit(new URL(link ?? '').pathname);
    await again.getByRole('heading', { name: 'Liên kết không còn dùng được' }).waitFor();
  });

  test('an invitation that ran out says so behind its link and in the list, and is sent anew', async () => {
    const { app } = workspace;
    const person = { name: 'Hà Thị Trễ', email: 'tre@truonggiang.example', unitId: unitId(4) };
    const administrator = await signIn(app, 'quantri@truonggiang.example');
    const { body } = await administrator.post('/people', {
      ...person,
      title: 'Chuyên viên',
      from: '2026-01-01',
    });
    const invited = await administrator.post(`/people/${body.personId}/invite`);
    const before = app.clock.now;
    app.clock.now = before.add({ hours: 8 * 24 });
    const late = await workspace.visit(new URL(invited.body.link ?? '').pathname);
    await late.getByRole('heading', { name: 'Liên kết không còn dùng được' }).waitFor();
    await late.getByText(/Hãy nhờ người quản trị gửi lại/).waitFor();
    const page = await workspace.visit('/app/people');
    await signInAt(page, 'quantri@truonggiang.example');
    const row = page.getByRole('row', { name: /Hà Thị Trễ/ });
    await row.getByText('Lời mời hết hiệu lực').waitFor();
    await keepPicture(page, 'people-lapsed');
    await row.getByRole('link', { name: 'Hà Thị Trễ' }).click();
    await page.getByRole('button', { name: 'Gửi lời mời' }).click();
    await page.getByRole('button', { name: 'Gửi lời mời' }).click();
    const link = await page.getByText(/\/app\/invitation\//).textContent();
    const officer = await workspace.visit(new URL(link ?? '').pathname);
    await officer.getByText('tre@truonggiang.example').waitFor();
    app.clock.now = before;
  });

  test('a head of unit delegates with an end, and cannot leave the end out', async () => {
    const { app, tenantId } = workspace;
    await givenPerson(app, tenantId, {
      name: 'Vũ Thị Phó',
      email: 'pho@truonggiang.example',
      unit: 4,
      roles: [{ role: 'officer' }],
    });
    const page = await workspace.visit('/app/people');
    await signInAt(page, 'chutich@truonggiang.example');
    await page.getByRole('link', { name: 'Vũ Thị Phó' }).click();
    await page.getByRole('button', { name: 'Ủy quyền' }).click();
    await page.getByRole('combobox', { name: 'Vai trò của bạn' }).click();
    await page.getByRole('option', { name: /Thủ trưởng đơn vị/ }).click();
    await page.getByRole('textbox', { name: 'Từ ngày' }).fill('24/11/2026');
    await page.getByRole('button', { name: 'Ủy quyền' }).click();
    await page
      .getByText(/Ngày chưa đúng/)
      .first()
      .waitFor();
    await page.getByRole('textbox', { name: 'Đến trước ngày' }).fill('01/12/2026');
    await page.getByRole('button', { name: 'Ủy quyền' }).click();
    await page.getByRole('cell', { name: 'Thủ trưởng đơn vị, thay cho Đỗ Văn Chủ' }).waitFor();
    await page.getByRole('cell', { name: '01/12/2026' }).waitFor();
  });

  test('somebody outside of what one may see is not found', async () => {
    const { app, tenantId } = workspace;
    const hidden = await givenPerson(app, tenantId, {
      name: 'Lý Văn Khuất',
      email: 'khuat@truonggiang.example',
      unit: 6,
    });
    const page = await workspace.visit(`/app/people/${hidden}`);
    await signInAt(page, 'chutich@truonggiang.example');
    await page.getByText(/Không tìm thấy, hoặc nội dung nằm ngoài phạm vi/).waitFor();
    expect(await page.getByText('Lý Văn Khuất').count()).toBe(0);
  });
});
