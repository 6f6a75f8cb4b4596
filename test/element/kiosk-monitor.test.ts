import { expect, waitUntil } from '@open-wc/testing';
import { startMonitor } from '../../src/element/later/kiosk-monitor.ts';
import { VisitController } from '../../src/element/visit-controller.ts';
import { aCollector, mount, type Script } from './harness.ts';

const LOOK_MS = 20;

/** A kiosk's element and the visit of a monitor beside it, on a collector of their own. */
const aMonitor = async ({
  quiet = true,
  script = 'complete',
  minutes = 0.001,
}: { readonly quiet?: boolean; readonly script?: Script; readonly minutes?: number } = {}) => {
  let isQuiet = quiet;
  document.addEventListener('pointerdown', () => (isQuiet = false), { once: true });
  const collector = aCollector();
  const element = await mount({ collector, script, attributes: { site: 'danang-hall', province: '48' } });
  const visit = new VisitController(element);
  let painted = 0;
  const monitor = startMonitor({
    minutes: () => minutes,
    visit,
    idle: { isQuietFor: () => isQuiet },
    repaint: () => painted++,
    lookMs: LOOK_MS,
  });
  return { collector, visit, monitor, painted: () => painted };
};

const aWhile = () => new Promise((resolve) => setTimeout(resolve, 10 * LOOK_MS));

describe('a kiosk’s own tests', () => {
  it('ask for the context of a monitor, and leave no result on the screen', async () => {
    const { collector, visit, monitor, painted } = await aMonitor();
    await waitUntil(() => painted() > 0, 'no test was made', { timeout: 5000 });
    monitor.close();
    expect((await collector.log()).asked[0]).to.include({ monitor: true, site: 'danang-hall' });
    await waitUntil(async () => (await collector.log()).posted.length > 0);
    expect(visit.result).to.equal(null);
  });

  it('are not made while somebody is there', async () => {
    const { collector, monitor } = await aMonitor({ quiet: false });
    await aWhile();
    monitor.close();
    expect((await collector.log()).asked).to.deep.equal([]);
  });

  it('are not made where nobody asked for them', async () => {
    const { collector, monitor } = await aMonitor({ minutes: 0 });
    await aWhile();
    monitor.close();
    expect((await collector.log()).asked).to.deep.equal([]);
  });

  it('end at a touch', async () => {
    const { visit, monitor, painted } = await aMonitor({ script: 'hold' });
    await waitUntil(() => visit.run.status === 'running');
    expect(monitor.isRunning()).to.equal(true);
    document.dispatchEvent(new PointerEvent('pointerdown'));
    await waitUntil(() => painted() > 0);
    expect(monitor.isRunning()).to.equal(false);
    monitor.close();
  });
});
