import { expect, waitUntil } from '@open-wc/testing';
import type { Snapshot } from '../../src/protocol/snapshot.ts';
import { aCollector, appears, aPuppet, heard, mount, press, read, runThrough, shown } from './harness.ts';

const snapshot = (change: Partial<Snapshot>): Snapshot => ({
  phase: 'download',
  elapsedMs: 1000,
  phaseProgress: 0.5,
  rate: 50e6,
  downloadTrace: [],
  uploadTrace: [],
  downloadRate: 50e6,
  uploadRate: null,
  idleLatencyMs: 5,
  bytesUsed: 1e6,
  pointId: 'da-nang',
  ...change,
});

describe('a run', () => {
  it('gives the result the engine found, as promise, property and event', async () => {
    const element = await mount();
    const event = heard(element, 'i-speed-test-result');
    const result = await runThrough(element);
    expect(result.outcome).to.equal('complete');
    expect(element.result).to.equal(result);
    expect((await event).result).to.equal(result);
  });

  it('shows no loss where none was measured', async () => {
    const element = await mount();
    const result = await runThrough(element);
    expect(result.lossRatio).to.equal(null);
    expect(shown(element, '[part~="result"]')!.textContent).not.to.contain('Tỷ lệ mất gói');
  });

  it('tells the page when measuring begins and how it goes', async () => {
    const element = await mount();
    const seen: string[] = [];
    element.addEventListener('i-speed-test-start', ({ testId }) => seen.push(testId));
    element.addEventListener('i-speed-test-progress', (event) => seen.push(event.snapshot.phase));
    const result = await runThrough(element);
    expect(seen).to.deep.equal([result.testId, 'download', 'upload']);
  });

  it('lets its events out of every shadow root around it', async () => {
    const element = await mount();
    const far = heard(document, 'i-speed-test-result');
    await runThrough(element);
    expect((await far).target).to.equal(element);
  });

  it('asks the collector for the site, the plan and the province of the attributes', async () => {
    const collector = aCollector();
    const element = await mount({ collector, attributes: { site: 'danang-portal', plan: 'saver' } });
    await runThrough(element);
    element.province = '48';
    await runThrough(element);
    const asked = { site: 'danang-portal', plan: 'saver' };
    expect((await collector.log()).asked).to.deep.equal([
      { ...asked, province: null },
      { ...asked, province: '48' },
    ]);
  });

  it('joins the run that is under way instead of starting a second one', async () => {
    const collector = aCollector();
    const element = await mount({ collector });
    const first = element.start({ consent: true });
    expect(element.start({ consent: true })).to.equal(first);
    await first;
    expect((await collector.log()).asked).to.have.length(1);
  });

  it('can be run again', async () => {
    const element = await mount();
    const first = await runThrough(element);
    const second = await runThrough(element);
    expect(second.outcome).to.equal('complete');
    expect(second.testId).not.to.equal(first.testId);
  });

  it('shows the point by its name, the rate, the data used and the phases to come', async () => {
    const element = await mount({ script: 'hold' });
    void element.start({ consent: true });
    await waitUntil(() => read(element, '.reading').includes('187'));
    expect(read(element, 'header')).to.include('Đang đo tải xuống').and.include('Đà Nẵng');
    expect(read(element, '.reading')).to.equal('187 Mbit/s');
    expect(read(element, '.spent')).to.include('47 MB').and.include('3,4 giây');
    expect(read(element, '[aria-current="step"]')).to.include('Tải xuống');
    expect(read(element, 'li[data-state="next"]')).to.equal('Tải lên –');
  });

  it('says the progress of the whole run to assistive technology', async () => {
    const element = await mount({ script: 'hold' });
    void element.start({ consent: true });
    await waitUntil(() => element.snapshot !== null);
    await waitUntil(() => (shown(element, 'progress') as HTMLProgressElement).value > 0.4);
    expect(shown(element, 'progress')?.getAttribute('aria-valuetext')).to.equal('Đang đo tải xuống…');
  });

  it('paints the newest snapshot once a frame, however many come', async () => {
    const puppet = aPuppet();
    const element = await mount({ attributes: { 'worker-src': puppet.workerSrc } });
    void element.start({ consent: true });
    await puppet.started();
    let updates = 0;
    let frames = 0;
    const update = element.requestUpdate.bind(element);
    element.requestUpdate = (...args) => {
      updates++;
      update(...args);
    };
    const count = () => {
      frames++;
      handle = requestAnimationFrame(count);
    };
    let handle = requestAnimationFrame(count);
    for (let i = 1; i <= 200; i++) puppet.say({ type: 'progress', snapshot: snapshot({ elapsedMs: i }) });
    await waitUntil(() => element.snapshot?.elapsedMs === 200);
    await new Promise(requestAnimationFrame);
    cancelAnimationFrame(handle);
    expect(updates).to.be.at.most(frames + 1);
    puppet.close();
  });

  it('tells the engine whether the page is hidden, at the start and when it changes', async () => {
    const puppet = aPuppet();
    const element = await mount({ attributes: { 'worker-src': puppet.workerSrc } });
    void element.start({ consent: true });
    await puppet.started();
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => puppet.commands.length === 2);
    expect(puppet.commands[0]).to.include({ type: 'start', hidden: false });
    expect(puppet.commands[1]).to.deep.equal({ type: 'visibility', hidden: false });
    puppet.close();
  });
});

describe('cancelling', () => {
  it('resolves with a cancelled result and shows the start button again', async () => {
    const element = await mount({ script: 'hold' });
    const end = element.start({ consent: true });
    await waitUntil(() => element.snapshot !== null);
    await appears(element, '[part=cancel]');
    await press(element, '[part=cancel]');
    const result = await end;
    expect(result.outcome).to.equal('cancelled');
    expect(result.testId).to.be.a('string');
    await appears(element, '[part=start]');
  });

  it('does not submit anything', async () => {
    const collector = aCollector();
    const element = await mount({ script: 'hold', collector });
    const end = element.start({ consent: true });
    await waitUntil(() => element.snapshot !== null);
    element.cancel();
    await end;
    await runThrough(await mount({ collector })); // the outbox posts in order: what was queued before would be there now
    await waitUntil(async () => (await collector.log()).answered === 1);
    expect((await collector.log()).posted).to.have.length(1);
  });

  it('works while the collector has not answered yet', async () => {
    const collector = aCollector();
    await collector.set({ tests: 'hang' });
    const element = await mount({ collector });
    const end = element.start({ consent: true });
    await waitUntil(async () => (await collector.log()).asked.length === 1);
    element.cancel();
    expect((await end).outcome).to.equal('cancelled');
  });

  it('ends the worker when the element leaves the page', async () => {
    const puppet = aPuppet();
    const witness = aPuppet();
    const element = await mount({ attributes: { 'worker-src': puppet.workerSrc } });
    const other = await mount({ attributes: { 'worker-src': witness.workerSrc } });
    const end = element.start({ consent: true });
    await puppet.started();
    puppet.ping();
    await waitUntil(() => puppet.answers() === 1);
    element.remove();
    expect((await end).outcome).to.equal('cancelled');
    void other.start({ consent: true });
    await witness.started();
    puppet.ping();
    witness.ping();
    await waitUntil(() => witness.answers() === 1);
    expect(puppet.answers()).to.equal(1);
    puppet.close();
    witness.close();
  });

  it('ignores what the engine of a cancelled run still says', async () => {
    const puppet = aPuppet();
    const element = await mount({ attributes: { 'worker-src': puppet.workerSrc } });
    const end = element.start({ consent: true });
    await puppet.started();
    const seen: string[] = [];
    element.addEventListener('i-speed-test-progress', () => seen.push('progress'));
    puppet.say({ type: 'progress', snapshot: snapshot({}) });
    element.cancel();
    await end;
    await runThrough(await mount());
    expect(seen).to.deep.equal([]);
    expect(element.snapshot).to.equal(null);
    puppet.close();
  });

  it('without a run does nothing', async () => {
    const element = await mount();
    element.cancel();
    expect((await runThrough(element)).outcome).to.equal('complete');
  });
});
