import { listMatches } from './match-source.ts';
import { type Fetched, hasKeyword, type Policy, rulingDirective } from './policies.ts';

/** A script as a policy looks at it. */
export interface ScriptRequest {
  readonly url: URL;
  readonly nonce: string | null;
  readonly integrity: string | null;
  /** Whether the tag stands in the page; a script that another script adds is not asked for more under 'strict-dynamic'. */
  readonly isInPage: boolean;
}

/** Whether one policy lets a page of `self` load a script (CSP 3, 6.7.1.1). */
export const allowsScript = (policy: Policy, script: ScriptRequest, self: URL): boolean => {
  const ruling = rulingDirective(policy, 'script-src');
  if (!ruling) return true;
  const { sources } = ruling;
  if (script.nonce !== null && script.nonce !== '' && sources.includes(`'nonce-${script.nonce}'`)) return true;
  if (script.integrity !== null && sources.includes(`'${script.integrity}'`)) return true;
  if (hasKeyword(sources, "'strict-dynamic'")) return !script.isInPage;
  return listMatches(sources, script.url, self);
};

/** Whether it lets the page start a worker of this address; `blob:` addresses count as their scheme. */
export const allowsWorker = (policy: Policy, url: URL, self: URL): boolean => {
  const ruling = rulingDirective(policy, 'worker-src');
  if (!ruling) return true;
  return hasKeyword(ruling.sources, "'strict-dynamic'") || listMatches(ruling.sources, url, self);
};

export const allowsConnection = (policy: Policy, url: URL, self: URL): boolean =>
  allows(policy, 'connect-src', url, self);

export const allowsFrame = (policy: Policy, url: URL, self: URL): boolean => allows(policy, 'frame-src', url, self);

/** Whether a framed page of `self` lets a page of that origin be around it (CSP 3, 6.4.2). */
export const allowsAncestor = (policy: Policy, origin: URL, self: URL): boolean => {
  const sources = policy.get('frame-ancestors');
  return !sources || listMatches(sources, origin, self);
};

const allows = (policy: Policy, fetched: Fetched, url: URL, self: URL): boolean => {
  const ruling = rulingDirective(policy, fetched);
  return !ruling || listMatches(ruling.sources, url, self);
};
