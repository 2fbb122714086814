import {
  MantineProvider,
  useMantineColorScheme,
  type MantineColorSchemeManager,
} from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

import type { ColourScheme } from '../../server/load-context.server';
import { theme } from '../theme';

/** The server keeps the choice in a cookie and with the account, so the browser stores nothing of its own. */
const serverKeepsIt: MantineColorSchemeManager = {
  get: (scheme) => scheme,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

function FollowChoice({ scheme }: { scheme: ColourScheme }) {
  const { setColorScheme } = useMantineColorScheme();
  const applied = useRef(scheme);
  useEffect(() => {
    // The page comes in the right scheme; only a later choice has to be followed.
    if (applied.current === scheme) return;
    applied.current = scheme;
    setColorScheme(scheme);
  }, [scheme, setColorScheme]);
  return null;
}

interface AppearanceProps {
  scheme: ColourScheme;
  nonce: string;
  children: ReactNode;
}

export function Appearance({ scheme, nonce, children }: AppearanceProps) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme={scheme}
      colorSchemeManager={serverKeepsIt}
      getStyleNonce={() => nonce}
      withCssVariables={false}
      withGlobalClasses={false}
      withStaticClasses={false}
    >
      <FollowChoice scheme={scheme} />
      {children}
    </MantineProvider>
  );
}
