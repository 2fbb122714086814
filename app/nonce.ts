import { createContext, useContext } from 'react';

/** The nonce of the page's Content-Security-Policy: what is put into the page without it does not run. */
export const NonceContext = createContext('');

export function useNonce(): string {
  return useContext(NonceContext);
}
