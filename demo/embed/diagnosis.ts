import type { Choice } from './choice.ts';
import type { PageFacts } from './page-facts.ts';
import type { Policy } from './policies.ts';
import type { PointAddresses } from './policy.ts';

/** What a page can have against the test. */
export type FindingKind =
  | 'mixed-content'
  | 'mixed-points'
  | 'upgraded'
  | 'sandbox-scripts'
  | 'sandbox-origin'
  | 'script'
  | 'script-nonce'
  | 'integrity-policy'
  | 'trusted-types'
  | 'parts'
  | 'worker'
  | 'worker-coep'
  | 'frame'
  | 'frame-coep'
  | 'frame-ancestors'
  | 'collector'
  | 'points'
  | 'sockets'
  | 'families'
  | 'permissions';

export interface Finding {
  readonly kind: FindingKind;
  /** `blocks`: no test, or none that ends well. `limits`: the test runs, with less. `check`: the page's headers cannot tell. */
  readonly severity: 'blocks' | 'limits' | 'check';
  readonly cure: Cure | null;
}

/** A directive as it should read, in the page's nth policy. */
export interface Cure {
  readonly policy: number;
  readonly directive: string;
  readonly values: readonly string[];
  /** Those of the values that are missing now. */
  readonly added: readonly string[];
}

/** How the test will run: the first step of the ladder that the page allows. */
export type Rung = 'worker-file' | 'blob-worker' | 'iframe' | 'banner' | 'nothing';

export interface PagePolicy {
  readonly policy: Policy;
  readonly where: 'header' | 'meta';
}

export interface Diagnosis {
  readonly rung: Rung;
  readonly findings: readonly Finding[];
  /** The page's policies, as {@link Cure} counts them. */
  readonly policies: readonly PagePolicy[];
}

/** What is to be embedded. */
export interface Embedding {
  readonly choice: Choice;
  readonly points: readonly PointAddresses[];
  /** The script's hash. */
  readonly integrity: string;
  /** The collector's page for iframes, as it answers; null where nobody could look. */
  readonly frame?: PageFacts | null;
}

export const blocks = (kind: FindingKind, cure: Cure | null = null): Finding => ({ kind, severity: 'blocks', cure });
export const limits = (kind: FindingKind, cure: Cure | null = null): Finding => ({ kind, severity: 'limits', cure });
