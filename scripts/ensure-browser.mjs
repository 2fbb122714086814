import { existsSync } from 'node:fs';
import { runQuietly, step } from './run-program.mjs';

/** Draws no window, which saves a third of what the browser tests cost. */
const headlessBrowser = '/usr/bin/chromium-headless-shell';
const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Without a network it is known at once that there is none. */
const soon = ['-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::Retries=0'];

/** Makes sure that the browser tests find a browser: the system's, the fastest where it can be had, else Playwright's own. */
export async function ensureBrowser() {
  if (existsSync(headlessBrowser)) return;
  const { chromium } = await import('@playwright/test');
  const hasBrowser = [...systemBrowsers, chromium.executablePath()].some((path) =>
    existsSync(path),
  );
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const wasInstalled = await installFromSystem().then(
      () => true,
      () => false,
    );
    if (wasInstalled || hasBrowser) return;
  }
  if (hasBrowser) return;
  await step('Downloading a browser for the tests (needed once)', () =>
    runQuietly('npx', ['playwright', 'install', 'chromium']),
  );
}

async function installFromSystem() {
  await step('Installing a browser for the tests (needed once)', async () => {
    await runQuietly('apt-get', ['update', '-q', ...soon]);
    await runQuietly(
      'apt-get',
      [
        'install',
        ...soon,
        '-y',
        '-q',
        '--no-install-recommends',
        'chromium-headless-shell',
        'fonts-noto-cjk',
      ],
      { env: { DEBIAN_FRONTEND: 'noninteractive' } },
    );
  });
}
