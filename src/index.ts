/** Public browser entry: classes and types. Importing it registers nothing; see `define.ts`. */
export { ISpeedTestElement } from './element/i-speed-test-element.ts';
export { FailureEvent, ResultEvent, SnapshotEvent, StartEvent, SubmittedEvent } from './element/events.ts';
export type { Failure, FailureCode } from './protocol/failure.ts';
export type { Flag } from './protocol/flag.ts';
export type { PlanName } from './protocol/plan.ts';
export type { Latency, Result, Throughput } from './protocol/result.ts';
export type { Snapshot } from './protocol/snapshot.ts';
export type { Accepted, ResultState } from './protocol/submission.ts';
