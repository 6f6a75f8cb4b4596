import type { Estimate } from '../estimator/estimator.ts';
import { latencyOf } from '../estimator/latency.ts';
import type { Failure } from '../protocol/failure.ts';
import type { Point } from '../protocol/point.ts';
import type { Grant } from '../protocol/ticket.ts';
import type { Millis } from '../protocol/units.ts';
import { rankPoints } from './choose-point.ts';
import { openControl } from './control-channel.ts';
import { type DatagramPage, startDatagrams } from './datagrams.ts';
import { measureDownload } from './download-phase.ts';
import { fetchReceipt } from './finish.ts';
import { measureIdleLatency } from './latency-phase.ts';
import { probeFamilies } from './probe-families.ts';
import type { Recorder } from './recorder.ts';
import { RunFailure } from './run-failure.ts';
import { measureUpload } from './upload-phase.ts';

/** How a run ended, beside what it recorded. */
export interface RunEnd {
  readonly receipt: string | null;
  readonly failure: Failure | null;
}

/** Where every point is full, the one that has room soonest is waited for no longer than this, once. */
const MAX_BUSY_WAIT_MS: Millis = 15_000;

/**
 * One test, from the choice of the point to its receipt. A point that fails hands over to the next nearest one; where all are full,
 * they are asked again when they said so.
 */
export const run = async (grant: Grant, recorder: Recorder, page: DatagramPage): Promise<RunEnd> => {
  const ranked = await rankPoints(grant.points, recorder);
  const tools = { recorder, page };
  const first = await tryEach(ranked, grant, tools);
  if (first.soonestMs === null || first.soonestMs > MAX_BUSY_WAIT_MS) return first;
  await new Promise((resolve) => setTimeout(resolve, first.soonestMs!));
  return tryEach(ranked, grant, tools);
};

/** `soonestMs`: when to come back, where every point was full and said so. */
const tryEach = async (
  ranked: readonly Point[],
  grant: Grant,
  tools: Tools,
): Promise<RunEnd & { readonly soonestMs: Millis | null }> => {
  let failure = new RunFailure('point-unreachable', 'No measurement point answered.');
  const waits: (Millis | null)[] = [];
  for (const [i, point] of ranked.entries()) {
    if (i > 0) tools.recorder.record({ kind: 'flagged', flag: 'point-changed' });
    try {
      return { receipt: await measure(point, grant, tools), failure: null, soonestMs: null };
    } catch (error) {
      failure = toRunFailure(error);
      waits.push(failure.failure.code === 'point-busy' ? failure.retryAfterMs : null);
    }
  }
  const allFull = waits.length > 0 && !waits.includes(null);
  return { receipt: null, failure: failure.failure, soonestMs: allFull ? Math.min(...(waits as Millis[])) : null };
};

interface Tools {
  readonly recorder: Recorder;
  readonly page: DatagramPage;
}

const measure = async (point: Point, { ticket, plan }: Grant, { recorder, page }: Tools): Promise<string | null> => {
  const control = await openControl(point, ticket);
  // Only now: what an earlier point gave is kept as long as no other one has answered.
  recorder.record({ kind: 'point-chosen', pointId: point.id, scope: point.scope });
  const datagrams = startDatagrams(point, ticket, page);
  const families = probeFamilies(point, recorder);
  try {
    if (control.kind === 'http') recorder.record({ kind: 'flagged', flag: 'no-websocket' });
    const parts = { plan, control, recorder };
    await measureIdleLatency(control, plan, recorder);
    await datagrams.count(recorder, idleMs(recorder.estimate));
    await measureDownload(parts, point.url, ticket);
    await measureUpload(parts, point.url, ticket);
    await families;
    const receipt = await fetchReceipt(point.url, ticket);
    if (receipt) recorder.record({ kind: 'receipt', claims: receipt.claims });
    return receipt?.jws ?? null;
  } finally {
    datagrams.hangUp();
    control.close();
  }
};

/** Round trips were measured by now, or the point is lost. */
const idleMs = ({ phases }: Estimate): Millis =>
  latencyOf((phases.latency?.roundTrips ?? []).map(({ ms }) => ms))?.medianMs ?? 0;

const toRunFailure = (error: unknown): RunFailure =>
  error instanceof RunFailure ? error : new RunFailure('point-lost', String(error));
