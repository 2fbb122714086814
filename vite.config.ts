import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

import remixConfig from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [remix(remixConfig)],
  // Bundled into the server build so that only what pages use is loaded: whole, these packages cost about 60 MB of memory.
  ssr: {
    noExternal: [
      /^@mantine\//,
      '@tabler/icons-react',
      'echarts',
      'zrender',
      '@tanstack/react-table',
    ],
  },
  // Found in routes only while someone browses; listed so that the first page does not reload itself in development.
  optimizeDeps: {
    include: [
      'react',
      'react-dom/client',
      '@remix-run/react',
      '@mantine/core',
      '@mantine/hooks',
      '@mantine/spotlight',
    ],
  },
  // ES2022 for await at the top of a module, by which the server draws charts while it renders.
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  server: { fs: { strict: true } },
});
