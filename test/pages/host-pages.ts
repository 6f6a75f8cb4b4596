/** Where the test of a host page ends up. */
export type Rung = 'page' | 'iframe' | 'banner';

/** What differs between host pages; the rest is what the README tells a webmaster to write. */
export interface Host {
  readonly is: string;
  /** The lines of the page's policy; none without it. `C` stands for the collector, `P` for the points. */
  readonly policy?: readonly string[];
  /** Of the script tag: from the collector unless the portal has it; an altered one is pinned, and the portal's. */
  readonly script?: 'own' | 'pinned' | 'altered';
  readonly attributes?: string;
  readonly site?: string;
  /** The page with the element stands in an iframe of the portal's, with this `sandbox`. */
  readonly sandbox?: string;
  readonly expected: Rung;
  /** What the console tells the webmaster. */
  readonly told?: RegExp;
}

/** What a careful portal has anyway. */
const STRICT = [`default-src 'self'`, `img-src 'self' data:`, `object-src 'none'`, `base-uri 'none'`];
const DOCUMENTED = [...STRICT, `script-src C`, `connect-src C P`];

export const HOSTS: readonly Host[] = [
  { is: 'without a policy', expected: 'page' },
  {
    is: 'with a strict policy and the lines of the README',
    policy: [...DOCUMENTED, 'worker-src blob:'],
    expected: 'page',
  },
  {
    is: `with worker-src 'self' and the worker's file`,
    policy: [...STRICT, `script-src 'self'`, `connect-src C P`, `worker-src 'self'`],
    script: 'own',
    attributes: 'worker-src="/dist/engine-worker.js"',
    expected: 'page',
  },
  {
    is: `with worker-src 'self' and a worker's file that is not there`,
    policy: [...DOCUMENTED, `worker-src 'self' blob:`],
    attributes: 'worker-src="/not-there.js"',
    expected: 'page',
    told: /worker-src=.+not-there\.js.+does not start/,
  },
  {
    is: 'without blob:, where the collector may be framed',
    policy: [...DOCUMENTED, `worker-src 'self'`, 'frame-src C'],
    expected: 'iframe',
    told: /\(worker-src\).+Add: worker-src blob:.+Meanwhile the test runs in an iframe of/,
  },
  {
    is: 'without blob: and without frames',
    policy: [...DOCUMENTED, `worker-src 'self'`],
    expected: 'banner',
    told: /\(worker-src\).+Add: frame-src http:\/\/collector\./,
  },
  {
    is: 'without blob:, whose origin the site did not register',
    policy: [...DOCUMENTED, `worker-src 'self'`, 'frame-src C'],
    site: 'somebody-else',
    expected: 'banner',
  },
  {
    is: 'with Trusted Types and the policies of the README',
    policy: [
      ...DOCUMENTED,
      'worker-src blob:',
      `require-trusted-types-for 'script'`,
      'trusted-types lit-html i-speed-test',
    ],
    expected: 'page',
  },
  {
    is: 'with Trusted Types and no policy allowed',
    policy: [...DOCUMENTED, 'worker-src blob:', `require-trusted-types-for 'script'`, `trusted-types 'none'`],
    expected: 'banner',
  },
  { is: 'in a sandboxed iframe without an origin', sandbox: 'allow-scripts', expected: 'page' },
  { is: 'with a pinned script of another origin', script: 'pinned', expected: 'page' },
  { is: 'with a pinned script of which one byte was altered', script: 'altered', expected: 'banner' },
  { is: 'whose policy allows no script of the collector', policy: [`script-src 'self'`], expected: 'banner' },
];
