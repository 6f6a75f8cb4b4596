import { parseArgs } from 'node:util';
import { COLLECTOR_PATHS } from '../../src/protocol/endpoints.ts';
import type { Result } from '../../src/protocol/result.ts';
import type { Accepted, Submission } from '../../src/protocol/submission.ts';
import type { Millis } from '../../src/protocol/units.ts';
import { launchBrowser } from './browser.ts';
import { elementPage, servePage } from './page-server.ts';

/** Longest run of any plan, with every time-out it may meet. */
const RUN_TIMEOUT_MS = 120_000;

/** After the result, the collector is given this long to accept it. */
const SUBMIT_TIMEOUT_MS = 15_000;

/** A browser that has just started is still busy with itself; a person would not have found the button yet. */
const SETTLE_MS = 1000;

export interface MeasureOptions {
  readonly collector: string;
  readonly site?: string | undefined;
  readonly province?: string | undefined;
  readonly plan?: string | undefined;
}

/** One run as a person would see it, and what was posted of it. */
export interface Measured {
  readonly result: Result;
  /** What the collector made of it; null where it was not posted or not taken. */
  readonly accepted: Accepted | null;
  /** The body that was posted: result, recording and receipt. */
  readonly submission: Submission | null;
  /** Wall clock of the start, ms since 1970. */
  readonly startedAt: number;
  /** From the start to the result, points and receipt included. */
  readonly wallMs: Millis;
}

/** The published element in a headless Chromium. */
export const measure = async (options: MeasureOptions): Promise<Measured> => {
  const { collector, site, province, plan } = options;
  const page = await servePage(elementPage({ collector, site, province, plan }));
  const browser = await launchBrowser();
  try {
    const tab = await browser.open(`${page.origin}/`);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    await tab.evaluate(`(() => {
      const element = document.querySelector('i-speed-test');
      const pageFetch = window.fetch;
      window.fetch = (address, init) => {
        if (init?.method === 'POST' && String(address).endsWith('${COLLECTOR_PATHS.results}')) window.posted = init.body;
        return pageFetch(address, init);
      };
      element.addEventListener('i-speed-test-submitted', (event) => { window.accepted = event.accepted; });
      window.startedAt = Date.now();
      const began = performance.now();
      element.start({ consent: true }).then((result) => { window.wallMs = performance.now() - began; window.result = result; });
    })()`);
    const result = await tab.until<Result>('window.result', RUN_TIMEOUT_MS);
    const moved = result.outcome === 'complete' || result.outcome === 'partial';
    const accepted = moved ? await tab.until<Accepted>('window.accepted', SUBMIT_TIMEOUT_MS).catch(() => null) : null;
    const posted = await tab.evaluate<string | null>('window.posted ?? null');
    return {
      result,
      accepted,
      submission: posted === null ? null : (JSON.parse(posted) as Submission),
      startedAt: await tab.evaluate<number>('window.startedAt'),
      wallMs: Math.round(await tab.evaluate<number>('window.wallMs')),
    };
  } finally {
    await browser.close();
    await page.close();
  }
};

const USAGE = 'npm run measure -- --collector URL [--site S] [--province NN] [--plan standard|saver|thorough] [--full]';

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      collector: { type: 'string' },
      site: { type: 'string' },
      province: { type: 'string' },
      plan: { type: 'string' },
      /** With what was posted, and when. */
      full: { type: 'boolean', default: false },
    },
  });
  if (!values.collector) {
    console.error(USAGE);
    process.exit(2);
  }
  const measured = await measure({ ...values, collector: values.collector });
  const { result, accepted } = measured;
  console.log(JSON.stringify(values.full ? measured : { ...result, accepted }));
  process.exitCode = result.outcome === 'complete' ? 0 : 1;
}
