import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Result } from '../../src/protocol/result.ts';
import { cardText, inCard, press } from './person.ts';
import { RUN_MS, START } from './run-in-page.ts';
import type { WholeStage } from './whole-stage.ts';

/** What goes away in the middle: the collector, the person, a point, in the end all points. */
export const wholeInterruptions = ({ stack, openPortal }: WholeStage): void => {
  it('keeps a result while the collector is down, and posts it once when it is back', async () => {
    const page = await openPortal();
    await page.evaluate(START);
    await page.until(inCard(`element.snapshot?.phase === 'upload'`), RUN_MS);
    await stack().collectorDown();
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'complete');
    assert.equal(await page.evaluate(`Object.keys(localStorage).filter((key) => key.includes('outbox')).length`), 1);
    await page.reload();
    await page.until(inCard('card !== null'));
    await stack().collectorUp();
    const inStore = async () => {
      for (const deadline = Date.now() + RUN_MS; Date.now() < deadline;) {
        const stored = await stack().stored(result.testId!);
        if (stored) return stored;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      throw new Error('never posted');
    };
    assert.equal((await inStore()).state, 'verified');
    await page.until(`Object.keys(localStorage).filter((key) => key.includes('outbox')).length === 0`);
    await page.close();
  });

  it('stops at once when it is cancelled, and posts nothing', async () => {
    const page = await openPortal();
    await page.evaluate(START);
    await page.until(inCard(`element.snapshot?.phase === 'download'`), RUN_MS);
    await press(page, 'cancel');
    const result = await page.until<Result>('window.result');
    assert.equal(result.outcome, 'cancelled');
    await page.until(inCard(`!!card.querySelector('[part~="start"]')`));
    await page.close();
  });

  it('moves to the next point when one is lost in the middle', async () => {
    const page = await openPortal({ plan: 'thorough' });
    await page.evaluate(START);
    const first = await page.until<string>(
      inCard(`element.snapshot?.phase === 'download' && element.snapshot.pointId`),
      RUN_MS,
    );
    await stack().points[first === 'near' ? 0 : 1].close();
    const result = await page.until<Result>('window.result', 2 * RUN_MS);
    assert.equal(result.outcome, 'complete');
    assert.notEqual(result.point!.id, first);
    assert.ok(result.flags.includes('point-changed'));
    assert.equal((await page.until<{ state: string }>('window.accepted')).state, 'verified');
    await page.close();
  });

  it('says clearly that no point can be reached when all are gone', async () => {
    await Promise.all(stack().points.map((point) => point.close()));
    const page = await openPortal();
    await page.evaluate(START);
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'failed');
    assert.equal(result.failure!.code, 'point-unreachable');
    assert.match(await cardText(page), /điểm đo/i);
    await page.close();
  });
};
