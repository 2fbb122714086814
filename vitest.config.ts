import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const layers = '{universal,respondent,platform,domain,graphql,server,app,seeds,scripts,test}';
const guard = 'test/harness/console-guard.ts';
const databaseServer = 'test/harness/database-server.ts';

export default defineConfig({
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  test: {
    pool: 'forks',
    // Files share their worker's modules: most of a run was loading the same ones again. What a test changes outside of
    // its own values it must put back.
    isolate: false,
    // By itself vitest leaves a core to its main process, which waits most of the time.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${layers}/**/*.test.{ts,tsx}`],
          exclude: ['**/*.db.test.ts', 'test/{contract,parity,e2e,recovery,prove}/**'],
          setupFiles: [guard],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [`${layers}/**/*.db.test.ts`],
          exclude: ['test/{contract,parity}/**'],
          setupFiles: [guard],
          globalSetup: [databaseServer],
          testTimeout: 90_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['test/{contract,parity}/**/*.test.ts'],
          setupFiles: [guard],
          globalSetup: [databaseServer],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        // Starts and kills the built product, so it needs `npm run build` first.
        extends: true,
        test: {
          name: 'recovery',
          include: ['test/recovery/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          // After all others: it measures its patience in seconds.
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Long simulations and fuzz, run by `npm run prove` alone: `npm test` has a small sample of each.
        extends: true,
        test: {
          name: 'prove',
          include: ['test/prove/**/*.prove.ts'],
          setupFiles: [guard],
          globalSetup: [databaseServer],
          testTimeout: 3_600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
