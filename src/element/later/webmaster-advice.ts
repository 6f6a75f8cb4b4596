/** What became of the rungs of the ladder below the engine in the page. */
interface Found {
  /** The CSP directive that stopped the worker; empty where something else did. */
  readonly blockedBy: string;
  readonly frame: 'waiting' | 'shown' | 'blocked' | 'absent';
  readonly collector: string | null;
}

/** One line for whoever mends the page: what is blocked, what to write, and what visitors see meanwhile. */
export const adviceFor = ({ blockedBy, frame, collector }: Found): string => {
  const origin = collector === null ? 'the collector' : new URL(collector).origin;
  const why = blockedBy
    ? `this page's Content-Security-Policy (${blockedBy}) lets no worker start. Add: worker-src blob: (or host engine-worker.js, add worker-src 'self', and name the file in the attribute worker-src)`
    : 'no worker starts in this page or browser';
  const meanwhile =
    frame === 'shown'
      ? `Meanwhile the test runs in an iframe of ${origin}`
      : frame === 'blocked'
        ? `The iframe that would do instead is blocked too. Add: frame-src ${origin}. Visitors see what is inside the element`
        : 'Visitors see what is inside the element';
  return `i-speed-test: ${why}. ${meanwhile}.`;
};

const told = new Set<string>();

/** Once a page load, however many elements there are. */
export const tellWebmaster = (advice: string): void => {
  if (told.has(advice)) return;
  told.add(advice);
  console.warn(advice);
};
