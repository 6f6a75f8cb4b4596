import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chosenEngines, requireBrowser } from './test/drive/find-browser.ts'; // `npm test -- browser` lets Node read TypeScript
import { browserReporter } from './test/drive/browser-reporter.mjs';
import { testRunnerLauncher } from './test/drive/test-runner-launcher.ts';
import { scriptedCollector } from './test/element/scripted-collector.js';
import { scriptedStatistics } from './test/statistics-element/scripted-statistics.ts';

const LAUNCHERS = {
  chromium: () =>
    chromeLauncher({
      launchOptions: {
        executablePath: requireBrowser('chromium'),
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
  firefox: () => testRunnerLauncher('firefox'),
  webkit: () => testRunnerLauncher('webkit'),
};

export default {
  files: 'test/{page,element,statistics-element}/**/*.test.ts',
  nodeResolve: { exportConditions: ['production', 'default'] }, // what pages get; Lit's development build talks to the console
  middleware: [scriptedCollector(), scriptedStatistics()],
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: './src/tsconfig.base.json' })],
  concurrency: 1, // tests of focus, visibility and frames need a page that is in front
  concurrentBrowsers: 3,
  reporters: [browserReporter()],
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: 8000 } },
  browsers: chosenEngines().map((engine) => LAUNCHERS[engine]()),
};
