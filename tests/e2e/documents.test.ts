import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givenPerson } from '../given.ts';
import { pdfSaying } from '../papers.ts';
import {
  DESK,
  expectAccessible,
  keepPicture,
  openWorkspace,
  PHONE,
  settled,
  signInAt,
  type Workspace,
} from './workspace.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let workspace: Workspace;
let page: Page;

beforeAll(async () => {
  workspace = await openWorkspace();
  const { app, tenantId } = workspace;
  const unit = 4;
  const roles = [{ role: 'officer' }] as const;
  await givenPerson(app, tenantId, { name: 'Lê Thị Hoa', email: 'hoa@tg.example', unit, roles });
  page = await workspace.visit('/app/documents', DESK);
  await signInAt(page, 'hoa@tg.example');
  await page.getByRole('heading', { name: 'Tài liệu', level: 1 }).waitFor();
});
afterAll(() => workspace.close());

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

test('an officer adds documents, is told which one is refused and why, and reads one in place', async () => {
  await settled(page);
  await keepPicture(page, 'documents-empty');
  await page
    .locator('input[type=file]')
    .setInputFiles([
      file(
        'Kế hoạch cải cách hành chính năm 2026 của Ủy ban nhân dân phường Đông Kiều.pdf',
        pdfSaying('Ke hoach 2026'),
      ),
      file('Ảnh niêm yết thủ tục.png', PNG),
      file('Ghi chú.txt', Buffer.from('Đã niêm yết 12/12 thủ tục.')),
      file('Trang.html', Buffer.from('<html><script>alert(1)</script></html>')),
    ]);
  await page.getByText('Đã thêm 3 tài liệu').waitFor();
  const refused = page.getByRole('region', { name: 'Thêm tài liệu' }).getByRole('alert');
  expect(await refused.textContent()).toContain('Trang.html: Loại tệp này không được nhận');
  await page.getByRole('button', { name: 'Ghi chú.txt' }).click();
  const text = page.frameLocator('iframe');
  await text.getByText('Đã niêm yết 12/12 thủ tục.').waitFor();
  await expectAccessible(page);
});

test('a file whose contents the unit has already waits until the officer has chosen', async () => {
  const bytes = Buffer.from('Đã niêm yết 12/12 thủ tục.');
  const area = page.getByRole('region', { name: 'Thêm tài liệu' });
  await page
    .locator('input[type=file]')
    .setInputFiles([file('Bản chép để đối chiếu.txt', bytes), file('Bản chép lần nữa.txt', bytes)]);
  const choice = area.getByText(
    /Bản chép lần nữa.txt giống hệt Ghi chú.txt \(phiên bản 1, Lê Thị Hoa thêm lúc/,
  );
  await choice.waitFor();
  await settled(page);
  await keepPicture(page, 'documents-doubled');
  await expectAccessible(page);
  await area.getByRole('button', { name: 'Giữ cả hai: Bản chép để đối chiếu.txt' }).click();
  await page.getByRole('button', { name: 'Bản chép để đối chiếu.txt', exact: true }).waitFor();
  await area.getByRole('button', { name: 'Mở tài liệu đã có: Bản chép lần nữa.txt' }).click();
  await page.getByRole('complementary', { name: 'Ghi chú.txt' }).waitFor();
  expect(await area.getByRole('alert').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Bản chép lần nữa.txt' }).count()).toBe(0);
});

test('a PDF is shown in place, and a new version takes its place with its reason', async () => {
  const answer = page.waitForResponse(/\/view$/);
  await page.getByRole('button', { name: /^Kế hoạch cải cách/ }).click();
  expect((await answer).headers()['content-type']).toBe('application/pdf');
  const pane = page.getByRole('complementary', { name: /^Kế hoạch cải cách/ });
  await pane.getByText('bản đầu').waitFor();
  await keepPicture(page, 'documents-pdf');
  await pane.getByRole('button', { name: 'Thêm phiên bản' }).click();
  await pane
    .locator('input[type=file]')
    .setInputFiles(file('Kế hoạch (sửa).pdf', pdfSaying('Ke hoach 2026, sua')));
  await pane.getByRole('button', { name: 'Thêm phiên bản' }).click();
  await pane.getByText('cần ghi lý do').waitFor();
  await pane.getByLabel('Lý do').fill('Bổ sung phụ lục 2');
  await pane.getByRole('button', { name: 'Thêm phiên bản' }).click();
  const newer = page.getByRole('complementary', { name: 'Kế hoạch (sửa).pdf' });
  await newer.getByText('2: Bổ sung phụ lục 2').waitFor();
  await newer.getByRole('button', { name: '1', exact: true }).click();
  await page.getByText('Bản cũ. Đang dùng phiên bản 2.').waitFor();
  await settled(page);
  await keepPicture(page, 'documents-version');
  await expectAccessible(page);
});

test('the same on a phone and in the dark', async () => {
  for (const [name, screen] of [
    ['phone', PHONE],
    ['dark', { ...DESK, colorScheme: 'dark' }],
  ] as const) {
    const other = await workspace.visit(new URL(page.url()).pathname + new URL(page.url()).search, screen);
    await signInAt(other, 'hoa@tg.example');
    await other.getByText('Bản cũ. Đang dùng phiên bản 2.').waitFor();
    await settled(other);
    await keepPicture(other, `documents-${name}`);
    await expectAccessible(other);
  }
});
