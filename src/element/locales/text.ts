import type { Use, Verdict } from '../../estimator/rating.ts';
import type { FailureCode } from '../../protocol/failure.ts';
import type { ENGINE_FLAGS } from '../../protocol/flag.ts';
import type { IpFamily, PointScope } from '../../protocol/point.ts';
import type { ResultState } from '../../protocol/submission.ts';
import type { Snapshot } from '../../protocol/snapshot.ts';

/** Failures a person can meet in the card; `declined` leads back to the beginning without a word. */
export type ShownFailure = Exclude<FailureCode, 'declined'>;

/** A failure as people read it. */
export interface FailureText {
  readonly sentence: string;
  readonly advice: string;
}

/** Every word the element shows. A language that lacks one does not compile. */
export interface Text {
  readonly title: string;
  readonly intro: string;
  readonly start: string;
  readonly again: string;
  readonly retry: string;
  readonly cancel: string;
  readonly agree: string;
  readonly refuse: string;
  /** What a test costs on a usual line, and at the most. */
  readonly cost: (typical: string, line: string, most: string) => string;

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
  readonly partial: string;
  readonly summary: (download: string, upload: string, latency: string) => string;
  readonly notMeasured: string;
  readonly margin: (share: string) => string;
  readonly marginWide: string;
  readonly idle: string;
  readonly whileDownloading: string;
  readonly whileUploading: string;
  readonly jitter: string;
  readonly goodFor: string;
  readonly use: Readonly<Record<Use, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly ipv6: Readonly<Record<'works' | 'fails' | 'unknown', { readonly title: string; readonly meaning: string }>>;
  readonly details: string;
  readonly loss: string;
  readonly point: string;
  readonly scope: Readonly<Record<PointScope, string>>;
  readonly operator: string;
  readonly connection: string;
  readonly family: Readonly<Record<IpFamily, string>>;
  readonly notes: string;
  /** What the collector finds is told by `delivery`: its flags are for those who audit. */
  readonly flag: Readonly<Record<(typeof ENGINE_FLAGS)[number], string>>;
  readonly delivery: Readonly<Record<'sending' | 'kept' | 'refused' | 'private' | ResultState, string>>;

  readonly failed: string;
  readonly failure: Readonly<Record<ShownFailure, FailureText>>;
  readonly forWebmaster: string;
}
