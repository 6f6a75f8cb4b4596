import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { bundleEmbed } from '../../demo/bundle-embed.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import { launchEngine } from '../drive/launch-engine.ts';
import type { Browser, Place } from '../drive/page.ts';
import { inCard } from '../whole/person.ts';
import { type Stack, startStack } from '../whole/stack.ts';

const project = join(import.meta.dirname, '../..');
const distDir = join(project, 'dist');
const axe = readFileSync(join(project, 'node_modules/axe-core/axe.min.js'), 'utf8');
const hashes = JSON.parse(readFileSync(join(distDir, 'integrity.json'), 'utf8')) as Record<string, string>;

/** Everything that the page can show at once. */
const SET_UPS = [
  '?',
  '?lang=en&form=own-worker&layout=banner&size=728x90&accent=%23ffff00',
  '?form=iframe&layout=kiosk',
  '?lang=en&form=script-pinned&site=B%C3%A0i&radius=99&collector=x',
];

describe('the page of the configurator', () => {
  let stack: Stack;
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'i-speed-test-embed-'));
  before(async () => {
    await bundleEmbed(join(folder, 'embed'));
    for (const name of ['base.css', 'front.css']) cpSync(join(project, 'demo', name), join(folder, name));
    stack = await startStack({ domain: 'test', pagesDir: folder });
    browser = await launchEngine('chromium');
  });
  after(async () => {
    await browser.close();
    await stack.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (query = '', width = 1280): Promise<DevToolsPage> => {
    const page = (await browser.open(`${stack.collector}/embed/${query}`, { width, height: 900 })) as DevToolsPage;
    await page.until(`document.querySelector('#copy :is(.code, .warning)')`);
    return page;
  };
  const codeOf = (box: string) => `(document.querySelector('#box-${box} code')?.textContent ?? '')`;
  const fill = (page: DevToolsPage, selector: string, value: string) =>
    page.evaluate(`(() => {
      const field = document.querySelector(${JSON.stringify(selector)});
      field.value = ${JSON.stringify(value)};
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type));
    })()`);
  const click = async (page: DevToolsPage, selector: string) =>
    page.click(
      await page.until<Place>(`(() => {
        const target = document.querySelector(${JSON.stringify(selector)});
        target?.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = target.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      })()`),
    );
  const key = async (page: DevToolsPage, name: string, code: number, text?: string) => {
    for (const type of ['keyDown', 'keyUp'])
      await page.send('Input.dispatchKeyEvent', {
        type,
        key: name,
        code: name,
        windowsVirtualKeyCode: code,
        ...(text && { text }),
      });
  };

  it('shows the real test, and what to copy follows each choice', async () => {
    const page = await open();
    await page.until(inCard(`card?.querySelector('[part~="start"]')`));
    assert.match(await page.evaluate<string>(codeOf('html')), new RegExp(`src="${stack.collector}/dist/`));
    await fill(page, '[name=site]', 'hue-portal');
    await fill(page, '[name=province]', '46');
    await click(page, '[name=form][value=script-pinned]');
    const html = await page.until<string>(`${codeOf('html')}.includes('integrity') && ${codeOf('html')}`);
    assert.ok(html.includes(`integrity="${hashes['i-speed-test.min.js']!}"`), 'the hash that the collector serves now');
    assert.match(html, /site="hue-portal"\s+province="46"/);
    await fill(page, '[name=accent]', '#b3261e');
    assert.match(await page.until<string>(codeOf('css')), /#b3261e/);
    assert.match(await page.evaluate<string>(codeOf('policy')), /near\.test[^]*ws:\/\/far\.test/);
    await page.until(inCard(`element.site === 'hue-portal' && element.submit === 'off'`));
    assert.match(await page.evaluate<string>('location.search'), /site=hue-portal/);
    assert.deepEqual(page.console, []);
    await page.close();
  });

  it('says what is wrong with a field, and gives nothing to copy meanwhile', async () => {
    const page = await open();
    await fill(page, '[name=site]', 'Cổng');
    await page.until(`document.querySelector('[name=site]').getAttribute('aria-invalid') === 'true'`);
    assert.match(
      await page.evaluate<string>(`document.querySelector('#about-site').textContent`),
      /Chỉ dùng chữ thường/,
    );
    assert.equal(await page.evaluate(codeOf('html')), '');
    await page.close();
  });

  it('says so where the collector cannot be read', async () => {
    const page = await open('?collector=http://nobody.test:9');
    await page.until(`document.querySelector('#copy [role=alert]')?.textContent.includes('Không đọc được')`);
    await page.close();
  });

  it('copies with the keyboard alone, where a page without TLS has no clipboard', async () => {
    const page = await open();
    assert.equal(await page.evaluate('isSecureContext'), false);
    await page.evaluate(`document.querySelector('#box-html button').focus()`);
    await page.evaluate(
      `document.addEventListener('copy', () => { window.copiedText = document.activeElement.value; })`,
    );
    await key(page, 'Enter', 13, '\r');
    await page.until(`document.querySelector('#box-html').textContent.includes('Đã chép')`);
    assert.equal(await page.evaluate('window.copiedText'), await page.evaluate(codeOf('html')));
    assert.equal(await page.evaluate(`document.activeElement.closest('#box-html') !== null`), true, 'focus comes back');
    await page.close();
  });

  it('tells from pasted headers what blocks the test, and is told that nothing does once they are mended', async () => {
    const page = await open();
    await fill(page, '[name=page-url]', 'http://portal.test/');
    await fill(page, '[name=pasted]', `HTTP/1.1 200 OK\ncontent-security-policy: default-src 'self'`);
    await page.until(`document.querySelector('[data-verdict=blocked]')`);
    const lines = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.findings code')].map(({ textContent }) => textContent)`,
    );
    assert.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      ['script-src', 'worker-src', 'connect-src'],
    );
    await fill(page, '[name=pasted]', `content-security-policy: default-src 'self'; ${lines.join('; ')}`);
    await page.until(`document.querySelector('[data-verdict=fine]')`);
    await fill(page, '[name=pasted]', 'xin chào');
    await page.until(`document.querySelector('[data-verdict=nothing]')`);
    await page.close();
  });

  it('speaks English on a press, and remembers it in its address', async () => {
    const page = await open();
    await click(page, '.languages [lang=en]');
    await page.until(
      `document.documentElement.lang === 'en' && document.querySelector('h1').textContent.startsWith('Put')`,
    );
    assert.equal(await page.evaluate('location.search'), '?lang=en');
    await page.close();
  });

  for (const query of SET_UPS)
    it(`is accessible, and fits a phone: ${query}`, async () => {
      for (const [width, theme] of [
        [1280, 'light'],
        [360, 'dark'],
      ] as const) {
        const page = await open(query, width);
        const features = [
          { name: 'prefers-color-scheme', value: theme },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ];
        await page.send('Emulation.setEmulatedMedia', { features });
        await fill(page, '[name=pasted]', `default-src 'self'; trusted-types 'none'; sandbox allow-scripts`);
        await page.until(`document.querySelector('i-speed-test, #look .warning') !== null`);
        await page.evaluate(`${axe}; true`);
        const violations = await page.evaluate<unknown[]>(
          `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]))`,
        );
        assert.deepEqual(violations, [], `${width} ${theme}`);
        assert.ok(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'), `fits ${width}`);
        await page.close();
      }
    });
});
