/** A link between a client and a server; each text as link.c reads it. */
export interface Link {
  /** `100mbit`, `steps:80mbit@3s,20mbit@3s` or `trace:FILE`, towards the client and away from it. */
  readonly down: string;
  readonly up: string;
  /** Round trip without any queueing, half of it each way. */
  readonly rttMs: number;
  /** Extra delay of each packet, anywhere between nothing and this, each way; never reorders. */
  readonly jitterMs: number;
  /** What the bottleneck holds at most: `100ms` at its rate, or bytes. */
  readonly queue: string;
  /** Share of packets lost at random, each way. */
  readonly lossRatio: number;
}

const link = (down: string, up: string, rttMs: number, queue: string, rest: Partial<Link> = {}): Link => ({
  down,
  up,
  rttMs,
  queue,
  jitterMs: 0,
  lossRatio: 0,
  ...rest,
});

/** The links of the benchmark: what people in Vietnam have, and what makes measuring hard. */
export const LINKS = {
  adsl: link('10mbit', '1mbit', 40, '200ms'),
  ftth100: link('100mbit', '100mbit', 5, '50ms'),
  ftth300: link('300mbit', '300mbit', 8, '50ms'),
  gig: link('940mbit', '940mbit', 4, '20ms'),
  '4g': link('40mbit', '15mbit', 50, '300ms'),
  lossy4g: link('30mbit', '10mbit', 60, '300ms', { lossRatio: 0.005 }),
  far: link('200mbit', '50mbit', 180, '150ms'),
  rural3g: link('3mbit', '0.8mbit', 120, '500ms'),
  variable: link('steps:80mbit@3s,20mbit@3s,60mbit@3s', '20mbit', 20, '100ms'),
} as const satisfies Readonly<Record<string, Link>>;

/** Links that the estimator was never tuned on: they show whether what holds above holds elsewhere. */
export const HELD_OUT_LINKS = {
  cable: link('250mbit', '25mbit', 14, '120ms', { jitterMs: 4 }),
  vdsl: link('50mbit', '10mbit', 25, '60ms'),
  village: link('1.5mbit', '0.5mbit', 90, '400ms'),
  '5g': link('450mbit', '60mbit', 28, '80ms', { jitterMs: 6 }),
  wifi: link('steps:90mbit@400ms,60mbit@300ms,110mbit@500ms', '40mbit', 12, '80ms', { jitterMs: 3 }),
  overseas: link('80mbit', '20mbit', 260, '200ms'),
  lossyWifi: link('60mbit', '20mbit', 18, '60ms', { lossRatio: 0.002 }),
} as const satisfies Readonly<Record<string, Link>>;

/** A link of either table by its name; throws with the names there are. */
export const namedLink = (name: string): Link => {
  const all: Readonly<Record<string, Link>> = { ...LINKS, ...HELD_OUT_LINKS };
  const found = all[name];
  if (!found) throw new Error(`There is no link "${name}": ${Object.keys(all).join(', ')}.`);
  return found;
};
