import assert from 'node:assert/strict';
import { it } from 'node:test';
import { median } from '../../src/estimator/statistics.ts';
import type { Result } from '../../src/protocol/result.ts';
import type { Accepted } from '../../src/protocol/submission.ts';
import { RUN_MS, START } from './run-in-page.ts';
import type { WholeStage } from './whole-stage.ts';

/** A busy page may change nothing. Two runs differ by 1 %, busy or not: medians of a few are compared. */
const BUSY_TOLERANCE = 0.02;
const BUSY_TURNS = 3;

/** Pages that forbid something, lack something, or are busy. */
export const wholePages = ({ engine, openPortal }: WholeStage): void => {
  const isChromium = engine === 'chromium';

  it('goes on over HTTP where the page’s policy or the network blocks WebSocket', async () => {
    const policy = `default-src 'self'; img-src data:; worker-src blob:; connect-src http:`;
    const page = await openPortal({}, { 'content-security-policy': policy });
    await page.evaluate(START);
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'complete');
    assert.ok(result.flags.includes('no-websocket'));
    assert.ok(result.latency.idle!.samples > 0 && result.latency.upload !== null);
    const accepted = await page.until<Accepted>('window.accepted');
    assert.equal(accepted.state, 'verified', accepted.flags.join());
    await page.close();
  });

  it('works under a policy that allows nothing but what the README names, Trusted Types required', async () => {
    const policy = [
      `default-src 'self'`,
      `img-src data:`,
      `worker-src blob:`,
      `connect-src http: ws:`,
      `object-src 'none'`,
      `base-uri 'none'`,
      `require-trusted-types-for 'script'`,
      `trusted-types lit-html i-speed-test`,
    ].join('; ');
    const page = await openPortal({}, { 'content-security-policy': policy });
    await page.evaluate(`document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.troubles.push(violatedDirective + ' ' + blockedURI))`);
    await page.evaluate(START);
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'complete', JSON.stringify(result.failure));
    assert.deepEqual(await page.evaluate('window.troubles'), []);
    await page.close();
  });

  it('goes on without the loss, and without a word, where the browser has no WebRTC', async () => {
    const page = await openPortal();
    await page.evaluate('delete window.RTCPeerConnection');
    await page.evaluate(START);
    const result = await page.until<Result>('window.result', RUN_MS);
    assert.equal(result.outcome, 'complete');
    assert.equal(result.lossRatio, null);
    assert.deepEqual(await page.evaluate('window.troubles'), []);
    await page.close();
  });

  it(
    'measures the same on a page that works 200 ms of every 300',
    { skip: !isChromium && 'one engine says it for all' },
    async () => {
      const rates = async (work: string): Promise<readonly number[]> => {
        const page = await openPortal();
        await page.evaluate(`${work}; true`);
        await page.evaluate(START);
        const result = await page.until<Result>('window.result', RUN_MS);
        assert.equal(result.outcome, 'complete');
        await page.close();
        return [result.download!.bitsPerSecond, result.upload!.bitsPerSecond];
      };
      const work =
        'setInterval(() => { for (const from = performance.now(); performance.now() - from < 200; ); }, 300)';
      const quiet: (readonly number[])[] = [];
      const busy: (readonly number[])[] = [];
      for (let turn = 0; turn < BUSY_TURNS; turn++) {
        quiet.push(await rates(''));
        busy.push(await rates(work));
      }
      for (const direction of [0, 1]) {
        const middle = (runs: readonly (readonly number[])[]) => median(runs.map((run) => run[direction]!));
        const ratio = middle(busy) / middle(quiet);
        assert.ok(Math.abs(ratio - 1) < BUSY_TOLERANCE, `${ratio} times the rate of a quiet page`);
      }
    },
  );
};
