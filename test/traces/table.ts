import { parseArgs } from 'node:util';
import { deviation, mean, median } from '../../src/estimator/statistics.ts';
import { HELD_OUT_LINKS } from '../lab/links.ts';
import { readTraces, replayTrace, type Trace } from './trace.ts';

/** `npm run traces [-- --folder DIR]`: how far the estimator is off on recorded runs, and how fast it replays them. */

/** Replays are repeated for this long to tell their rate. */
const TIMING_MS = 1000;

const { values } = parseArgs({ options: { folder: { type: 'string' } } });
const traces = [...readTraces(values.folder).values()];
if (traces.length === 0) {
  console.error('There are no traces in that folder. Record some: npm run lab -- --link all --record DIR');
  process.exit(1);
}

const errorOf = (trace: Trace, direction: 'down' | 'up'): number => {
  const { download, upload } = replayTrace(trace);
  const rate = (direction === 'down' ? download : upload)?.bitsPerSecond ?? 0;
  return (rate / trace.truth[direction] - 1) * 100;
};

const cell = (errors: readonly number[]): string =>
  `${signed(median(errors))} ± ${deviation(errors).toFixed(2).padStart(5)}`;
const signed = (value: number): string => `${value >= 0 ? '+' : ''}${value.toFixed(2)}`.padStart(7);

const print = (heading: string, chosen: readonly Trace[]): void => {
  if (chosen.length === 0) return;
  console.log(`${heading.padEnd(22)} runs   down % (median ± s)   up % (median ± s)   s down   s up`);
  const links = [...new Set(chosen.map(({ link, congestion }) => `${link} ${congestion}`))];
  for (const link of links) {
    const runs = chosen.filter((trace) => `${trace.link} ${trace.congestion}` === link);
    const seconds = (key: 'download' | 'upload') =>
      (mean(runs.map(({ result }) => result[key]?.durationMs ?? 0)) / 1000).toFixed(1).padStart(6);
    const [down, up] = (['down', 'up'] as const).map((direction) => cell(runs.map((trace) => errorOf(trace, direction))));
    console.log(
      `  ${link.padEnd(20)} ${String(runs.length).padStart(4)}   ${down!.padStart(18)}  ${up!.padStart(18)}   ${seconds('download')} ${seconds('upload')}`,
    );
  }
  for (const direction of ['down', 'up'] as const) {
    const sizes = chosen.map((trace) => Math.abs(errorOf(trace, direction)));
    console.log(`  ${direction}: median |error| ${median(sizes).toFixed(2)} %, worst ${Math.max(...sizes).toFixed(2)} %`);
  }
};

print('links', traces.filter(({ link }) => !(link in HELD_OUT_LINKS)));
print('held-out links', traces.filter(({ link }) => link in HELD_OUT_LINKS));

const until = performance.now() + TIMING_MS;
let replays = 0;
for (; performance.now() < until; replays++) replayTrace(traces[replays % traces.length]!);
console.log(`${replays} replays a second`);
