import { Agent, get } from 'node:http';
import { quantile } from '../../../src/estimator/statistics.ts';
import { BASELINE, type Kind } from './kinds.ts';
import type { RunningCollector } from './run-collector.ts';

/** How long the answers of one kind took, from the request to the last byte, one at a time; in ms. */
export interface Timing {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** Of the collector's process, each request. */
  readonly cpu: number;
  /** Of the median, by the baseline's in the same run. */
  readonly ratio: number;
  readonly kB: number;
}

/** Requests before the first one that counts: code that runs often is compiled. */
const WARM_UP = 20;

export const measure = async (
  { origin, cpuMs }: RunningCollector,
  kinds: readonly Kind[],
  requests: number,
): Promise<Timing[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let asked = 0;
  const ask = async (path: string): Promise<{ readonly ms: number; readonly bytes: number }> => {
    const began = performance.now();
    const bytes = await bytesOf(new URL(path, origin), agent, addressOf(asked++));
    return { ms: performance.now() - began, bytes };
  };
  const timings: Timing[] = [];
  for (const { name, path } of kinds) {
    for (let n = 0; n < WARM_UP; n++) await ask(path(n));
    const before = await cpuMs();
    const answers = [];
    for (let n = 0; n < requests; n++) answers.push(await ask(path(n)));
    const cpu = ((await cpuMs()) - before) / requests;
    const times = answers.map(({ ms }) => ms);
    const p50 = quantile(times, 0.5);
    const baseline = timings.find((timing) => timing.name === BASELINE)?.p50 ?? p50;
    timings.push({
      name,
      p50,
      p95: quantile(times, 0.95),
      max: Math.max(...times),
      cpu,
      ratio: p50 / baseline,
      kB: quantile(
        answers.map(({ bytes }) => bytes / 1000),
        0.5,
      ),
    });
  }
  agent.destroy();
  return timings;
};

/** Every request comes from a network of its own (RFC 2544's block for benchmarks is too small for that). */
const addressOf = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

const bytesOf = (url: URL, agent: Agent, from: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'x-forwarded-for': from } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('error', reject);
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url.href}: ${answer.statusCode}`)),
      );
    }).on('error', reject);
  });
