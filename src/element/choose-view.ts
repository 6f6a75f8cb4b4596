import { type Failure, failure } from '../protocol/failure.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import type { Grant } from '../protocol/ticket.ts';
import type { ShownFailure } from './locales/text.ts';
import type { RunState } from './run-controller.ts';
import type { RunEnd } from './run-test.ts';

export type VisibleFailure = Failure & { readonly code: ShownFailure };

/** What the element shows now, with what it needs for that. */
export type View =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'running'; readonly snapshot: Snapshot | null; readonly grant: Grant | null }
  | { readonly kind: 'finished'; readonly snapshot: Snapshot | null; readonly end: RunEnd; readonly explained: boolean }
  | { readonly kind: 'failed'; readonly failure: VisibleFailure }
  /** The element's own children; a sentence above them where somebody pressed the button in vain. */
  | { readonly kind: 'banner'; readonly failure: VisibleFailure | null };

export interface Circumstances {
  /** What is wrong with the attributes. */
  readonly mistake: Failure | null;
  readonly run: RunState;
  readonly isAsking: boolean;
  /** The engine's worker is known not to start on this page. */
  readonly isBlocked: boolean;
  /** The page put something into the element. */
  readonly hasBanner: boolean;
}

const BLOCKED = failure('engine-blocked', 'The engine’s worker cannot start on this page.');

export const chooseView = ({ mistake, run, isAsking, isBlocked, hasBanner }: Circumstances): View => {
  if (run.status === 'running') return { kind: 'running', snapshot: run.snapshot, grant: run.grant };
  if (mistake) return { kind: 'failed', failure: visible(mistake) };
  if (isAsking) return { kind: 'asking' };
  if (run.status === 'idle') {
    if (!isBlocked) return { kind: 'idle' };
    return hasBanner ? { kind: 'banner', failure: null } : { kind: 'failed', failure: visible(BLOCKED) };
  }
  const { result } = run.end;
  if (result.outcome !== 'failed')
    return { kind: 'finished', snapshot: run.snapshot, end: run.end, explained: run.explained };
  const why = visible(result.failure);
  return hasBanner && why.code === 'engine-blocked'
    ? { kind: 'banner', failure: why }
    : { kind: 'failed', failure: why };
};

/** A run is never declined once it runs, and a failed one has a reason; an engine that breaks this rule has crashed. */
const visible = (why: Failure | null): VisibleFailure =>
  why && why.code !== 'declined'
    ? { code: why.code, message: why.message }
    : { code: 'engine-crashed', message: 'The run failed without a reason.' };
