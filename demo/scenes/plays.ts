import { failure, type FailureCode } from '../../src/protocol/failure.ts';
import { emptyResult } from '../../src/protocol/result.ts';
import type { Snapshot } from '../../src/protocol/snapshot.ts';
import { GOOD_LINE, HALF_A_TEST, SNAPSHOTS, type Told, WEAK_LINE, WITHOUT_IPV6 } from './lines.ts';

/** What a scripted engine does; `scripted-worker.js` reads it from its own address. */
export interface Play {
  /** Throws as its script begins, or never says `ready`. */
  readonly begins?: 'throwing' | 'silent';
  /** Shown once it was started, at once. */
  readonly snapshots?: readonly Snapshot[];
  /** How it ends; without it the run goes on for ever. */
  readonly ends?: Told | 'crash';
}

const measured = (ends: Told): Play => ({ snapshots: [SNAPSHOTS.download, SNAPSHOTS.upload], ends });

export const COMPLETE = measured(GOOD_LINE);
export const WEAK = measured(WEAK_LINE);
export const PARTIAL = measured(HALF_A_TEST);
export const NO_IPV6 = measured(WITHOUT_IPV6);
export const CRASHES: Play = { ends: 'crash' };
export const BLOCKED: Play = { begins: 'throwing' };
export const SILENT: Play = { begins: 'silent' };
/** Started, and nothing to tell yet. */
export const STARTED: Play = {};

/** Stands still in a phase. */
export const holding = (phase: Snapshot['phase']): Play => ({ snapshots: [SNAPSHOTS[phase]] });

/** The engine gives up. */
export const failing = (code: FailureCode): Play => ({
  ends: emptyResult('failed', failure(code, `scripted ${code}`)),
});
