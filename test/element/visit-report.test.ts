import { expect, waitUntil } from '@open-wc/testing';
import { type ACollector, aCollector, appears, mount, press, type Script, shown } from './harness.ts';

beforeEach(() => localStorage.clear());
afterEach(() => hide(false));

/** The page goes into the background, or comes back. */
const hide = (hidden: boolean): void => {
  if (hidden) Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  else Reflect.deleteProperty(document, 'hidden');
  document.dispatchEvent(new Event('visibilitychange'));
};
const leave = () => {
  hide(true);
  hide(false);
};

const aVisit = async (
  attributes: Readonly<Record<string, string>> = {},
  { script = 'complete', collector = aCollector() }: { readonly script?: Script; readonly collector?: ACollector } = {},
) => {
  const element = await mount({
    script,
    collector,
    attributes: { site: 'danang-portal', province: '48', ...attributes },
  });
  await seen();
  return { element, collector };
};

/** An observer speaks within two frames. */
const seen = async () => {
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

const told = async ({ log }: ACollector, count: number) => {
  await waitUntil(async () => (await log()).visits.length >= count, `${count} visits were not told`);
  const { visits } = await log();
  expect(visits).to.have.length(count);
  return visits;
};
const said = { site: 'danang-portal', province: '48', version: '0.1.0', layout: 'card' };

describe('a visit', () => {
  it('is told when the page is left, once, with nothing in it but how far it came', async () => {
    const { collector } = await aVisit();
    expect((await collector.log()).visits).to.have.length(0);
    leave();
    leave();
    expect(await told(collector, 1)).to.deep.equal([{ ...said, reached: 'shown', lossReason: null }]);
  });

  it('that ends with a result says so, and after an earlier word only what is new', async () => {
    const { element, collector } = await aVisit();
    leave();
    await element.start({ consent: true });
    leave();
    expect((await told(collector, 2))[1]).to.deep.equal({
      ...said,
      reached: 'finished',
      after: 'shown',
      lossReason: null,
    });
  });

  it('says why it ended: the person did not agree', async () => {
    const { element, collector } = await aVisit();
    await press(element, '[part=start]');
    await press(element, '[part=refuse]');
    element.remove();
    expect((await told(collector, 1))[0]).to.include({ reached: 'shown', lossReason: 'declined' });
  });

  it('says why it ended: no point, after the person agreed', async () => {
    const collector = aCollector();
    await collector.set({ tests: 'empty' });
    const { element } = await aVisit({}, { collector });
    await press(element, '[part=start]');
    await press(element, '[part=agree]');
    await appears(element, '[part=failure]');
    leave();
    expect((await told(collector, 1))[0]).to.include({ reached: 'consented', lossReason: 'no-point' });
  });

  it('says why it ended: stopped', async () => {
    const { element, collector } = await aVisit({}, { script: 'hold' });
    const ended = element.start({ consent: true });
    await appears(element, '.running');
    await waitUntil(() => element.snapshot !== null);
    element.cancel();
    await ended;
    leave();
    expect((await told(collector, 1))[0]).to.include({ reached: 'started', lossReason: 'cancelled' });
  });

  it('is not told of a place that nobody scrolled to, until somebody does', async () => {
    const collector = aCollector();
    const space = document.createElement('div');
    space.style.blockSize = '3000px';
    document.body.prepend(space);
    try {
      const { element } = await aVisit({}, { collector });
      leave();
      await seen();
      element.scrollIntoView();
      await seen();
      leave();
      await told(collector, 1);
    } finally {
      space.remove();
    }
  });

  it('is told to nobody without a site, or where the page keeps its results', async () => {
    const collector = aCollector();
    await aVisit({ submit: 'off' }, { collector });
    const none = await mount({ collector });
    await seen();
    leave();
    none.remove();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await told(collector, 0);
  });

  it('at a kiosk is one person, from the first press to the end', async () => {
    const collector = aCollector();
    const { element } = await aVisit({ layout: 'kiosk', kiosk: 'hall-1' }, { collector });
    await appears(element, '.attract');
    leave(); // nobody has touched it
    await element.start({ consent: true });
    element.reset();
    await appears(element, '.attract');
    await press(element, '[part=start]');
    await appears(element, '[part=consent]');
    element.reset();
    const visits = await told(collector, 2);
    expect(visits.map(({ reached, layout }) => [reached, layout])).to.deep.equal([
      ['finished', 'kiosk'],
      ['shown', 'kiosk'],
    ]);
  });

  it('names the province when it asks for a test, so that tickets can be counted', async () => {
    const { element, collector } = await aVisit();
    await element.start({ consent: true });
    expect((await collector.log()).asked[0]).to.include({ province: '48' });
    expect(shown(element, '[part=result]')).not.to.equal(null);
  });

  it('is lost where the collector does not answer, and nobody notices', async () => {
    const { element } = await aVisit({ collector: 'http://127.0.0.1:1' });
    leave();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(shown(element, '[part=start]')).not.to.equal(null);
  });
});
