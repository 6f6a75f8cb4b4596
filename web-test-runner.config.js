import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { scriptedCollector } from './test/element/scripted-collector.js';

/** Debian's Chromium, where nobody says otherwise. */
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

export default {
  files: ['test/element/**/*.test.ts', 'test/engine/**/*.browser.test.ts'],
  nodeResolve: { exportConditions: ['production', 'default'] }, // what pages get; Lit's development build talks to the console
  middleware: [scriptedCollector()],
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: './src/tsconfig.base.json' })],
  // Tests of focus, visibility and frames need a page that is in front; tests of the engine need the machine to themselves.
  concurrency: 1,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 8000 } },
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    }),
  ],
};
