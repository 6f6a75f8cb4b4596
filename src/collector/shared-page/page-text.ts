import type { Access } from '../../protocol/access.ts';
import type { ENGINE_FLAGS } from '../../protocol/flag.ts';
import type { IpFamily, Scope } from '../../protocol/point.ts';
import type { Doubt, Finding } from './finding.ts';

/** Every word of the pages for people. A language that lacks one does not compile. */
export interface PageText {
  /** `og:locale` */
  readonly openGraphLocale: string;
  /** The other language and its own name for itself. */
  readonly other: { readonly language: 'vi' | 'en'; readonly name: string };
  readonly service: string;
  readonly title: string;
  readonly when: (time: string, date: string) => string;
  readonly simulated: string;
  readonly partial: string;

  readonly download: string;
  readonly upload: string;
  readonly latency: string;
  readonly idle: string;
  readonly whileDownloading: string;
  readonly whileUploading: string;
  readonly notMeasured: string;
  readonly margin: (share: string) => string;
  readonly marginWide: string;

  /** The check that was made for this very answer: its outcome, and why. */
  readonly check: {
    readonly outcome: Readonly<Record<Finding['kind'], string>>;
    readonly exactly: string;
    readonly nearly: string;
    readonly doubt: Readonly<Record<Doubt, string>>;
    /** What a point's signature can stand for, and what not. */
    readonly reach: string;
    readonly madeAt: (when: string) => string;
    readonly evidence: string;
  };

  readonly details: string;
  readonly operator: string;
  readonly province: string;
  readonly accessBy: string;
  readonly access: Readonly<Record<Access, string>>;
  readonly ipv6: string;
  readonly ipv6Ability: Readonly<Record<'works' | 'fails' | 'unknown', string>>;
  readonly measuredBy: string;
  readonly family: Readonly<Record<IpFamily, string>>;
  readonly point: string;
  readonly scope: Readonly<Record<Scope, string>>;
  readonly loss: string;
  readonly testId: string;
  readonly notes: string;
  readonly flag: Readonly<Record<(typeof ENGINE_FLAGS)[number], string>>;
  /** What this page is, and that it knows nothing of who measured. */
  readonly about: string;

  /** What a message that carries the address shows. */
  readonly preview: {
    readonly rates: (download: string, upload: string) => string;
    readonly latency: (ms: string) => string;
    readonly outcome: Readonly<Record<Finding['kind'], string>>;
  };
  readonly missing: { readonly title: string; readonly perhaps: readonly string[] };
}
