import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DESK,
  expectAccessible,
  givenDemonstration,
  keepPicture,
  openWorkspace,
  PHONE,
  type Workspace,
} from './workspace.ts';

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace(givenDemonstration);
}, 120_000);
afterAll(() => workspace.close());

/** Pictures of the user guide, by page. */
const GUIDE: Readonly<Record<string, string>> = {
  home: 'cong-trang-dau',
  ranking: 'cong-xep-hang',
  unit: 'cong-mot-don-vi',
};

const RANKING = '/ket-qua/minh-hoa-xa-2025/2025';

describe('published results on the portal', () => {
  test.each([
    ['desk-light', { ...DESK, colorScheme: 'light' }],
    ['phone-light', { ...PHONE, colorScheme: 'light' }],
    ['phone-dark', { ...PHONE, colorScheme: 'dark' }],
  ] as const)('%s: every page meets WCAG 2.2 AA and fits', async (look, screen) => {
    const page = await workspace.visit('/', screen);
    for (const [name, path] of [
      ['home', '/'],
      ['list', '/ket-qua'],
      ['ranking', RANKING],
      ['unit', `${RANKING}/TG041`],
    ] as const) {
      await page.goto(`${workspace.url}${path}`);
      if (name === 'unit') await page.locator('summary').nth(2).click();
      await keepPicture(
        page,
        `portal-results-${name}-${look}`,
        look === 'phone-light' ? GUIDE[name] : undefined,
      );
      await expectAccessible(page);
    }
  });

  test('a citizen goes from the home page to their commune’s criteria without JavaScript', async () => {
    const page = await workspace.visit('/', { ...PHONE, javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Mọi kết quả đã công bố' }).click();
    await page.getByRole('link', { name: 'Chỉ số cải cách hành chính, năm 2025' }).click();
    await page.getByRole('searchbox').fill('suoi nua');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.getByRole('link', { name: 'Xã Suối Nứa' }).click();
    await page.getByText('Theo từng lĩnh vực').waitFor();
    await page.locator('summary').first().click();
    await page.getByText('1.1.1', { exact: false }).first().waitFor();
  });

  test.each([RANKING, `${RANKING}/TG041`])('%s takes at most 100 KB in all', async (path) => {
    const page = await workspace.visit('/khong-co');
    const answer = await page.goto(`${workspace.url}${path}`);
    expect((await answer?.body())?.length).toBeLessThan(100_000);
  });
});
