import type { Access } from '../../protocol/access.ts';
import type { FailureCode } from '../../protocol/failure.ts';
import type { Snapshot } from '../../protocol/snapshot.ts';

/** Failures a person can meet in the card; `declined` leads back to the beginning without a word. */
export type ShownFailure = Exclude<FailureCode, 'declined'>;

/** A failure as people read it. */
export interface FailureText {
  readonly sentence: string;
  readonly advice: string;
}

/**
 * Every word that may be needed before the first result. A language that lacks one does not compile; {names} in braces are filled in by
 * {@link import('../../page/fill.ts').fill}. Plain data, so that a language can also be a file of its own.
 */
export interface Text {
  readonly title: string;
  readonly intro: string;
  readonly start: string;
  readonly again: string;
  readonly retry: string;
  readonly cancel: string;
  readonly agree: string;
  readonly refuse: string;
  /** What a test costs on a usual line, and at the most: {typical}, {line}, {most}. */
  readonly cost: string;
  /** The saver plan: {most}. */
  readonly agreeSaver: string;
  /** Said before the button on mobile and metered lines. */
  readonly metered: string;

  readonly asking: {
    readonly title: string;
    readonly what: string;
    readonly whatLong: string;
    readonly never: string;
    readonly neverLong: string;
    readonly why: string;
    readonly whyLong: string;
    readonly keep: string;
    readonly keepLong: string;
    readonly data: string;
  };

  /** Another test of this page, or of another tab, is not over yet. */
  readonly waiting: string;
  readonly preparing: string;
  readonly phase: Readonly<Record<Snapshot['phase'], string>>;
  /** The same three as short labels of steps. */
  readonly latency: string;
  readonly download: string;
  readonly upload: string;
  readonly progress: string;
  readonly dataUsed: string;
  readonly elapsed: string;

  readonly megabitsPerSecond: string;
  readonly seconds: string;

  readonly finished: string;
  /** {download}, {upload}, {latency}. */
  readonly summary: string;
  readonly notMeasured: string;

  readonly province: string;
  readonly noProvince: string;
  readonly access: Readonly<Record<Access, string>>;
  readonly noAccess: string;
  readonly change: string;
  readonly history: string;

  readonly failed: string;
  readonly failure: Readonly<Record<ShownFailure, FailureText>>;
  readonly forWebmaster: string;
}
