import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

import remixConfig from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

/** What the kit itself needs; its own files are served as they are. */
const kitParts = [
  '@floating-ui/react',
  'clsx',
  'react-number-format',
  'react-remove-scroll',
  'react-textarea-autosize',
];

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
  // Looked through at the start: a package that is first met while someone browses would load React a second time.
  optimizeDeps: {
    entries: ['app/entry.client.tsx', 'app/root.tsx', 'app/routes/**/*.tsx'],
    include: ['react-dom', ...kitParts.map((part) => `@mantine/core > ${part}`)],
  },
  // ES2022 for await at the top of a module, by which the server draws charts while it renders.
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  server: { fs: { strict: true } },
});
