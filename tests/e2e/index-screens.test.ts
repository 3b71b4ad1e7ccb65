import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../src/server/demo/load.ts';
import {
  DESK,
  expectAccessible,
  givenDemonstration,
  keepPicture,
  openWorkspace,
  PHONE,
  settled,
  signInAt,
  type Workspace,
} from './workspace.ts';

let workspace: Workspace;

const OFFICE = 'cchc@truonggiang.example';
const ADMINISTRATOR = 'quantri@truonggiang.example';

beforeAll(async () => {
  workspace = await openWorkspace(givenDemonstration);
});

afterAll(() => workspace.close());

/** Answers of the API to the one who is signed in on the page. */
async function ask(page: Page, path: string): Promise<Record<string, Record<string, unknown>[]>> {
  return await page.evaluate(`fetch('/api/${path}').then((answer) => answer.json())`);
}

type Places = readonly (readonly [name: string, path: string])[];

async function placesOf(page: Page): Promise<Places> {
  const { scorecards = [] } = await ask(page, 'scorecards');
  const ids = ['2026', '2025'].map(
    (year) => scorecards.find((one) => `${one.year}` === year && one.indexKind === 'cchc')?.scorecardId ?? '',
  );
  const [now, before] = ids;
  const { rows = [] } = await ask(page, `results/ranking?scorecardId=${now}&period=2026`);
  const merged = rows.find(({ unitName }) => unitName === 'Xã Tân Kiều')?.unitId;
  const remote = rows.find(({ unitName }) => unitName === 'Xã Suối Nứa')?.unitId;
  const { tables = [] } = await ask(page, 'published-tables');
  return [
    ['index-results', `results?scorecard=${now}&period=2026`],
    ['index-result', `results/${now}/2026/${remote}?code=3.2.1`],
    ['index-merged', `results/${now}/2026/${merged}`],
    ['index-flow', `results/flow?index=cchc&unit=${remote}`],
    ['index-quarters', 'results/flow?index=qd766'],
    ['index-side', 'results/indices'],
    ['index-side-unit', `results/indices/${merged}`],
    ['index-sheet', `figures?scorecard=${now}&period=2026`],
    ['index-scorecards', 'scorecards'],
    ['index-tree', `scorecards/${now}`],
    ['index-compare', `scorecards/compare?from=${before}&to=${now}`],
    ['index-published', 'published-tables'],
    ['index-findings', `published-tables/${tables.find(({ findings }) => findings !== 0)?.tableId}`],
    ['index-new-scorecard', 'scorecards/import'],
    ['index-new-draft', 'scorecards/new'],
    ['index-new-published', 'published-tables/import'],
  ];
}

/** Pictures of the user guide, by screen. */
const GUIDE: Readonly<Record<string, string>> = {
  'index-flow': 'dien-bien-thu-hang',
  'index-compare': 'so-sanh-hai-ban',
  'index-findings': 'mau-thuan',
};

const LONG = { timeout: 15_000 };

const LOOKS = [
  ['desk-light', { ...DESK, colorScheme: 'light' }],
  ['desk-dark', { ...DESK, colorScheme: 'dark' }],
  ['phone-light', { ...PHONE, colorScheme: 'light' }],
] as const;

test.each(LOOKS)(
  'every screen of the index, %s, meets WCAG 2.2 AA and fits',
  { timeout: 240_000 },
  async (look, screen) => {
    const page = await workspace.visit('/app/', screen);
    await signInAt(page, OFFICE, DEMO_PASSWORD);
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    const failed: string[] = [];
    page.on('pageerror', (error) => failed.push(error.message));
    for (const [name, path] of await placesOf(page)) {
      await page.goto(`${workspace.url}/app/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await expect.poll(() => page.getByRole('status', { name: 'Đang tải' }).count(), LONG).toBe(0);
      await keepPicture(page, `${name}-${look}`, look === 'desk-light' ? GUIDE[name] : undefined);
      await expectAccessible(page);
    }
    expect(failed).toEqual([]);
  },
);

/** Pictures of the house for the guide: who looks, where, what is chosen there and what proves that it is shown. */
const HOUSE: readonly (readonly [
  picture: string,
  who: string,
  path: string,
  chosen: string | undefined,
  seen: string,
])[] = [
  ['viec-cua-toi', OFFICE, '', undefined, 'Đang chờ bạn'],
  ['cay-don-vi', ADMINISTRATOR, 'units', 'Xã Tân Kiều', 'Lịch sử'],
  ['cay-ngay-cu', ADMINISTRATOR, 'units?day=2025-06-30', undefined, 'Huyện'],
  ['nguoi-dung', ADMINISTRATOR, 'people', undefined, 'Chưa có tài khoản'],
  ['mot-nguoi', ADMINISTRATOR, 'people', 'Đặng Thị Ánh', 'Thủ trưởng đơn vị'],
  ['tai-khoan', ADMINISTRATOR, 'account', undefined, 'Phiên đang mở'],
  [
    'tai-lieu',
    'chutich.thachvinh@truonggiang.example',
    'documents',
    'Báo cáo cải cách hành chính quý III năm 2026 (minh họa).docx',
    'SHA-256',
  ],
  ['nhat-ky', 'thanhtra@truonggiang.example', 'journal', undefined, 'Trần Minh Khôi'],
];

describe('the house with the demonstration', () => {
  test('shows each role what the guide says', async () => {
    const door = await workspace.visit('/app/sign-in');
    await door.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    await keepPicture(door, 'guide-sign-in', 'dang-nhap');
    const pages = new Map<string, Page>();
    for (const [picture, who, path, chosen, seen] of HOUSE) {
      const page = pages.get(who) ?? (await workspace.visit('/app/sign-in'));
      if (!pages.has(who)) {
        await signInAt(page, who, DEMO_PASSWORD);
        await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
        pages.set(who, page);
      }
      await page.goto(`${workspace.url}/app/${path}`);
      if (chosen !== undefined) await page.getByText(chosen, { exact: true }).first().click();
      await page.getByText(seen).first().waitFor();
      await settled(page);
      await keepPicture(page, `guide-${picture}`, picture);
    }
  });

  test('finds a unit without diacritics', async () => {
    const page = await workspace.visit('/app/');
    await signInAt(page, OFFICE, DEMO_PASSWORD);
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.keyboard.press('Control+K');
    await page.keyboard.type('thach vinh');
    await page.getByRole('option', { name: 'Xã Thạch Vĩnh', exact: true }).waitFor();
    await keepPicture(page, 'guide-palette', 'tim-nhanh');
  });
});

describe('three years of Trường Giang', () => {
  test('published tables are listed with their contradictions, each with what would make it agree', async () => {
    const page = await workspace.visit('/app/published-tables');
    await signInAt(page, OFFICE, DEMO_PASSWORD);
    await page.getByRole('link', { name: /Đông Anh/ }).click();
    await page.getByRole('heading', { name: /Đông Anh/ }).waitFor();
    await page.getByRole('columnheader', { name: 'Để khớp' }).waitFor();
  });

  test('the flow of ranks has a table twin and a unit in ink', async () => {
    const page = await workspace.visit('/app/results/flow');
    await signInAt(page, OFFICE, DEMO_PASSWORD);
    await page.getByRole('combobox', { name: 'Đơn vị được tô đậm' }).fill('suoi nua');
    await page.getByRole('option', { name: 'Xã Suối Nứa' }).click();
    await page
      .getByText(/Xã Suối Nứa: 2024 hạng/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Xem dạng bảng' }).click();
    await page.getByRole('cell', { name: 'Xã Suối Nứa' }).waitFor();
  });

  test('a merged commune begins its own line, unranked in its first year, its predecessors beside it', async () => {
    const page = await workspace.visit('/app/results');
    await signInAt(page, OFFICE, DEMO_PASSWORD);
    await page.getByRole('link', { name: 'Xã Tân Kiều' }).click();
    await page.getByRole('heading', { name: 'Qua các kỳ' }).waitFor();
    await page
      .getByText(/\(trước sáp nhập\)/)
      .first()
      .waitFor();
  });
});
