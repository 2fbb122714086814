import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';

import { NonceContext } from './nonce';
import { beginPatience } from './shell/patience-notice';
import { reportBrowserError } from './shell/report-browser-error';

// Browsers hide the attribute but not the property; styles that components add later need it.
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
// The part of Mantine that keeps the page behind a dialog still asks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });

beginPatience();
addEventListener('error', ({ error, message }) => reportBrowserError(error ?? message));
addEventListener('unhandledrejection', ({ reason }) => reportBrowserError(reason));

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <NonceContext.Provider value={nonce}>
        <RemixBrowser />
      </NonceContext.Provider>
    </StrictMode>,
    { onRecoverableError: (error) => reportBrowserError(error) },
  );
});
