import type { Recording } from '../../src/protocol/observation.ts';
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
  /** The point's compact JWS. */
  readonly receipt: string | null;
}
