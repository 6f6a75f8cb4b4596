import { defineConfig } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

// Layout is the formatter's business; lint looks for bugs, and for clocks and dice in rooms that must be pure.
export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'data/', 'shots/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'src/tsconfig.json',
          'src/{protocol,estimator,statistics,engine,page,element,statistics-element,embed,node,point,collector}/tsconfig.json',
          'test/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off', // noUncheckedIndexedAccess makes loops over arrays need it
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off', // `return refuse(…)` reads well
    },
  },
  {
    files: ['src/protocol/**', 'src/estimator/**', 'src/statistics/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Pure room: take the time as an argument.' },
        { object: 'Math', property: 'random', message: 'Pure room: take chance as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Pure room: take the time as an argument.',
        },
      ],
    },
  },
  { files: ['src/{page,element,statistics-element}/**'], extends: [lit['flat/recommended'], wc['flat/best-practice']] },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['it', 'test', 'describe', 'suite'], package: 'node:test' },
            // open-wc types `.equal` as a promise for DOM snapshots
            { from: 'package', name: 'Equal', package: '@types/chai' },
            { from: 'package', name: 'Equal', package: '@open-wc/semantic-dom-diff' },
          ],
        },
      ],
    },
  },
);
