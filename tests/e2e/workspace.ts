import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { TenantId } from '../../src/domain/kernel/id.ts';
import { ensureDemonstration } from '../../src/server/tenants/demonstrate.ts';
import { listTenants } from '../../src/server/tenants/queries.ts';
import { startTestApp, type TestApp } from '../app.ts';
import { givenProvince, PASSWORD } from '../given.ts';
import { openBrowser } from './browser.ts';
import { buildIfStale } from './build.ts';

// A journey is many steps, and the machine may have other work.
vi.setConfig({ testTimeout: 180_000 });

const SCREENSHOTS = new URL('../../var/screenshots', import.meta.url).pathname;

const GUIDE = new URL('../../docs/huong-dan/hinh', import.meta.url).pathname;

/** The whole product on a port of its own, with a browser beside it. */
export type Workspace = {
  readonly url: string;
  readonly app: TestApp;
  readonly tenantId: TenantId;
  /** A page of a browser that knows nothing yet; the workspace stands below `/app`. */
  readonly visit: (path: string, screen?: Screen) => Promise<Page>;
  readonly close: () => Promise<void>;
};

export type Screen = Parameters<Browser['newContext']>[0];

export const DESK: Screen = { viewport: { width: 1366, height: 768 } };
export const PHONE: Screen = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export async function openWorkspace(
  fill: (app: TestApp) => Promise<TenantId> = (app) => givenProvince(app),
): Promise<Workspace> {
  await buildIfStale();
  const app = await startTestApp();
  const tenantId = await fill(app);
  const url = await app.app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await openBrowser();
  const contexts: BrowserContext[] = [];
  return {
    url,
    app,
    tenantId,
    visit: async (path, screen = DESK) => {
      const context = await browser.newContext({
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
        ...screen,
      });
      contexts.push(context);
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      await page.goto(`${url}${path}`);
      return page;
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await app.close();
    },
  };
}

/** Fills a workspace with the demonstration, marked as such on every screen. */
export async function givenDemonstration({ database, deps, clock }: TestApp): Promise<TenantId> {
  await ensureDemonstration(deps, database.ownerUrl, clock.now);
  const [tenant] = await listTenants(deps.db);
  if (tenant === undefined) throw new Error('the demonstration made no tenant');
  return tenant.tenantId;
}

/** Types e-mail and password as a person does and waits for the first screen. */
export async function signInAt(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Thư điện tử công vụ').fill(email);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** Waits until nothing on the page is still being loaded. */
export async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.getByLabel('Đang tải').count(), { timeout: 15_000 }).toBe(0);
}

type Violation = { id: string; nodes: { target: unknown[]; failureSummary?: string }[] };

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * WCAG 2.2 AA as far as a program can tell, and nothing wider than the screen. In the dark only colors are judged: the
 * rest is the page that was judged in the light.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const dark = await page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`);
  await page.evaluate(axe.source);
  const found: Violation[] = await page.evaluate(`axe.run(document, {
    runOnly: ${JSON.stringify(dark === true ? ['color-contrast', 'link-in-text-block'] : WCAG)},
  }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(
    ({ target, failureSummary }) => ({ target, failureSummary })) })))`);
  expect(found).toEqual([]);
  const tooWide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  expect(tooWide).toBeLessThanOrEqual(0);
}

/**
 * Kept for people to look at, in `var/screenshots`. A picture of the user guide has a name there too, and is drawn anew
 * in `docs/huong-dan/hinh` when the environment variable GUIDE_PICTURES is set.
 */
export async function keepPicture(page: Page, name: string, guideName?: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}/${name}.png` });
  if (guideName === undefined || process.env.GUIDE_PICTURES === undefined) return;
  mkdirSync(GUIDE, { recursive: true });
  await page.screenshot({ path: `${GUIDE}/${guideName}.png` });
}
