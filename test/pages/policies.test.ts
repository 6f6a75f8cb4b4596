import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { allowsConnection, allowsFrame, allowsScript, allowsWorker } from '../../demo/embed/allows.ts';
import { type Policy, parsePolicies } from '../../demo/embed/policies.ts';
import { launchEngine } from '../drive/launch-engine.ts';
import type { Browser } from '../drive/page.ts';
import { type Lab, type LabPage, openLab, type RequestName, REQUESTS, requestsOf } from './policy-lab.ts';

/** A third of a second each. */
const PAGES = 60;

/**
 * Sources with every part that can matter. Not `collector.test:443` on an http page: the two halves of Chromium do not agree on it
 * (a request may go there, a frame may not), and we take the stricter one.
 */
const POOL = [
  ...["'self'", "'none'", '*', 'http:', 'https:', 'ws:', 'wss:', 'blob:', 'data:'],
  ...[
    'collector.test',
    'COLLECTOR.test',
    '*.test',
    '*.collector.test',
    'http://collector.test',
    'https://collector.test',
  ],
  ...['collector.test:80', 'http://collector.test:80', 'https://collector.test:*', 'https://*'],
  ...['https://collector.test/', 'https://collector.test/dist/', 'https://collector.test/dist/entry.js'],
  ...['https://collector.test/dist/%65ntry.js', 'https://collector.test/dist', 'collector.test/v1/'],
  ...[
    'point.test',
    'point.test:8443',
    'point.test:*',
    'https://point.test:8443',
    'wss://point.test:8443',
    'https://*:8443',
  ],
  ...[
    'http://point.test:8080',
    'ws://point.test:8080',
    'http://*:8080',
    'http://point.test:8443',
    'ws://point.test:8443',
  ],
  ...[
    'http://[::1]:8080',
    'portal.test',
    'https://portal.test',
    'http://portal.test',
    'ws://portal.test',
    'not a source!',
  ],
  ...["'unsafe-inline'", "'nonce-abc'", "'nonce-other'", "'strict-dynamic'", "'STRICT-dynamic'", "'sha256-AAAA'"],
];
const DIRECTIVES = [
  ...['default-src', 'script-src', 'script-src-elem', 'worker-src', 'child-src', 'connect-src', 'frame-src', 'img-src'],
];

const policyText = fc
  .array(fc.tuple(fc.constantFrom(...DIRECTIVES), fc.array(fc.constantFrom(...POOL), { maxLength: 4 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.map(([name, sources]) => [name, ...sources].join(' ')).join('; '));

const labPage: fc.Arbitrary<LabPage> = fc.record({
  scheme: fc.constantFrom('http', 'https'),
  policies: fc.array(policyText, { minLength: 1, maxLength: 2 }),
  nonce: fc.constantFrom(null, 'abc'),
});

/** What we say that a browser blocks. */
const saidBlocked = (page: LabPage): ReadonlySet<RequestName> => {
  const self = new URL(`${page.scheme}://portal.test/page`);
  const policies = page.policies.flatMap(parsePolicies);
  const allows = (policy: Policy, name: RequestName): boolean => {
    const url = new URL(REQUESTS[name], self);
    switch (name) {
      case 'script':
        return allowsScript(policy, { url, nonce: page.nonce, integrity: null, isInPage: true }, self);
      case 'part':
        return allowsScript(policy, { url, nonce: null, integrity: null, isInPage: false }, self);
      case 'frame':
        return allowsFrame(policy, url, self);
      case 'blobWorker':
      case 'fileWorker':
        return allowsWorker(policy, url, self);
      default:
        return allowsConnection(policy, url, self);
    }
  };
  return new Set(requestsOf(page).filter((name) => policies.some((policy) => !allows(policy, name))));
};

describe('what the doctor thinks a policy blocks', () => {
  let browser: Browser;
  let lab: Lab;
  before(async () => {
    browser = await launchEngine('chromium');
    lab = await openLab(browser);
  });
  after(async () => {
    await lab.close();
    await browser.close();
  });

  const agrees = async (page: LabPage) => {
    const [said, seen] = [saidBlocked(page), await lab.blocked(page)];
    assert.deepEqual([...said].sort(), [...seen].sort(), JSON.stringify(page, null, 1));
  };

  it('is what Chromium blocks, whatever the policy', async () => {
    for (const page of fc.sample(labPage, { numRuns: PAGES, seed: 6 })) await agrees(page);
  });
});
