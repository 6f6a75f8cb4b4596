import { expect, waitUntil } from '@open-wc/testing';
import { blockedBy } from '../../src/element/engine-probe.ts';
import { vi } from '../../src/element/locales/vi.ts';
import { READY_TIMEOUT_MS } from '../../src/protocol/messages.ts';
import { aCollector, appears, heard, mount, read, runThrough, shown, workerSrcOf } from './harness.ts';

const BANNER = '<a href="/old">The old banner</a>';
const isVisible = (element: Element) => (element.firstElementChild as HTMLElement).getClientRects().length > 0;

describe('the old banner inside the element', () => {
  it('gives way to the card where the engine can run', async () => {
    const element = await mount({ children: BANNER });
    expect(isVisible(element)).to.equal(false);
    expect(shown(element, '[part=start]')).not.to.equal(null);
  });

  it('gives way where the page names no worker, because the engine’s own starts', async () => {
    expect(await blockedBy(null)).to.equal(null);
  });

  it('is shown at once instead of a start button where the engine cannot run', async () => {
    const element = await mount({ script: 'throws', children: BANNER });
    await waitUntil(() => isVisible(element));
    expect(shown(element, '.card')).to.equal(null);
  });

  it('is shown under the failure sentence after a start in vain, and the collector was not troubled', async () => {
    const collector = aCollector();
    const element = await mount({ script: 'throws', children: BANNER, collector });
    const failure = heard(element, 'i-speed-test-failure');
    const result = await runThrough(element);
    expect(result.failure?.code).to.equal('engine-blocked');
    expect((await failure).failure.code).to.equal('engine-blocked');
    expect(isVisible(element)).to.equal(true);
    await appears(element, '[part=failure]');
    expect(read(element, '[part=failure]')).to.include(vi.failure['engine-blocked'].sentence);
    expect((await collector.log()).asked).to.deep.equal([]);
  });

  it('is shown where the worker starts but never says that it is ready', async () => {
    const started = performance.now();
    const element = await mount({ script: 'silent', children: BANNER });
    await waitUntil(() => isVisible(element));
    expect(performance.now() - started).to.be.at.least(READY_TIMEOUT_MS);
  });

  it('stays hidden where the page’s own worker file is missing: the engine that comes with the element starts', async () => {
    const element = await mount({ children: BANNER, attributes: { 'worker-src': '/test/element/not-there.js' } });
    expect(isVisible(element)).to.equal(false);
    expect(shown(element, '[part=start]')).not.to.equal(null);
  });

  it('has the way to the collector’s page below it, as a link and as a code', async () => {
    const element = await mount({ script: 'throws', children: BANNER, attributes: { site: 'portal', province: '48' } });
    await appears(element, '[part=elsewhere]');
    const { href } = shown(element, '[part=elsewhere]') as HTMLAnchorElement;
    expect(href).to.match(/\/embed\.html\?site=portal&province=48&locale=vi$/);
    expect(shown(element, '.qr-code')).not.to.equal(null);
  });

  it('tells the webmaster in the element what is wrong, where the page asks for that', async () => {
    const element = await mount({ script: 'throws', children: BANNER, attributes: { debug: '' } });
    await appears(element, '[part=debug]');
    expect(read(element, '[part=debug]')).to.match(/^i-speed-test: no worker starts .+ Visitors see what is inside/);
  });

  it('is replaced by a sentence where the page has put nothing there', async () => {
    const element = await mount({ script: 'throws' });
    await waitUntil(() => read(element, '[part=failure]').includes(vi.failure['engine-blocked'].sentence));
    expect(shown(element, '[part=retry]')).to.equal(null);
  });

  const LEFTOVERS = [
    '<br>',
    '<p></p>',
    '<p>&nbsp;</p>',
    '<p><br></p>\n<br>',
    '<noscript><a href="/old">The old banner</a></noscript>',
    '<p><script type="text/plain" src="/dist/i-speed-test.min.js"></script></p>',
  ];
  for (const children of LEFTOVERS)
    it(`is not what an editor left behind: ${children.replace('\n', ' ')}`, async () => {
      const element = await mount({ script: 'throws', children });
      await waitUntil(() => read(element, '[part=failure]').includes(vi.failure['engine-blocked'].sentence));
    });

  for (const children of [`<p>${BANNER}</p>`, '<p><br><img alt="The old banner" width="9" height="9"></p>'])
    it(`may be in a paragraph: ${children}`, async () => {
      const element = await mount({ script: 'throws', children });
      await waitUntil(() => isVisible(element));
      expect(shown(element, '.card')).to.equal(null);
    });

  it('is asked for by one worker a page, however many elements there are', async () => {
    const attributes = { 'worker-src': `${workerSrcOf('complete')}&one` };
    const spawned: string[] = [];
    const RealWorker = globalThis.Worker;
    globalThis.Worker = class extends RealWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        spawned.push(String(url));
      }
    };
    try {
      await Promise.all([mount({ attributes }), mount({ attributes }), mount({ attributes })]);
    } finally {
      globalThis.Worker = RealWorker;
    }
    expect(spawned.filter((url) => url.endsWith('&one'))).to.have.length(1);
  });
});
