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

/** One test, from the choice of the point to its receipt. A point that fails hands over to the next nearest one. */
export const run = async (grant: Grant, recorder: Recorder, page: DatagramPage): Promise<RunEnd> => {
  const ranked = await rankPoints(grant.points, recorder);
  let failure = new RunFailure('point-unreachable', 'No measurement point answered.').failure;
  for (const [i, point] of ranked.entries()) {
    if (i > 0) recorder.record({ kind: 'flagged', flag: 'point-changed' });
    try {
      return { receipt: await measure(point, grant, { recorder, page }), failure: null };
    } catch (error) {
      failure = toFailure(error);
    }
  }
  return { receipt: null, failure };
};

const measure = async (
  point: Point,
  { ticket, plan }: Grant,
  { recorder, page }: { readonly recorder: Recorder; readonly page: DatagramPage },
): Promise<string | null> => {
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

const toFailure = (error: unknown): Failure =>
  (error instanceof RunFailure ? error : new RunFailure('point-lost', String(error))).failure;
