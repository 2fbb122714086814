import {
  MantineProvider,
  useMantineColorScheme,
  type MantineColorSchemeManager,
} from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

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
  useEffect(() => {
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
      withStaticClasses={false}
    >
      <FollowChoice scheme={scheme} />
      {children}
    </MantineProvider>
  );
}
