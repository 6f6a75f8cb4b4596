import { expect, waitUntil } from '@open-wc/testing';
import type { Delivery } from '../../src/element/outbox.ts';
import { createOutbox, LEASE_MS } from '../../src/element/outbox.ts';
import { createOutboxShelf, SHELF_PREFIX } from '../../src/element/outbox-shelf.ts';
import { createPageStorage, pageStorage } from '../../src/element/page-storage.ts';
import type { Submission } from '../../src/protocol/submission.ts';
import { aCollector, type ACollector, mount, read, runThrough, submitted } from './harness.ts';

/** What is on the shelf for a collector; earlier tests' outboxes may still be trying theirs. */
const kept = ({ url }: { readonly url: string }) => createOutboxShelf(pageStorage).list(url);
const goOnline = () => window.dispatchEvent(new Event('online'));
const posted = async (collector: ACollector, count: number) => {
  await waitUntil(async () => (await collector.log()).posted.length >= count, `${count} were not posted`);
  return (await collector.log()).posted;
};

beforeEach(() => localStorage.clear());

describe('the outbox', () => {
  it('posts the result with its ticket, its recording and the point’s receipt, and keeps nothing once it is accepted', async () => {
    const collector = aCollector();
    const element = await mount({ collector });
    const accepted = submitted(element);
    const result = await runThrough(element);
    expect((await accepted).accepted).to.deep.equal({ testId: result.testId, state: 'verified', flags: [] });
    const [submission] = await posted(collector, 1);
    expect(submission?.result).to.deep.equal(result);
    expect(submission).to.include({
      ticket: 'aaa.bbb.ccc',
      receipt: 'aaa.bbb.ccc',
      province: null,
      consentVersion: null,
    });
    expect(submission?.recording).to.have.length(1);
    expect(kept(collector)).to.deep.equal([]);
  });

  it('takes an answer with flags for the collector’s, too', async () => {
    const collector = aCollector();
    await collector.set({ flags: ['unattributed', 'late'] });
    const element = await mount({ collector });
    const accepted = submitted(element);
    await runThrough(element);
    expect((await accepted).accepted.flags).to.deep.equal(['unattributed', 'late']);
    expect(kept(collector)).to.deep.equal([]);
  });

  it('keeps a result while the collector is down, says so, and posts it exactly once when it is back', async () => {
    const collector = aCollector();
    await collector.set({ results: 'drop' });
    const element = await mount({ collector });
    await runThrough(element);
    await waitUntil(() => read(element, '[part=delivery]').includes('giữ trên thiết bị này'));
    expect(kept(collector)).to.have.length(1);
    await collector.set({ results: 'ok' });
    const accepted = submitted(element);
    goOnline();
    goOnline();
    await accepted;
    goOnline();
    await element.updateComplete;
    expect(read(element, '[part=delivery]')).to.include('Đã gửi');
    expect(kept(collector)).to.deep.equal([]);
    expect((await collector.log()).answered).to.equal(1);
  });

  it('tries again by itself', async () => {
    const collector = aCollector();
    await collector.set({ results: 'broken' });
    const element = await mount({ collector });
    await runThrough(element);
    await posted(collector, 1);
    await collector.set({ results: 'ok' });
    await submitted(element);
    expect((await collector.log()).answered).to.equal(1);
  });

  it('posts what an element that is gone has left, when another one with the same collector comes', async () => {
    const collector = aCollector();
    await collector.set({ results: 'drop' });
    const first = await mount({ collector });
    await runThrough(first);
    await waitUntil(() => read(first, '[part=delivery]').includes('giữ trên thiết bị này'));
    first.remove();
    await collector.set({ results: 'ok' });
    await mount({ collector });
    await waitUntil(async () => (await collector.log()).answered === 1);
    await waitUntil(() => kept(collector).length === 0);
  });

  it('posts what an earlier visit has left', async () => {
    const collector = aCollector();
    const testId = '01990000-0000-7000-8000-00000000aaaa';
    const body = JSON.stringify({ result: { testId } });
    localStorage.setItem(SHELF_PREFIX + testId, JSON.stringify({ collector: collector.url, body, leasedUntil: 0 }));
    await mount({ collector });
    await waitUntil(() => kept(collector).length === 0);
    expect((await collector.log()).posted).to.deep.equal([{ result: { testId } }]);
  });

  it('does not hand a result to another collector', async () => {
    const [mine, other] = [aCollector(), aCollector()];
    await mine.set({ results: 'drop' });
    const element = await mount({ collector: mine });
    await runThrough(element);
    await waitUntil(() => read(element, '[part=delivery]').includes('giữ trên thiết bị này'));
    await runThrough(await mount({ collector: other }));
    await waitUntil(async () => (await other.log()).answered === 1);
    expect((await other.log()).posted).to.have.length(1);
    expect(kept(mine)).to.have.length(1);
  });

  it('of two elements on one page posts each result once', async () => {
    const collector = aCollector();
    const elements = await Promise.all([mount({ collector }), mount({ collector })]);
    const accepted = Promise.all(elements.map(submitted));
    await Promise.all(elements.map(runThrough));
    await accepted;
    goOnline();
    const { posted: bodies } = await collector.log();
    expect(bodies.map(({ result }) => result.testId).sort()).to.deep.equal(
      elements.map(({ result }) => result?.testId).sort(),
    );
  });

  it('takes an answer that names what the collector found', async () => {
    const collector = aCollector();
    await collector.set({ flags: ['unattributed', 'late'] });
    const element = await mount({ collector });
    const event = submitted(element);
    await runThrough(element);
    expect((await event).accepted.flags).to.deep.equal(['unattributed', 'late']);
    expect(kept(collector)).to.deep.equal([]);
  });

  it('gives up what the collector refuses for good', async () => {
    const collector = aCollector();
    await collector.set({ results: 'refuse' });
    const element = await mount({ collector });
    await runThrough(element);
    await waitUntil(() => read(element, '[part=delivery]').includes('không nhận kết quả'));
    expect(kept(collector)).to.deep.equal([]);
  });

  it('does not take a captive portal’s welcome for an answer', async () => {
    const collector = aCollector();
    await collector.set({ results: 'garbage' });
    const element = await mount({ collector });
    await runThrough(element);
    await waitUntil(() => read(element, '[part=delivery]').includes('giữ trên thiết bị này'));
    expect(kept(collector)).to.have.length(1);
  });

  it('does not come back before the time the collector asked for', async () => {
    const collector = aCollector();
    await collector.set({ results: 'busy' });
    const element = await mount({ collector });
    await runThrough(element);
    await waitUntil(() => read(element, '[part=delivery]').includes('giữ trên thiết bị này'));
    goOnline();
    await mount({ collector });
    await collector.log();
    expect((await collector.log()).posted).to.have.length(1);
  });

  it('leaves alone what another tab is posting', async () => {
    const collector = aCollector();
    const testId = '01990000-0000-7000-8000-00000000bbbb';
    const lease = { collector: collector.url, body: '{"of":"another tab"}', leasedUntil: Date.now() + LEASE_MS };
    localStorage.setItem(SHELF_PREFIX + testId, JSON.stringify(lease));
    const element = await mount({ collector });
    const accepted = submitted(element);
    await runThrough(element);
    await accepted;
    expect((await collector.log()).posted).to.have.length(1);
    expect(kept(collector).map((entry) => entry.testId)).to.deep.equal([testId]);
  });

  it('works where storage is denied', async () => {
    const collector = aCollector();
    const denied = createPageStorage(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const outbox = createOutbox(collector.url, createOutboxShelf(denied));
    const deliveries: Delivery['kind'][] = [];
    outbox.send(
      '01990000-0000-7000-8000-00000000cccc',
      { result: { testId: '01990000-0000-7000-8000-00000000cccc' } } as Submission,
      ({ kind }) => deliveries.push(kind),
    );
    await waitUntil(() => deliveries.includes('accepted'));
    expect(deliveries).to.deep.equal(['sending', 'accepted']);
  });
});

describe('privacy', () => {
  it('preventDefault on the result keeps it in the page', async () => {
    const collector = aCollector();
    const element = await mount({ collector });
    element.addEventListener('i-speed-test-result', (event) => event.preventDefault(), { once: true });
    await runThrough(element);
    expect(read(element, '[part=delivery]')).to.include('không gửi đi đâu');
    expect(kept(collector)).to.deep.equal([]);
    const accepted = submitted(element);
    await runThrough(element); // the outbox posts in order: the first result would have come before the second
    await accepted;
    expect((await collector.log()).posted.map(({ result }) => result.testId)).to.deep.equal([element.result?.testId]);
  });

  it('submit="off" keeps every result in the page', async () => {
    const collector = aCollector();
    const element = await mount({ collector, attributes: { submit: 'off' } });
    await runThrough(element);
    expect(read(element, '[part=delivery]')).to.include('không gửi đi đâu');
    expect(kept(collector)).to.deep.equal([]);
    expect((await collector.log()).posted).to.deep.equal([]);
  });
});
