import { expect, waitUntil } from '@open-wc/testing';
import { type ACollector, aCollector, appears, mount, press, read, shown, type Script } from './harness.ts';

beforeEach(() => localStorage.clear());

const aKiosk = async (
  attributes: Readonly<Record<string, string>> = {},
  { script = 'complete', collector = aCollector() }: { readonly script?: Script; readonly collector?: ACollector } = {},
) => {
  const element = await mount({
    script,
    collector,
    attributes: { layout: 'kiosk', site: 'danang-portal', kiosk: 'hall-1', province: '48', ...attributes },
  });
  await appears(element, '.attract');
  return element;
};

describe('a kiosk', () => {
  it('fills the screen, and what is touched lies in its lower half', async () => {
    const element = await aKiosk();
    expect(element.getBoundingClientRect()).to.include({ width: innerWidth, height: innerHeight });
    const { top, height } = shown(element, '[part=start]')!.getBoundingClientRect();
    expect(top).to.be.above(innerHeight * 0.4);
    expect(height).to.be.at.least(64);
  });

  it('asks whether somebody is there, then starts over with nothing of the last person', async () => {
    const element = await aKiosk({ 'idle-seconds': '1' });
    await press(element, '[part=start]');
    await appears(element, '[part=consent]');
    await press(element, '[part=agree]');
    await appears(element, '[part=result]');
    const stored = Object.keys(localStorage).filter((key) => !key.includes('outbox'));
    expect(stored).to.deep.equal([]);
    await appears(element, '.warning');
    expect(read(element, '.warning')).to.include('Bạn còn ở đó không?');
    await appears(element, '.attract');
    expect(element.result).to.equal(null);
    await press(element, '[part=start]');
    await appears(element, '[part=consent]'); // the next person is asked anew
    element.cancel();
  });

  it('stays where somebody says that they are still there', async () => {
    const element = await aKiosk({ 'idle-seconds': '1.5' });
    await element.start({ consent: true });
    await appears(element, '[part=stay]');
    await press(element, '[part=stay]');
    await waitUntil(() => shown(element, '.warning') === null);
    expect(shown(element, '[part=result]')).not.to.equal(null);
    element.reset();
  });

  it('never takes a running test for neglect', async () => {
    const element = await aKiosk({ 'idle-seconds': '0.3' }, { script: 'hold' });
    void element.start({ consent: true });
    await appears(element, '.running');
    await new Promise((resolve) => setTimeout(resolve, 2200));
    expect(shown(element, '.running')).not.to.equal(null);
    element.cancel();
  });

  it('gives the result away as a code to scan, and offers no way out of the page', async () => {
    const collector = aCollector();
    const element = await aKiosk({}, { collector });
    await element.start({ consent: true });
    await appears(element, '[part=result] .qr-code');
    expect(element.renderRoot.querySelectorAll('a')).to.have.length(0);
    const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true, composed: true });
    shown(element, '[part=result]')!.dispatchEvent(menu);
    expect(menu.defaultPrevented).to.equal(true);
  });

  it('does not follow a link that the page has put into it', async () => {
    const element = await aKiosk();
    const link = document.createElement('a');
    link.slot = 'title';
    link.href = '#away';
    link.textContent = 'Away';
    element.append(link);
    link.click();
    expect(location.hash).to.equal('');
  });

  it('tells the collector that it lives: version, last failure, results', async () => {
    const collector = aCollector();
    await aKiosk({}, { collector });
    await waitUntil(async () => (await collector.log()).beats.length === 1);
    const [beat] = (await collector.log()).beats;
    expect(beat).to.deep.include({ path: 'v1/kiosks/danang-portal/hall-1/heartbeat' });
    expect(beat!.body).to.deep.include({ lastFailure: null, results: 0 });
  });

  it('names itself when it asks for a test, and a phone that its code brought names it too', async () => {
    const collector = aCollector();
    const element = await aKiosk({}, { collector });
    await element.start({ consent: true });
    expect((await collector.log()).asked[0]).to.include({ kiosk: 'hall-1', site: 'danang-portal' });
    element.remove();
    const before = location.href;
    history.replaceState(null, '', '?i-speed-test-site=danang-portal&i-speed-test-kiosk=hall-1');
    try {
      const phone = await mount({ collector });
      await phone.start({ consent: true });
      expect((await collector.log()).asked[1]).to.include({ kiosk: 'hall-1', site: 'danang-portal' });
    } finally {
      history.replaceState(null, '', before);
    }
  });

  it('says that it is offline', async () => {
    const element = await aKiosk();
    const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
    Object.defineProperty(Navigator.prototype, 'onLine', { ...real, get: () => false });
    try {
      dispatchEvent(new Event('offline'));
      await appears(element, '.offline');
    } finally {
      Object.defineProperty(Navigator.prototype, 'onLine', real);
      dispatchEvent(new Event('online'));
    }
    await waitUntil(() => shown(element, '.offline') === null);
  });

  it('is gone with the element: no timer, no listener, no heartbeat', async () => {
    const collector = aCollector();
    const element = await aKiosk({ 'idle-seconds': '0.5' }, { collector });
    element.remove();
    const painted = element.updateComplete;
    await painted;
    const { beats } = await collector.log();
    document.dispatchEvent(new PointerEvent('pointerdown'));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await collector.log()).beats).to.have.length(beats.length);
  });
});
