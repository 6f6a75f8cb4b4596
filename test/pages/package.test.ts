import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createServer } from 'vite';
import { isLasting } from '../../src/collector/lasting-files.ts';
import type { Result } from '../../src/protocol/result.ts';
import type { Accepted } from '../../src/protocol/submission.ts';
import { distOnlyCollector } from '../collector/dist-only-collector.ts';
import { type DevToolsPage, launchBrowser } from '../drive/browser.ts';
import type { Browser } from '../drive/page.ts';
import { serveFolder } from '../drive/serve-folder.ts';
import { type InstalledPackage, installPackage, project, run } from '../shipped/installed-package.ts';
import { inCard } from '../whole/person.ts';
import { type Stack, startStack } from '../whole/stack.ts';

const RUN_MS = 60_000;

/** Bundlers and browsers are what differs between pages of a package; Chromium stands for the second. */
const TEST_NAMES = '--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

const page = (script: string, body = '') =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Đo tốc độ</title><link rel="icon" href="data:,">
   ${script}<main>${body}</main></html>`;
const moduleScript = (src: string) => `<script type="module" src="${src}"></script>`;

describe('the packed package in pages of others', () => {
  let app: InstalledPackage;
  let stack: Stack;
  let browser: Browser<DevToolsPage>;
  const closing: (() => Promise<unknown>)[] = [];

  before(async () => {
    stack = await startStack({ domain: 'test' });
    browser = await launchBrowser([TEST_NAMES]);
    app = installPackage('react', 'react-dom');
    const element = `<i-speed-test collector="${stack.collector}" province="48"></i-speed-test>`;
    app.write('index.html', page(moduleScript('/main.js'), element));
    app.write('main.js', `import 'i-speed-test/define';`);
    app.write('react.html', page(moduleScript('/react.js'), '<div></div>'));
    app.write(
      'react.js',
      `import { createElement, useState } from 'react';
       import { createRoot } from 'react-dom/client';
       import { ISpeedTest } from 'i-speed-test/react';
       window.heard = [];
       const App = () => {
         const [rate, setRate] = useState(null); // a page that paints anew with every event, and so gives new handlers
         const hear = (name) => (event) => { if (window.heard.at(-1) !== name) window.heard.push(name); setRate(event.timeStamp); };
         return createElement(ISpeedTest, {
           collector: '${stack.collector}', province: '48', className: 'wide', 'data-rate': rate, plan: undefined,
           onStart: hear('start'), onProgress: hear('progress'), onResult: hear('result'), onSubmitted: hear('submitted'),
         });
       };
       createRoot(document.querySelector('div')).render(createElement(App));`,
    );
  });
  after(async () => {
    await browser.close();
    for (const close of closing) await close();
    await stack.close();
    app.remove();
  });

  /** Opens a page and tests there, to what the collector says of the result. */
  const measureAt = async (address: string): Promise<DevToolsPage> => {
    const opened = await browser.open(address);
    await opened.until(inCard(`card && true`));
    await opened.evaluate(
      inCard(`(element.addEventListener('i-speed-test-submitted', ({ accepted }) => { window.accepted = accepted; }),
        void element.start({ consent: true }).then((result) => { window.result = result; }), true)`),
    );
    const result = await opened.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'complete', JSON.stringify(result.failure));
    assert.equal((await opened.until<Accepted>('window.accepted')).state, 'verified');
    await opened.until(inCard(`card.querySelector('[part~="share"]') && true`)); // a part that came later
    return opened;
  };

  const bundle = async (): Promise<string> => {
    app.write(
      'vite.config.js',
      `export default { build: { rollupOptions: { input: ['index.html', 'react.html'] } } };`,
    );
    run(process.execPath, [join(project, 'node_modules/vite/bin/vite.js'), 'build'], app.folder);
    const { origin, close } = await serveFolder(join(app.folder, 'dist'));
    closing.push(close);
    return origin;
  };

  it('measures in an empty Vite app, as its development server gives it', async () => {
    const server = await createServer({ root: app.folder, configFile: false, logLevel: 'error', server: { port: 0 } });
    await server.listen();
    closing.push(() => server.close());
    const opened = await measureAt(`http://localhost:${server.config.server.port}/`);
    await opened.close();
  });

  it('measures in the same app, bundled, with its parts still apart; and in a React page, which hears all events', async () => {
    const origin = await bundle();
    const opened = await measureAt(`${origin}/`);
    assert.deepEqual(opened.console, []);
    const loaded = await opened.evaluate<readonly string[]>(
      `performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)`,
    );
    assert.ok(loaded.some((path) => path.startsWith('/assets/run-')) && !loaded.some((path) => /kiosk/.test(path)));
    await opened.close();

    const react = await measureAt(`${origin}/react.html`);
    assert.deepEqual(await react.evaluate('window.heard'), ['start', 'progress', 'result', 'submitted']);
    assert.equal(await react.evaluate(inCard('element.className')), 'wide');
    assert.equal(
      await react.evaluate(inCard(`element.plan === null && card.querySelectorAll('style').length === 0`)),
      true,
    );
    assert.deepEqual(react.console, []);
    await react.close();
  });

  it('measures in a plain page with the script and its parts taken from it, pinned', async () => {
    const installed = join(app.folder, 'node_modules/i-speed-test');
    const integrity = JSON.parse(readFileSync(join(installed, 'integrity.json'), 'utf8')) as Record<string, string>;
    const script = `<script src="/js/i-speed-test.min.js" integrity="${integrity['i-speed-test.min.js']!}" crossorigin="anonymous" defer></script>`;
    const element = `<i-speed-test collector="${stack.collector}" province="48"></i-speed-test>`;
    app.write('plain/index.html', page(script, element));
    cpSync(installed, join(app.folder, 'plain/js'), { recursive: true });
    const { origin, close } = await serveFolder(join(app.folder, 'plain'));
    closing.push(close);
    const opened = await measureAt(`${origin}/`);
    assert.deepEqual(opened.console, []);
    await opened.close();
  });

  it('stays the same in a page that pinned it from a collector, when that is updated', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-pinned-'));
    const { distDir, start } = distOnlyCollector(folder);
    for (const name of [
      'i-speed-test.min.js',
      'later',
      'integrity.json',
      ...readdirSync(join(project, 'dist')).filter(isLasting),
    ])
      cpSync(join(project, 'dist', name), join(distDir, name), { recursive: true });
    const known = JSON.parse(readFileSync(join(distDir, 'integrity.json'), 'utf8')) as Record<string, string>;
    const [name, integrity] = Object.entries(known).find(
      ([each]) => isLasting(each) && /^i-speed-test-.*\.min\.js$/.test(each),
    )!;
    await (await start()).close();
    rmSync(distDir, { recursive: true });
    mkdirSync(distDir);
    writeFileSync(join(distDir, 'i-speed-test.min.js'), 'another();');
    const { origin, close } = await start();
    closing.push(close, () => rm(folder, { recursive: true, force: true }));

    const script = `<script src="${origin}/dist/${name}" integrity="${integrity}" crossorigin="anonymous" defer></script>`;
    app.write(
      'pinned/index.html',
      page(script, `<i-speed-test collector="${origin}" locale="en" layout="banner"></i-speed-test>`),
    );
    const pages = await serveFolder(join(app.folder, 'pinned'));
    closing.push(pages.close);
    const opened = await browser.open(`${pages.origin}/`);
    await opened.until(inCard(`card?.querySelector('[part~="strip"]') && true`)); // the banner and English are parts
    await opened.close();
  });
});
