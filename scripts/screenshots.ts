/** Makes the pictures of the README from the running product, on a throwaway demo organisation. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

import { chromium, type Browser, type Page } from '@playwright/test';

import { projectRoot } from '../platform/project-root';
import { aFeedbackFile } from '../test/factories/feedback-file';
import { ensureBuilt } from './ensure-ready.mjs';

interface Picture {
  name: string;
  account: string;
  width: number;
  height: number;
  locale?: string;
  isDark?: boolean;
  take: (page: Page) => Promise<void>;
}

const folder = join(projectRoot, 'docs', 'screenshots');
const lastQuarter = '?period=2026-Q3';

async function openStores(page: Page): Promise<void> {
  await page.goto(`/scorecards${lastQuarter}`);
  await page.getByRole('link', { name: /^(Stores|门店事业部)$/ }).click();
  await page.getByRole('heading', { level: 1, name: /Stores|门店/ }).waitFor();
}

async function openPulse(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('a[href*="/p/"], a[href*="/pulse/"]').first().click();
  await page.waitForLoadState('networkidle');
}

async function openReview(page: Page): Promise<void> {
  await page.goto('/reviews');
  await page.locator('main a[href^="/reviews/"]').first().click();
  await page.waitForURL(/\/reviews\/[0-9a-f-]{36}/);
  await page.waitForLoadState('networkidle');
}

async function openImport(page: Page): Promise<void> {
  const file = aFeedbackFile({ rows: 240, seed: 7, group: '' });
  await page.goto('/imports/new');
  await page.locator('input[type=file]').setInputFiles({
    name: 'patient-comments.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(file.content),
  });
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await page.waitForLoadState('networkidle');
}

const openGrid = (query: string) => (page: Page) =>
  page.goto(`/scorecards${lastQuarter}${query}`).then(() => undefined);
const desktop = { width: 1440, height: 900 };

const pictures: readonly Picture[] = [
  {
    name: 'executive-home',
    account: 'executive',
    ...desktop,
    take: (page) => page.goto(`/${lastQuarter}`).then(() => undefined),
  },
  {
    name: 'executive-heat-map-dark',
    account: 'executive',
    ...desktop,
    isDark: true,
    take: openGrid('&view=heat'),
  },
  {
    name: 'executive-home-chinese',
    account: 'executive',
    ...desktop,
    locale: 'zh-CN',
    take: openGrid(''),
  },
  {
    name: 'department-scorecard',
    account: 'executive',
    width: 1440,
    height: 1200,
    take: openStores,
  },
  { name: 'pulse-phone', account: 'employee', width: 390, height: 844, take: openPulse },
  { name: 'review-evidence', account: 'manager', width: 1440, height: 1200, take: openReview },
  { name: 'import-mapping', account: 'analyst', width: 1440, height: 1200, take: openImport },
];

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function waitUntilReady(address: string): Promise<void> {
  const deadline = Date.now() + 180_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('The product did not start within three minutes.');
}

async function take(browser: Browser, baseURL: string, picture: Picture): Promise<void> {
  const { name, account, width, height, locale = 'en-GB', isDark = false } = picture;
  const context = await browser.newContext({
    baseURL,
    locale,
    viewport: { width, height },
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ...(width < 500 ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator(`button[name="demoAccount"][value="${account}@aster.example"]`).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await picture.take(page);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  process.stdout.write(`docs/screenshots/${name}.png\n`);
}

await ensureBuilt();
mkdirSync(folder, { recursive: true });
const port = await freePort();
const address = `http://localhost:${port}`;
const product = spawn(process.execPath, ['test/e2e/serve-demo.mjs'], {
  cwd: projectRoot,
  env: { ...process.env, PORT: String(port) },
  stdio: ['ignore', 'ignore', 'inherit'],
});
try {
  await waitUntilReady(address);
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  );
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const wanted = process.argv.slice(2);
  for (const picture of pictures) {
    if (wanted.length === 0 || wanted.includes(picture.name)) await take(browser, address, picture);
  }
  await browser.close();
} finally {
  product.kill('SIGTERM');
}
