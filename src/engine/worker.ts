/// <reference lib="webworker" />
import { resultOf } from '../estimator/result-of.ts';
import { snapshotOf } from '../estimator/snapshot-of.ts';
import type { Command, DatagramCommand, Report } from '../protocol/messages.ts';
import { packRecording } from '../protocol/observation.ts';
import type { Grant } from '../protocol/ticket.ts';
import type { Millis } from '../protocol/units.ts';
import { Recorder } from './recorder.ts';
import { run } from './run.ts';

/** The page gets ten snapshots a second: smooth to the eye, nothing to its main thread. */
const SNAPSHOT_MS: Millis = 100;

/** A timer this late means that the worker stood still: sleep, or a suspended tab. */
const CLOCK_GAP_MS: Millis = 1000;

const scope = self as unknown as DedicatedWorkerGlobalScope;
const tell = (report: Report): void => scope.postMessage(report);

let hearDatagrams: (command: DatagramCommand) => void = () => undefined;

let recorder: Recorder | null = null;
const noteHidden = (hidden: boolean): void => {
  if (hidden) recorder?.record({ kind: 'flagged', flag: 'tab-hidden' });
};

const start = async (grant: Grant): Promise<void> => {
  const memory = (recorder = new Recorder(() => performance.now()));
  let lastTick = memory.now();
  const timer = setInterval(() => {
    const elapsedMs = memory.now();
    if (elapsedMs - lastTick > CLOCK_GAP_MS) memory.record({ kind: 'flagged', flag: 'clock-gap' });
    lastTick = elapsedMs;
    const { latency, upload } = memory.estimate.phases;
    const stage = upload?.ended ? 'finishing' : latency?.ended ? 'latency' : 'choosing';
    tell({ type: 'progress', snapshot: snapshotOf(memory.estimate, { plan: grant.plan, elapsedMs, stage }) });
  }, SNAPSHOT_MS);
  const { receipt, failure } = await run(grant, memory, { say: tell, listen: (hear) => (hearDatagrams = hear) });
  clearInterval(timer);
  const identity = { testId: grant.testId, startedAt: grant.issuedAt, plan: grant.plan.name, failure };
  tell({
    type: 'finished',
    result: resultOf(memory.estimate, identity),
    recording: packRecording(memory.log),
    receipt,
  });
};

scope.onmessage = ({ data }: MessageEvent<Command>) => {
  if (data.type !== 'start' && data.type !== 'visibility') return hearDatagrams(data);
  if (data.type === 'start')
    // Thrown again outside the promise: a page hears of a worker's errors, not of its rejections.
    start(data.grant).catch((error: unknown) =>
      setTimeout(() => {
        throw error;
      }),
    );
  noteHidden(data.hidden);
};

tell({ type: 'ready' });
