import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import type { WholeStage } from './whole-stage.ts';

/** Who was asked for anything by all the tests before. Closes the browser. */
export const wholeRequests = ({ engine, browser, netLog }: WholeStage): void => {
  const isChromium = engine === 'chromium';
  const onlyInChromium = isChromium ? false : 'only Chromium logs every request';
  it('asked nobody but the portal, the collector and the points', { skip: onlyInChromium }, async () => {
    await browser().close(); // which completes the log
    const { events } = JSON.parse(readFileSync(netLog, 'utf8')) as {
      readonly events: readonly { readonly params?: { readonly url?: string; readonly initiator?: string } }[];
    };
    // The browser's own calls have no page as their initiator.
    const asked = events.flatMap(({ params }) =>
      params?.url && params.initiator?.includes('portal.test') ? [new URL(params.url).hostname] : [],
    );
    const hosts = new Set(asked);
    assert.ok(hosts.has('collector.test') && (hosts.has('near.test') || hosts.has('far.test')));
    for (const host of hosts) assert.match(host, /^(portal|collector|near|far)\.test$/, `a request to ${host}`);
  });
};
