import { parseArgs } from 'node:util';
import type { Result } from '../../src/protocol/result.ts';
import type { Accepted } from '../../src/protocol/submission.ts';
import { launchBrowser } from './browser.ts';
import { elementPage, servePage } from './page-server.ts';

/** Longest run of any plan, with every time-out it may meet. */
const RUN_TIMEOUT_MS = 120_000;

/** After the result, the collector is given this long to accept it. */
const SUBMIT_TIMEOUT_MS = 15_000;

export interface MeasureOptions {
  readonly collector: string;
  readonly site?: string | undefined;
  readonly province?: string | undefined;
  readonly plan?: string | undefined;
}

/** The published element in a headless Chromium; its result, and what the collector made of it (null where it was not posted). */
export const measure = async (options: MeasureOptions): Promise<Result & { readonly accepted: Accepted | null }> => {
  const { collector, site, province, plan } = options;
  const page = await servePage(elementPage({ collector, site, province, plan }));
  const browser = await launchBrowser();
  try {
    const tab = await browser.open(`${page.origin}/`);
    await tab.evaluate(`(() => {
      const element = document.querySelector('i-speed-test');
      element.addEventListener('i-speed-test-submitted', (event) => { window.accepted = event.accepted; });
      element.start({ consent: true }).then((result) => { window.result = result; });
    })()`);
    const result = await tab.until<Result>('window.result', RUN_TIMEOUT_MS);
    const moved = result.outcome === 'complete' || result.outcome === 'partial';
    const accepted = moved ? await tab.until<Accepted>('window.accepted', SUBMIT_TIMEOUT_MS).catch(() => null) : null;
    return { ...result, accepted };
  } finally {
    await browser.close();
    await page.close();
  }
};

const USAGE = 'npm run measure -- --collector URL [--site S] [--province NN] [--plan standard|saver|thorough]';

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      collector: { type: 'string' },
      site: { type: 'string' },
      province: { type: 'string' },
      plan: { type: 'string' },
    },
  });
  if (!values.collector) {
    console.error(USAGE);
    process.exit(2);
  }
  const result = await measure({ ...values, collector: values.collector });
  console.log(JSON.stringify(result));
  process.exitCode = result.outcome === 'complete' ? 0 : 1;
}
