import type { Flag } from '../protocol/flag.ts';
import type { EndReason, Observation, Phase } from '../protocol/observation.ts';
import type { PointScope } from '../protocol/point.ts';
import type { ByteSample, ReceiptClaims } from '../protocol/receipt.ts';
import type { Millis } from '../protocol/units.ts';
import type { DatagramCount } from './loss.ts';

/** All that was seen of one phase. */
export interface PhaseLog {
  readonly beganAt: Millis;
  readonly ended: { readonly reason: EndReason; readonly countedMs: Millis } | null;
  /** Readings of the receiver's counter, in order. */
  readonly samples: readonly ByteSample[];
  readonly roundTrips: readonly { readonly at: Millis; readonly ms: Millis }[];
  /** The most connections so far, and when the last one was added. */
  readonly streams: number;
  readonly streamsAddedAt: Millis;
}

export type FamilyProbe = Omit<Extract<Observation, { kind: 'family-probed' }>, 'kind' | 'at'>;

/** What is known at one instant: the observations, sorted by what they are about. Numbers are derived from it on demand. */
export interface Estimate {
  readonly point: { readonly id: string; readonly scope: PointScope } | null;
  readonly phase: Phase | null;
  readonly phases: Readonly<Partial<Record<Phase, PhaseLog>>>;
  readonly families: readonly FamilyProbe[];
  readonly datagrams: DatagramCount | null;
  readonly flags: readonly Flag[];
  readonly receipt: ReceiptClaims | null;
}

export const initialEstimate: Estimate = {
  point: null,
  phase: null,
  phases: {},
  families: [],
  datagrams: null,
  flags: [],
  receipt: null,
};

const inPhase = (state: Estimate, change: (log: PhaseLog) => Partial<PhaseLog>): Estimate => {
  const log = state.phase && state.phases[state.phase];
  return log ? { ...state, phases: { ...state.phases, [state.phase]: { ...log, ...change(log) } } } : state;
};

/**
 * The next state of knowledge; pure. Readings come ten times a second, so copying a phase's few dozen of them is cheaper than
 * the care that shared buffers would need.
 */
export const observe = (state: Estimate, seen: Observation): Estimate => {
  switch (seen.kind) {
    case 'point-chosen':
      return { ...initialEstimate, flags: state.flags, point: { id: seen.pointId, scope: seen.scope } };
    case 'phase-began': {
      const log: PhaseLog = {
        beganAt: seen.at,
        ended: null,
        samples: [],
        roundTrips: [],
        streams: 0,
        streamsAddedAt: seen.at,
      };
      return { ...state, phase: seen.phase, phases: { ...state.phases, [seen.phase]: log } };
    }
    case 'phase-ended': {
      const ended = inPhase(state, () => ({ ended: { reason: seen.reason, countedMs: seen.countedMs } }));
      return { ...ended, phase: null };
    }
    case 'streams':
      return inPhase(state, () => ({ streams: seen.count, streamsAddedAt: seen.at }));
    case 'bytes':
      return inPhase(state, ({ samples }) => ({ samples: [...samples, { at: seen.at, bytes: seen.bytes }] }));
    case 'round-trip':
      return inPhase(state, ({ roundTrips }) => ({ roundTrips: [...roundTrips, { at: seen.at, ms: seen.ms }] }));
    case 'family-probed':
      return { ...state, families: [...state.families, seen] };
    case 'datagrams':
      return { ...state, datagrams: { sent: seen.sent, echoed: seen.echoed } };
    case 'flagged':
      return state.flags.includes(seen.flag) ? state : { ...state, flags: [...state.flags, seen.flag] };
    case 'receipt':
      return { ...state, receipt: seen.claims };
    default:
      seen satisfies never;
      return state;
  }
};
