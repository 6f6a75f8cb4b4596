import { expect, waitUntil } from '@open-wc/testing';
import { CONSENT_VERSION } from '../../src/element/consent.ts';
import { aCollector, appears, heard, mount, press, read, runThrough, shown } from './harness.ts';

beforeEach(() => localStorage.clear());

describe('consent', () => {
  it('is asked for before the first test, with what is collected, why, how long and at what cost', async () => {
    const collector = aCollector();
    const element = await mount({ collector });
    await press(element, '[part=start]');
    await appears(element, '[part=consent]');
    const text = read(element, '[part=consent]');
    for (const words of ['nhà mạng', 'không cookie', 'Địa chỉ IP của bạn không được lưu', 'thống kê', '800 MB'])
      expect(text).to.include(words);
    expect((await collector.log()).asked).to.deep.equal([]);
  });

  it('starts the test and is told to the collector by its version', async () => {
    const collector = aCollector();
    const element = await mount({ collector, attributes: { province: '48' } });
    const end = element.start();
    await appears(element, '[part=agree]');
    await press(element, '[part=agree]');
    expect((await end).outcome).to.equal('complete');
    await waitUntil(async () => (await collector.log()).posted.length === 1);
    expect((await collector.log()).posted[0]).to.include({ consentVersion: CONSENT_VERSION, province: '48' });
  });

  it('is not given, nor a test started, by a script that clicks', async () => {
    const collector = aCollector();
    const element = await mount({ collector });
    shown(element, '[part=start]')!.click();
    await element.updateComplete;
    expect(shown(element, '[part=consent]')).to.equal(null);
    void element.start();
    await appears(element, '[part=agree]');
    shown(element, '[part=agree]')!.click();
    await element.updateComplete;
    expect(shown(element, '[part=consent]')).not.to.equal(null);
    expect((await collector.log()).asked).to.deep.equal([]);
    element.cancel();
  });

  it('is remembered', async () => {
    const first = await mount();
    const end = first.start();
    await appears(first, '[part=agree]');
    await press(first, '[part=agree]');
    await end;
    const second = await mount();
    expect((await second.start()).outcome).to.equal('complete');
  });

  it('is asked for again when the text has changed', async () => {
    localStorage.setItem('i-speed-test-consent', '2020-01-01');
    const element = await mount();
    await press(element, '[part=start]');
    await appears(element, '[part=consent]');
  });

  it('refused means no test, no request and no memory of it', async () => {
    const collector = aCollector();
    const element = await mount({ collector });
    const failure = heard(element, 'i-speed-test-failure');
    const end = element.start();
    await appears(element, '[part=refuse]');
    await press(element, '[part=refuse]');
    expect((await end).failure?.code).to.equal('declined');
    expect((await failure).failure.code).to.equal('declined');
    await appears(element, '[part=start]');
    expect((await collector.log()).asked).to.deep.equal([]);
    expect(localStorage.length).to.equal(0);
  });

  it('is left to the page that says it has asked itself', async () => {
    const collector = aCollector();
    const element = await mount({ collector });
    expect((await runThrough(element)).outcome).to.equal('complete');
    await waitUntil(async () => (await collector.log()).posted.length === 1);
    expect((await collector.log()).posted[0]?.consentVersion).to.equal(null);
    expect(localStorage.getItem('i-speed-test-consent')).to.equal(null);
  });

  it('question ends with the run when it is cancelled', async () => {
    const element = await mount();
    const end = element.start();
    await appears(element, '[part=agree]');
    element.cancel();
    expect((await end).outcome).to.equal('cancelled');
    await element.updateComplete;
    expect(shown(element, '[part=agree]')).to.equal(null);
  });
});
