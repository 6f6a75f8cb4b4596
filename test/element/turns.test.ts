import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { ISpeedTestElement } from '../../src/define.ts';
import { TURN_LOCK } from '../../src/element/take-turn.ts';
import { aCollector, aFrame, mount, mountPuppet, press, read, runThrough, shown } from './harness.ts';

const WAITS = 'Đang chờ một phép đo khác kết thúc…';

const isWaiting = (element: ISpeedTestElement) =>
  waitUntil(() => read(element, '.running h2') === WAITS, 'does not say that it waits');

describe('several elements of one page', () => {
  it('measure one after the other, and the one that waits says so', async () => {
    const [one, other] = [await mountPuppet(), await mountPuppet()];
    const first = one.element.start({ consent: true });
    await one.puppet.started();
    const second = other.element.start({ consent: true });
    await isWaiting(other.element);
    expect(read(other.element, '[role=status]')).to.equal(WAITS);
    expect(other.puppet.commands).to.deep.equal([]);
    one.puppet.complete();
    expect((await first).outcome).to.equal('complete');
    await other.puppet.started();
    other.puppet.complete();
    expect((await second).outcome).to.equal('complete');
    one.puppet.close();
    other.puppet.close();
  });

  it('do so without the Web Locks API, too', async () => {
    const own = Object.getOwnPropertyDescriptor(navigator, 'locks');
    Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
    try {
      const [one, other, third] = [await mountPuppet(), await mountPuppet(), await mountPuppet()];
      void one.element.start({ consent: true });
      await one.puppet.started();
      const given = other.element.start({ consent: true });
      const last = third.element.start({ consent: true });
      await isWaiting(third.element);
      other.element.cancel();
      expect((await given).outcome).to.equal('cancelled');
      expect(third.puppet.commands).to.deep.equal([]);
      one.element.cancel();
      await third.puppet.started();
      third.puppet.complete();
      expect((await last).outcome).to.equal('complete');
      for (const { puppet } of [one, other, third]) puppet.close();
    } finally {
      if (own) Object.defineProperty(navigator, 'locks', own);
      else Reflect.deleteProperty(navigator, 'locks');
    }
  });

  it('say nothing of waiting where nobody has to', async () => {
    const element = await mount({ script: 'hold' });
    const said = new Set<string>();
    new MutationObserver(() => said.add(read(element, '[role=status]'))).observe(element.renderRoot, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    void element.start({ consent: true });
    await waitUntil(() => element.snapshot !== null);
    await aTimeout(500);
    expect([...said])
      .to.include('Đang đo tải xuống…')
      .and.not.to.include(WAITS);
  });

  it('let a person who waits give up at once', async () => {
    const collector = aCollector();
    const one = await mountPuppet();
    void one.element.start({ consent: true });
    await one.puppet.started();
    const other = await mount({ collector });
    const given = other.start({ consent: true });
    await isWaiting(other);
    await press(other, '[part=cancel]');
    expect((await given).outcome).to.equal('cancelled');
    one.element.cancel();
    await aTimeout(100);
    expect((await collector.log()).asked, 'a test was asked for that nobody waits for').to.deep.equal([]);
    one.puppet.close();
  });

  it('have their turn when the one that measures is taken away', async () => {
    const one = await mountPuppet();
    void one.element.start({ consent: true });
    await one.puppet.started();
    const other = await mount();
    const end = other.start({ consent: true });
    await isWaiting(other);
    one.element.remove();
    expect((await end).outcome).to.equal('complete');
    one.puppet.close();
  });

  it('have their own result, and no word of the other’s', async () => {
    const [one, other] = [await mount(), await mount()];
    await runThrough(one);
    expect(other.result).to.equal(null);
    expect(other.snapshot).to.equal(null);
    expect(shown(other, '[part=start]')).not.to.equal(null);
  });
});

describe('pages of one origin', () => {
  /** As another tab has it that measures; gives it back when called. */
  const holdTurnElsewhere = async () => {
    const frame = await aFrame();
    return new Promise<() => void>((resolve) => {
      void frame.contentWindow!.navigator.locks.request(TURN_LOCK, () => new Promise<void>(resolve));
    });
  };

  it('measure one after the other', async () => {
    const giveBack = await holdTurnElsewhere();
    const element = await mount();
    const end = element.start({ consent: true });
    await isWaiting(element);
    giveBack();
    expect((await end).outcome).to.equal('complete');
  });

  it('do not wait for ever for a tab that the system froze', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = () => timeout(400);
    try {
      const giveBack = await holdTurnElsewhere();
      const element = await mount();
      const end = element.start({ consent: true });
      await isWaiting(element);
      expect((await end).outcome).to.equal('complete');
      giveBack();
    } finally {
      AbortSignal.timeout = timeout;
    }
  });
});
