import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Read by every worker process, so it is decided once and handed down.
process.env['TANDEM_E2E_PORT'] ??= String(20_000 + Math.floor(Math.random() * 20_000));
const port = process.env['TANDEM_E2E_PORT'];
const baseURL = `http://localhost:${port}`;

const systemBrowser = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => existsSync(path));

/** The browser tests run against the built product with the demo organisation, in a data folder of their own. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // One at a time: the tests share one organisation, and some of them change it.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  use: {
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(systemBrowser && { executablePath: systemBrowser }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
  ],
  webServer: {
    command: 'node test/e2e/serve-demo.mjs',
    url: `${baseURL}/readyz`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'ignore',
    stderr: 'pipe',
    env: { PORT: port },
  },
});
