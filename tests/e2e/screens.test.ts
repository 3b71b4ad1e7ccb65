import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenPerson } from '../given.ts';
import { unitId } from '../unit-examples.ts';
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

let workspace: Workspace;
let personId: string;

beforeAll(async () => {
  workspace = await openWorkspace();
  const { app, tenantId } = workspace;
  personId = await givenPerson(app, tenantId, {
    name: 'Trần Minh Quản',
    email: 'quantri@truonggiang.example',
    unit: 1,
    roles: [{ role: 'administrator' }, { role: 'auditor' }],
  });
});

afterAll(() => workspace.close());

const OUTSIDE = ['sign-in', 'forgot-password', 'reset-password?token=x', 'invitation/none'];

const INSIDE: readonly (readonly [string, string, string])[] = [
  ['my-work', '', 'Việc của tôi'],
  ['units', 'units', 'Đơn vị'],
  ['unit', `units/${unitId(4)}`, 'Đơn vị'],
  ['people', 'people', 'Người dùng'],
  ['person', 'people/PERSON', 'Trần Minh Quản'],
  ['journal', 'journal', 'Nhật ký'],
  ['documents', 'documents', 'Tài liệu'],
  ['account', 'account', 'Tài khoản của tôi'],
  ['not-found', 'nothing-here', 'Không tìm thấy trang này'],
];

const LOOKS = [
  ['desk-light', { ...DESK, colorScheme: 'light' }],
  ['desk-dark', { ...DESK, colorScheme: 'dark' }],
  ['phone-light', { ...PHONE, colorScheme: 'light' }],
] as const;

describe.each(LOOKS)('every screen, %s, meets WCAG 2.2 AA and fits', (look, screen) => {
  test('before one is signed in', async () => {
    const page = await workspace.visit('/app/sign-in', screen);
    for (const path of OUTSIDE) {
      await page.goto(`${workspace.url}/app/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      await keepPicture(page, `${path.replace(/\W.*/, '')}-${look}`);
      await expectAccessible(page);
    }
  });

  test('once one is signed in', async () => {
    const page = await workspace.visit('/app/', screen);
    const failed: string[] = [];
    page.on('console', (line) => line.type() === 'error' && failed.push(line.text()));
    page.on('pageerror', (error) => failed.push(error.message));
    await signInAt(page, 'quantri@truonggiang.example');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    failed.length = 0;
    for (const [name, path, title] of INSIDE) {
      await page.goto(`${workspace.url}/app/${path.replace('PERSON', personId)}`);
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      await settled(page);
      await keepPicture(page, `${name}-${look}`);
      await expectAccessible(page);
    }
    expect(failed).toEqual([]);
  });
});
