import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenPerson, PASSWORD } from '../given.ts';
import { codeNow, nextCode } from '../totp.ts';
import { openWorkspace, signInAt, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace();
  const { app, tenantId } = workspace;
  for (const [name, email] of [
    ['Trần Minh Quản', 'quantri@truonggiang.example'],
    ['Phạm Văn Khóa', 'khoa@truonggiang.example'],
  ] as const)
    await givenPerson(app, tenantId, { name, email, unit: 1, roles: [{ role: 'administrator' }] });
});

afterAll(() => workspace.close());

describe('the way in', () => {
  test('a wrong password is told without saying whether the account exists, and the e-mail stays typed', async () => {
    const page = await workspace.visit('/app/');
    await signInAt(page, 'quantri@truonggiang.example', 'không phải mật khẩu này');
    await page.getByText('Thư điện tử hoặc mật khẩu không đúng.').waitFor();
    expect(await page.getByLabel('Thư điện tử công vụ').inputValue()).toBe('quantri@truonggiang.example');
    await signInAt(page, 'khongco@truonggiang.example', 'không phải mật khẩu này');
    await page.getByText('Thư điện tử hoặc mật khẩu không đúng.').waitFor();
  });

  test('who comes with an address in mind is led there after signing in', async () => {
    const page = await workspace.visit('/app/units?day=2024-01-02');
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByText('7 đơn vị ngày 02/01/2024').waitFor();
    expect(new URL(page.url()).pathname).toBe('/app/units');
  });

  test.each(['//evil.example/x', '/..//evil.example', 'https://evil.example/'])(
    'who was sent with the address %s in mind stays with us after signing in',
    async (next) => {
      const page = await workspace.visit(`/app/sign-in?next=${encodeURIComponent(next)}`);
      await signInAt(page, 'quantri@truonggiang.example');
      await page.getByRole('navigation').first().waitFor();
      expect(new URL(page.url()).origin).toBe(new URL(workspace.url).origin);
    },
  );

  test('with the second factor on, the password alone does not open the door', async () => {
    const page = await workspace.visit('/app/account');
    await signInAt(page, 'khoa@truonggiang.example');
    await page.getByRole('button', { name: 'Bật xác thực hai lớp' }).click();
    const form = page.getByRole('form', { name: 'Bật xác thực hai lớp' });
    await form.getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
    const enrolled = page.waitForResponse('**/api/totp/enroll');
    await form.getByRole('button', { name: 'Bật xác thực hai lớp' }).click();
    const { uri } = await (await enrolled).json();
    await page.getByAltText('Mã QR của khóa xác thực hai lớp').waitFor();
    await page.getByLabel('Mã sáu số').fill(codeNow(uri));
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('Đang bật').waitFor();

    const other = await workspace.visit('/app/');
    await signInAt(other, 'khoa@truonggiang.example');
    await other.getByRole('heading', { name: 'Xác thực hai lớp' }).waitFor();
    await other.getByLabel('Mã sáu số').fill('000000');
    await other.getByRole('button', { name: 'Xác nhận' }).click();
    await other
      .getByText(/Mã không đúng hoặc đã hết hiệu lực/)
      .first()
      .waitFor();
    await other.getByLabel('Mã sáu số').fill(nextCode(uri));
    await other.getByRole('button', { name: 'Xác nhận' }).click();
    await other.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  });

  test('signing out everywhere ends the session on the other device too', async () => {
    const desk = await workspace.visit('/app/account');
    await signInAt(desk, 'quantri@truonggiang.example');
    const phone = await workspace.visit('/app/units');
    await signInAt(phone, 'quantri@truonggiang.example');
    await phone.getByRole('tree').waitFor();
    await desk.getByRole('button', { name: 'Đăng xuất khỏi mọi thiết bị' }).click();
    await desk.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await phone.reload();
    await phone.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  });

  test('a session that ends while a form is open keeps what was typed, and the form can be sent after all', async () => {
    const page = await workspace.visit('/app/people');
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('button', { name: 'Thêm người' }).click();
    const form = page.getByRole('form', { name: 'Thêm người' });
    await form.getByLabel('Họ và tên').fill('Nguyễn Văn Chờ');
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await form.getByRole('button', { name: 'Thêm người' }).click();
    await page.getByRole('link', { name: /Đăng nhập ở thẻ mới/ }).waitFor();
    expect(await form.getByLabel('Họ và tên').inputValue()).toBe('Nguyễn Văn Chờ');
    await page.context().addCookies(cookies);
    await form.getByRole('button', { name: 'Thêm người' }).click();
    await page.getByText('Thông tin chưa hợp lệ').waitFor();
  });

  test('a session that has ended leads to the door at the next page', async () => {
    const page = await workspace.visit('/app/people');
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('table').waitFor();
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Nhật ký', exact: true }).click();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  });
});
