import { existsSync } from 'node:fs';
import { runQuietly, step } from './run-program.mjs';

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Makes sure that the browser tests find a browser: the system's, else Playwright's own. */
export async function ensureBrowser() {
  if (systemBrowsers.some((path) => existsSync(path))) return;
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await step('Installing a browser for the tests (needed once)', async () => {
      await runQuietly('apt-get', ['update', '-q']);
      await runQuietly(
        'apt-get',
        ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
        { env: { DEBIAN_FRONTEND: 'noninteractive' } },
      );
    });
    return;
  }
  await step('Downloading a browser for the tests (needed once)', () =>
    runQuietly('npx', ['playwright', 'install', 'chromium']),
  );
}
