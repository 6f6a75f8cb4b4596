import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replay } from '../../src/estimator/replay.ts';
import { type Observation, type Recording, unpackRecording } from '../../src/protocol/observation.ts';
import type { ReceiptClaims } from '../../src/protocol/receipt.ts';
import type { Result } from '../../src/protocol/result.ts';
import type { BitsPerSecond, Millis } from '../../src/protocol/units.ts';

/** One run over an emulated link: what was posted, and what the link could carry while it was measured. */
export interface Trace {
  /** Name of the link in test/lab/links.ts. */
  readonly link: string;
  /** What sent the downloads. */
  readonly congestion: string;
  readonly truth: { readonly down: BitsPerSecond; readonly up: BitsPerSecond };
  readonly wallMs: Millis;
  readonly result: Result;
  readonly recording: Recording;
  /** What the point signed. */
  readonly receipt: ReceiptClaims;
}

/** The traces of a folder by file name. */
export const readTraces = (folder = import.meta.dirname): ReadonlyMap<string, Trace> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Trace]),
  );

/** The result of what was observed, as the estimator sees it today. */
export const replayTrace = ({ recording, receipt, result }: Trace): Result => {
  const { testId, startedAt, plan, failure } = result;
  const log: Observation[] = [...unpackRecording(recording), { kind: 'receipt', at: 0, claims: receipt }];
  return replay(log, { testId, startedAt, plan, failure });
};
