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

const kit = '@mantine/core/esm';

/**
 * What pages share, as few files that stay in the browser's cache; cut module by module a page asks for forty. The first
 * that matches holds a module. What is named nowhere goes with the pages that use it.
 */
const sharedFiles: readonly (readonly [name: string, modules: RegExp])[] = [
  // One sheet for all pages: the server links those of a page's own modules only, never of what the page fetches later.
  ['styles', /\.css$/],
  [
    'react',
    /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run|turbo-stream)\/|commonjsHelpers/,
  ],
  ['zod', /node_modules\/zod\//],
  ['conform', /node_modules\/@conform-to\/(dom|react)\//],
  ['table', /node_modules\/@tanstack\/|app\/components\/data-table/],
  [
    'forms',
    new RegExp(
      `${kit}/(utils|components/(ActionIcon|Checkbox|PasswordInput|Textarea))/|node_modules/(@babel|react-textarea-autosize|use-composed-ref|use-latest|use-isomorphic-layout-effect)/|app/forms/`,
    ),
  ],
  [
    'fields',
    new RegExp(
      `${kit}/components/(CloseButton|Combobox|Input|InputBase|NativeSelect|TextInput)/|app/components/(filter-|search-field)`,
    ),
  ],
  [
    'frame',
    new RegExp(
      [
        `${kit}/(core|components/(Button|Loader|Transition|UnstyledButton))/`,
        '@mantine/hooks/esm/(?!use-focus|use-debounced)',
        'node_modules/(@tabler|clsx)/',
        'app/[\\w-]+\\.ts$',
        'app/(shell/(?!command-palette\\.)|locales/shell)',
        'app/components/(address|empty-state|error-page|notice|page-header|pagination|panel|status-badge)',
        'universal/(text|format|role-names)',
        'vite/preload-helper',
      ].join('|'),
    ),
  ],
];

function sharedFileOf(id: string): string | undefined {
  const path = id.replace(/\?.*/, '');
  return sharedFiles.find(([, modules]) => modules.test(path))?.[0];
}

export default defineConfig(({ isSsrBuild }) => ({
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
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rollupOptions: isSsrBuild
      ? {}
      : { output: { manualChunks: sharedFileOf, onlyExplicitManualChunks: true } },
  },
  server: { fs: { strict: true } },
}));
