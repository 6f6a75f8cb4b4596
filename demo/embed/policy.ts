import type { Point } from '../../src/protocol/point.ts';
import type { Choice } from './choice.ts';

/** What `GET /v1/points` says of a point that a policy has to know. */
export type PointAddresses = Pick<Point, 'url' | 'url4' | 'url6'>;

/** What a page needs beside its own, by who needs it: each has its own consequence where it is missing. */
export interface Needs {
  readonly script: readonly string[];
  readonly worker: readonly string[];
  readonly frame: readonly string[];
  readonly collector: readonly string[];
  readonly points: readonly string[];
  readonly sockets: readonly string[];
  readonly families: readonly string[];
}

/** Names of the policies that the script makes; asked for where the page has `require-trusted-types-for 'script'`. */
export const TRUSTED_TYPES = ['lit-html', 'i-speed-test'] as const;

/** The source that means one origin. A policy cannot name an IPv6 address, only its port. */
export const sourceOf = (address: string): string => {
  const { origin, protocol, hostname, port } = new URL(address);
  return hostname.startsWith('[') ? `${protocol}//*${port && `:${port}`}` : origin;
};

/** http → ws, https → wss. */
export const socketOf = (address: string): string => address.replace(/^http/, 'ws');

const unique = (sources: readonly string[]): readonly string[] => [...new Set(sources)];

const NOTHING: Needs = { script: [], worker: [], frame: [], collector: [], points: [], sockets: [], families: [] };

export const needsOf = (choice: Choice, points: readonly PointAddresses[]): Needs => {
  const collector = [sourceOf(choice.collector)];
  if (choice.form === 'iframe') return { ...NOTHING, frame: collector };
  return {
    ...NOTHING,
    collector,
    script: collector,
    worker: [choice.form === 'own-worker' ? `'self'` : 'blob:'],
    points: unique(points.map(({ url }) => sourceOf(url))),
    sockets: unique(points.map(({ url }) => socketOf(sourceOf(url)))),
    families: unique(points.flatMap(({ url4, url6 }) => [url4, url6].filter((one) => one !== null).map(sourceOf))),
  };
};

export interface PolicyLine {
  readonly directive: string;
  readonly sources: readonly string[];
}

/** The lines to add to a page's Content-Security-Policy, and nothing more. */
export const policyLines = (choice: Choice, points: readonly PointAddresses[]): readonly PolicyLine[] => {
  const { script, worker, frame, collector, families } = needsOf(choice, points);
  // A point's own two together, as people read them.
  const measured =
    choice.form === 'iframe' ? [] : points.flatMap(({ url }) => [sourceOf(url), socketOf(sourceOf(url))]);
  return [
    { directive: 'script-src', sources: script },
    { directive: 'worker-src', sources: worker },
    { directive: 'connect-src', sources: unique([...collector, ...measured, ...families]) },
    { directive: 'frame-src', sources: frame },
  ].filter(({ sources }) => sources.length > 0);
};

/** Asked for beside them where the page has `require-trusted-types-for 'script'`; a frame asks for nothing. */
export const trustedTypesLine = ({ form }: Choice): PolicyLine | null =>
  form === 'iframe' ? null : { directive: 'trusted-types', sources: TRUSTED_TYPES };

/** As a header has it. */
export const headerText = (lines: readonly PolicyLine[]): string =>
  lines.map(({ directive, sources }) => [directive, ...sources].join(' ')).join('; ');
