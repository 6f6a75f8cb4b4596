import { type Failure, failure } from '../protocol/failure.ts';
import type { Snapshot } from '../protocol/snapshot.ts';
import type { Grant } from '../protocol/ticket.ts';
import type { PanelName } from './later/panel.ts';
import type { ShownFailure } from './locales/text.ts';
import type { RunState } from './run-controller.ts';
import type { RunEnd } from './run-test.ts';

export type VisibleFailure = Failure & { readonly code: ShownFailure };

/** What the element shows now, with what it needs for that. */
export type View =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | {
      readonly kind: 'running';
      readonly snapshot: Snapshot | null;
      readonly grant: Grant | null;
      /** For another test to end. */
      readonly isWaiting?: boolean;
    }
  | { readonly kind: 'finished'; readonly snapshot: Snapshot | null; readonly end: RunEnd; readonly explained: boolean }
  | { readonly kind: 'failed'; readonly failure: VisibleFailure }
  | { readonly kind: 'panel'; readonly name: PanelName }
  /** The element's own children; a sentence above them where somebody pressed the button in vain. */
  | { readonly kind: 'fallback'; readonly failure: VisibleFailure | null };

export interface Circumstances {
  /** What is wrong with the attributes. */
  readonly mistake: Failure | null;
  readonly run: RunState;
  readonly isAsking: boolean;
  /** The panel somebody has opened. */
  readonly panel: PanelName | null;
  /** The engine's worker is known not to start on this page. */
  readonly isBlocked: boolean;
  /** The page put something into the element. */
  readonly hasFallback: boolean;
}

const BLOCKED = failure('engine-blocked', 'The engine’s worker cannot start on this page.');

export const chooseView = (circumstances: Circumstances): View => {
  const { mistake, run, isAsking, panel, isBlocked, hasFallback } = circumstances;
  if (run.status === 'running') return { ...run, kind: 'running' };
  if (mistake) return { kind: 'failed', failure: visible(mistake) };
  if (panel) return { kind: 'panel', name: panel };
  if (isAsking) return { kind: 'asking' };
  if (run.status === 'idle') {
    if (!isBlocked) return { kind: 'idle' };
    return hasFallback ? { kind: 'fallback', failure: null } : { kind: 'failed', failure: visible(BLOCKED) };
  }
  const { result } = run.end;
  if (result.outcome !== 'failed') return { ...run, kind: 'finished' };
  const why = visible(result.failure);
  return hasFallback && why.code === 'engine-blocked'
    ? { kind: 'fallback', failure: why }
    : { kind: 'failed', failure: why };
};

/** A run is never declined once it runs, and a failed one has a reason; an engine that breaks this rule has crashed. */
const visible = (why: Failure | null): VisibleFailure =>
  why && why.code !== 'declined'
    ? { code: why.code, message: why.message }
    : { code: 'engine-crashed', message: 'The run failed without a reason.' };
