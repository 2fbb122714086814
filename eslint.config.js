import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const queryMethods = 'selectFrom|insertInto|updateTable|deleteFrom|mergeInto';

const fromAClock =
  'What day it is comes from a clock that is handed down, so that every day can be tested';

const newDate = {
  selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
  message: fromAClock,
};

export default tseslint.config(
  {
    ignores: [
      'build/',
      'dist/',
      'node_modules/',
      'stubs/',
      '.data/',
      '.cache/',
      'test-results/',
      'playwright-report/',
      '**/.*',
      '**/*.d.ts',
      '**/*.{js,mjs,cjs}',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    // Rules that need types cost minutes where every document's type is computed from the schema, so they stop at the API.
    files: ['{domain,platform,respondent,seeds,server,universal}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/require-await': 'off',
      // Objects of functions are passed in parts; none of ours reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A cast that TypeScript 7 no longer needs may still be needed by 5.9.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // `'skip' | string` tells the reader more than `string`.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // A field of a form is text unless somebody sends a file instead, which no rule of ours accepts.
      '@typescript-eslint/no-base-to-string': ['error', { ignoredTypeNames: ['File'] }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          allow: [
            { from: 'lib', name: 'Response' },
            { from: 'package', name: 'TypedResponse', package: '@remix-run/server-runtime' },
          ],
        },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // Where rules about days stand, and where they are tested.
    files: ['{domain,graphql,seeds,universal}/**/*.{ts,tsx}', 'test/e2e/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: fromAClock },
        { object: 'DateTime', property: 'now', message: fromAClock },
      ],
      'no-restricted-syntax': ['error', newDate],
    },
  },
  {
    // Queries of the business stand in one kind of file, so that they can be found and reviewed.
    files: ['domain/**/*.ts', 'graphql/**/*.ts', 'server/**/*.ts'],
    ignores: ['**/*-store.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        newDate,
        {
          selector: `CallExpression > MemberExpression[property.name=/^(${queryMethods})$/]`,
          message: 'SQL stands in *-store.ts',
        },
        {
          selector: 'CallExpression > MemberExpression[property.name="redirect"]',
          message: 'Every way on goes through server/lead-to.ts, which stays on this site',
        },
      ],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['@remix-run/node', '@remix-run/react'].map((name) => ({
            name,
            importNames: ['redirect', 'redirectDocument', 'replace'],
            message: 'Every way on goes through app/redirect.ts, which stays on this site',
          })),
        },
      ],
    },
  },
  {
    files: ['app/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended, reactHooks.configs.flat.recommended],
    rules: {
      // Tables that are laid out as cards on a phone lose their meaning unless it is spelled out.
      'jsx-a11y/no-redundant-roles': [
        'error',
        { thead: ['rowgroup'], tbody: ['rowgroup'], tr: ['row'] },
      ],
      'jsx-a11y/no-interactive-element-to-noninteractive-role': 'off',
      // What scrolls must be reachable with the keyboard.
      'jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: ['main', 'pre'], roles: ['region', 'group', 'tabpanel'] },
      ],
      // Speaks about a compiler that is not used.
      'react-hooks/incompatible-library': 'off',
    },
  },
);
