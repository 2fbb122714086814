import type { Page } from '@playwright/test';

import type { ColourScheme } from './colour-schemes';

/** Changes the device's colours and waits until the script of a page of the portal has followed: it runs. */
export async function turnToScheme(page: Page, colorScheme: ColourScheme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.waitForFunction(
    (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
    colorScheme,
    { polling: 50 },
  );
}
