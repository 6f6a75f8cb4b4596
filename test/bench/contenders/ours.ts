import type { Contender } from '../contender.ts';

/** The published element in its standard plan; its page comes from beside the browser, as in the link lab. */
export const ours: Contender = {
  name: 'ours',
  needs: [],
  contents: null,
  run: `document.querySelector('i-speed-test').start({ consent: true }).then((result) => ({
    down: result?.download?.bitsPerSecond ?? null,
    up: result?.upload?.bitsPerSecond ?? null,
  }))`,
};
