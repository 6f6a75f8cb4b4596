import type { Browser } from '../drive/page.ts';
import type { DevToolsPage } from '../drive/browser.ts';
import { servePage } from '../drive/page-server.ts';

/** What a page of the lab asks for, by the names that the lab answers with. */
export const REQUESTS = {
  script: 'https://collector.test/dist/entry.js',
  part: 'https://collector.test/dist/later/part.js',
  frame: 'https://collector.test/embed.html',
  blobWorker: 'blob:',
  fileWorker: '/js/engine-worker.js',
  collector: 'https://collector.test/v1/tests',
  point: 'https://point.test:8443/v1/ping',
  socket: 'wss://point.test:8443/v1/control',
  plainSocket: 'ws://point.test:8080/v1/control',
  plainPoint: 'http://point.test:8080/v1/ping',
  ownSocket: 'wss://portal.test/own',
} as const;
export type RequestName = keyof typeof REQUESTS;

/** An https page may not ask for these at all, whatever its policy says. */
const PLAIN: readonly RequestName[] = ['plainSocket', 'plainPoint'];

/** The page, and what of it the browser's policy forbade. */
export interface Lab {
  readonly blocked: (page: LabPage) => Promise<ReadonlySet<RequestName>>;
  readonly close: () => Promise<void>;
}

export interface LabPage {
  readonly scheme: 'http' | 'https';
  readonly policies: readonly string[];
  /** Of the script's tag. */
  readonly nonce: string | null;
}

export const requestsOf = ({ scheme }: LabPage): readonly RequestName[] =>
  (Object.keys(REQUESTS) as RequestName[]).filter((name) => scheme === 'http' || !PLAIN.includes(name));

/**
 * A page of `http(s)://portal.test` that no server serves: DevTools answers for every address, so that a policy can be tried on an
 * https page without a certificate. What the policy forbids is forbidden before anybody is asked.
 */
export const openLab = async (browser: Browser): Promise<Lab> => {
  const { origin, close } = await servePage('<!doctype html>');
  const page = (await browser.open(`${origin}/`)) as DevToolsPage;
  let current: LabPage = { scheme: 'http', policies: [], nonce: null };
  page.on(({ method, params }) => {
    if (method !== 'Fetch.requestPaused') return;
    const { requestId, request } = params as { requestId: string; request: { url: string } };
    const { hostname, pathname } = new URL(request.url);
    const isPage = hostname === 'portal.test' && pathname.startsWith('/page');
    const headers = [
      ['access-control-allow-origin', '*'],
      ['content-type', isPage || pathname.endsWith('.html') ? 'text/html' : 'text/javascript'],
      ...(isPage ? current.policies.map((policy) => ['content-security-policy', policy]) : []),
    ].map(([name, value]) => ({ name: name!, value: value! }));
    const body = Buffer.from(isPage ? pageOf(current) : '').toString('base64');
    void page.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders: headers, body });
  });
  await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: LISTENER });
  let serial = 0;
  return {
    blocked: async (labPage) => {
      current = labPage;
      const address = `${labPage.scheme}://portal.test/page${++serial}`;
      await page.send('Page.navigate', { url: address });
      await page.until(`location.href === '${address}' && document.readyState === 'complete'`);
      const seen = await page.evaluate<readonly (readonly [string, string])[]>(askAll(requestsOf(labPage)));
      const own = (name: RequestName) => new URL(REQUESTS[name], address).href;
      return new Set(
        requestsOf(labPage).filter((name) =>
          // Of a frame Chromium names the origin only.
          seen.some(([directive, uri]) =>
            name === 'frame' ? directive === 'frame-src' : uri === (name === 'blobWorker' ? 'blob' : own(name)),
          ),
        ),
      );
    },
    close: async () => {
      await page.close();
      await close();
    },
  };
};

const pageOf = ({ nonce }: LabPage): string =>
  `<!doctype html><script src="${REQUESTS.script}"${nonce === null ? '' : ` nonce="${nonce}"`}></script>
  <iframe src="${REQUESTS.frame}"></iframe>`;

const LISTENER = `if (window === top) {
  window.seen = [];
  document.addEventListener('securitypolicyviolation', ({ disposition, effectiveDirective, blockedURI }) => {
    if (disposition === 'enforce') window.seen.push([effectiveDirective, blockedURI]);
  });
}`;

/** Everything that is not in the page's HTML already, and what was refused of all. */
const askAll = (names: readonly RequestName[]): string => `(async () => {
  const part = (src) => new Promise((done) => {
    document.head.append(Object.assign(document.createElement('script'), { src, onload: done, onerror: done }));
  });
  // Policies are asked in the constructor; what becomes of the worker or the socket after that is of no interest.
  const worker = (url) => void new Worker(url);
  const socket = (url) => void new WebSocket(url);
  const asks = {
    part,
    blobWorker: () => worker(URL.createObjectURL(new Blob(['']))), fileWorker: worker,
    collector: fetch, point: fetch, plainPoint: fetch,
    socket, plainSocket: socket, ownSocket: socket,
  };
  const all = ${JSON.stringify(REQUESTS)};
  const names = ${JSON.stringify(names)};
  await Promise.allSettled(names.map(async (name) => asks[name]?.call(window, all[name])));
  await new Promise((resolve) => setTimeout(resolve, 50));
  return window.seen;
})()`;
