import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

// Read by every worker process, so it is decided once and handed down.
process.env['TANDEM_E2E_PORT'] ??= String(20_000 + Math.floor(Math.random() * 20_000));
const firstPort = Number(process.env['TANDEM_E2E_PORT']);
/** The tests change the organisation that they look at, so each worker has a product and an organisation of its own. */
const workers = availableParallelism() > 1 ? 2 : 1;
const addressOf = (worker: number) => `http://localhost:${firstPort + worker}`;
const baseURL = addressOf(Number(process.env['TEST_PARALLEL_INDEX'] ?? 0));

const systemBrowser = [
  // Without a browser's own frame, which each window makes anew.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => existsSync(path));

/** Journeys that people make on the way: on a phone alone. Those of a desk are made at a desk. */
const phoneJourneys = ['customer-feedback.spec.ts', 'employee-pulse.spec.ts'];
const everyPage = 'every-page.spec.ts';

/** The browser tests run against the built product with the demo organisation, in data folders of their own. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // On a machine with other work a page can take ten times as long as on an idle one.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  use: {
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // What moves is waited for: a quarter of a second at each dialog and menu.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording slows every step: `npm run test:e2e -- --trace on FILE` does it where it is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(systemBrowser && { executablePath: systemBrowser }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: phoneJourneys,
      use: { viewport: { width: 1280, height: 900 } },
    },
    {
      name: 'phone',
      testMatch: [everyPage, ...phoneJourneys],
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
  ],
  webServer: Array.from({ length: workers }, (_, worker) => ({
    command: 'node test/e2e/serve-demo.mjs',
    url: `${addressOf(worker)}/readyz`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 30_000 },
    stdout: 'ignore' as const,
    stderr: 'pipe' as const,
    env: { PORT: String(firstPort + worker) },
  })),
});
