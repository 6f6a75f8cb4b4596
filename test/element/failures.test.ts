import { expect } from '@open-wc/testing';
import { failing } from '../../demo/scenes/plays.ts';
import { vi } from '../../src/element/locales/vi.ts';
import type { ShownFailure } from '../../src/element/locales/text.ts';
import { aCollector, heard, mount, press, read, runThrough, shown, workerSrcOf, submitted } from './harness.ts';

const FROM_THE_ENGINE: readonly ShownFailure[] = [
  'engine-crashed',
  'offline',
  'no-point',
  'point-unreachable',
  'collector-busy',
  'point-busy',
  'point-lost',
  'ticket-refused',
];

describe('a failed run', () => {
  for (const code of FROM_THE_ENGINE)
    it(`shows the sentence and the advice for ${code}, and a way to try again`, async () => {
      const element = await mount({ attributes: { 'worker-src': workerSrcOf(failing(code)) } });
      const event = heard(element, 'i-speed-test-failure');
      const result = await runThrough(element);
      expect(result.outcome).to.equal('failed');
      expect((await event).failure.code).to.equal(code);
      expect(read(element, '[part=failure]'))
        .to.include(vi.failure[code].sentence)
        .and.include(vi.failure[code].advice);
      expect(shown(element, '[part=retry]')).not.to.equal(null);
    });

  it('can be tried again and succeed', async () => {
    const collector = aCollector();
    await collector.set({ tests: 'drop' });
    const element = await mount({ collector });
    expect((await runThrough(element)).outcome).to.equal('failed');
    await collector.set({ tests: 'ok' });
    localStorage.clear();
    const again = element.start({ consent: true });
    expect((await again).outcome).to.equal('complete');
  });

  it('is not submitted', async () => {
    const collector = aCollector();
    const element = await mount({ collector, attributes: { 'worker-src': workerSrcOf(failing('point-lost')) } });
    await runThrough(element);
    expect((await collector.log()).posted).to.deep.equal([]);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('i-speed-test-outbox'))).to.deep.equal([]);
  });

  it('is engine-crashed when the worker dies while it measures', async () => {
    const element = await mount({ script: 'crash' });
    const result = await runThrough(element);
    expect(result.failure?.code).to.equal('engine-crashed');
    expect(result.testId).to.be.a('string');
  });

  it('is collector-unreachable when the collector drops the connection', async () => {
    const collector = aCollector();
    await collector.set({ tests: 'drop' });
    const result = await runThrough(await mount({ collector }));
    expect(result.failure?.code).to.equal('collector-unreachable');
    expect(result.testId).to.equal(null);
  });

  it('is offline when the browser says so', async () => {
    const collector = aCollector();
    await collector.set({ tests: 'drop' });
    const element = await mount({ collector });
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      expect((await runThrough(element)).failure?.code).to.equal('offline');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('is collector-refused with the detail of the problem', async () => {
    const collector = aCollector();
    await collector.set({ tests: 'refuse' });
    const result = await runThrough(await mount({ collector }));
    expect(result.failure?.code).to.equal('collector-refused');
    expect(result.failure?.message).to.include('Site danang-portal is not known here.');
  });

  it('is collector-refused when the answer is a captive portal’s', async () => {
    const collector = aCollector();
    await collector.set({ tests: 'garbage' });
    expect((await runThrough(await mount({ collector }))).failure?.code).to.equal('collector-refused');
  });

  it('is collector-busy when this network has asked for too much', async () => {
    const collector = aCollector();
    await collector.set({ tests: 'flooded' });
    const { failure } = await runThrough(await mount({ collector }));
    expect(failure?.code).to.equal('collector-busy');
    expect(failure?.message).to.include('Too many requests from this network.');
  });

  it('is none where the collector asks for a moment and has it', async () => {
    const collector = aCollector();
    await collector.set({ tests: 'moment' });
    const began = performance.now();
    expect((await runThrough(await mount({ collector }))).outcome).to.equal('complete');
    expect(performance.now() - began).to.be.greaterThan(1000);
  });

  it('is no-point when the collector has none to offer', async () => {
    const collector = aCollector();
    await collector.set({ tests: 'empty' });
    expect((await runThrough(await mount({ collector }))).failure?.code).to.equal('no-point');
  });
});

describe('a mistake of the webmaster', () => {
  const mistakes: readonly (readonly [what: string, attributes: Record<string, string>, advice: RegExp])[] = [
    ['no collector', { collector: '' }, /collector is missing/],
    ['a collector that is no address', { collector: 'collector.example.vn' }, /not an address/],
    ['a collector that is no web address', { collector: 'ftp://collector.example.vn' }, /not an address/],
    ['a site of wrong form', { site: 'Đà Nẵng' }, /site must be/],
    ['an unknown plan', { plan: 'fast' }, /plan must be one of/],
  ];
  for (const [what, attributes, advice] of mistakes)
    it(`is told at once: ${what}`, async () => {
      const element = await mount({ attributes });
      expect(read(element, '[part=failure]')).to.include(vi.failure.misconfigured.sentence).and.match(advice);
      expect(shown(element, '[part=start]')).to.equal(null);
      expect((await runThrough(element)).failure?.code).to.equal('misconfigured');
    });

  it('does not keep the test from running when only the province is wrong', async () => {
    const collector = aCollector();
    const element = await mount({ collector, attributes: { province: '43' } });
    const accepted = submitted(element);
    expect((await runThrough(element)).outcome).to.equal('complete');
    await accepted;
    const { posted } = await collector.log();
    expect(posted[0]?.province).to.equal(null);
  });

  it('is mended by mending the attribute', async () => {
    const collector = aCollector();
    const element = await mount({ attributes: { collector: '' } });
    element.collector = collector.url;
    await element.updateComplete;
    await press(element, '[part=start]');
  });
});
