import { createContext, useContext } from 'react';

/** The request's Content-Security-Policy nonce while the server renders; browsers hide it, so it is empty there. */
export const NonceContext = createContext('');

export function useNonce(): string {
  return useContext(NonceContext);
}
