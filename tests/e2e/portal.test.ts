import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, expectAccessible, keepPicture, openWorkspace, PHONE, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace();
});

afterAll(() => workspace.close());

const LOOKS = [
  ['desk-light', { ...DESK, colorScheme: 'light' }],
  ['phone-dark', { ...PHONE, colorScheme: 'dark' }],
] as const;

describe('the portal', () => {
  test.each(LOOKS)(
    'every page, %s, meets WCAG 2.2 AA and fits, in normal and large text',
    async (look, screen) => {
      const page = await workspace.visit('/', screen);
      for (const size of ['normal', 'large']) {
        for (const [name, path] of [
          ['portal', '/'],
          ['portal-search', '/tim?q=dong+kieu'],
          ['portal-seals', '/niem-phong'],
          ['portal-not-found', '/khong-co'],
        ] as const) {
          await page.goto(`${workspace.url}${path}`);
          await keepPicture(page, `${name}-${look}-${size}`);
          await expectAccessible(page);
        }
        if (size === 'normal') await page.getByRole('link', { name: 'Chữ lớn' }).click();
      }
    },
  );

  test('a citizen finds a commune without JavaScript and without diacritics', async () => {
    const page = await workspace.visit('/', { ...PHONE, javaScriptEnabled: false });
    await page.getByRole('searchbox').fill('thach vinh');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.getByText('Xã Thạch Vĩnh', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Chữ lớn' }).click();
    await page.getByText('Xã Thạch Vĩnh', { exact: true }).waitFor();
    expect(await page.locator('html').getAttribute('data-text')).toBe('large');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('link', { name: 'For officials' }).waitFor();
  });

  test('a first visit takes one page of at most 100 KB and runs nothing', async () => {
    const page = await workspace.visit('/khong-co');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.resourceType()));
    const answer = await page.goto(`${workspace.url}/`);
    await page.waitForLoadState('networkidle');
    expect((await answer?.body())?.length).toBeLessThan(100_000);
    expect(asked.filter((kind) => !['document', 'other', 'image'].includes(kind))).toEqual([]);
  });
});
