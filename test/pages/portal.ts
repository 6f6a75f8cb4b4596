import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DevToolsPage } from '../drive/browser.ts';
import type { Browser } from '../drive/page.ts';
import { serveAnswers } from '../drive/page-server.ts';

const WORKER = readFileSync(join(import.meta.dirname, '../../dist/engine-worker.js'));

/** A page of the portal, and what its server says about it. */
export interface PortalPage {
  /** What stands in its body. */
  readonly html: string;
  readonly head?: string;
  readonly css?: string | null;
  readonly headers: readonly (readonly [string, string])[];
}

/** A portal with the engine's worker on its own server, and a tab that looks at it. */
export interface Portal {
  readonly origin: string;
  /** The whole page, as a doctor would read it. */
  readonly htmlOf: (page: PortalPage) => string;
  /** Loads a page; what its policy forbids is in `window.violations`, what else goes wrong in `window.troubles`. */
  readonly show: (page: PortalPage) => Promise<DevToolsPage>;
  readonly close: () => Promise<void>;
}

const LISTENER = `
  window.violations = [];
  window.troubles = [];
  document.addEventListener('securitypolicyviolation', ({ disposition, effectiveDirective, blockedURI }) => {
    if (disposition === 'enforce') violations.push(effectiveDirective + ' ' + blockedURI);
  });
  addEventListener('error', ({ message }) => troubles.push(message));
  addEventListener('unhandledrejection', ({ reason }) => troubles.push(String(reason)));
`;

const htmlOf = ({ html, head = '' }: PortalPage): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8">${head}<title>Cổng thông tin</title>
<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/portal.css"></head><body><main>${html}</main></body></html>`;

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"/>';

export const openPortal = async (browser: Browser): Promise<Portal> => {
  let current: PortalPage = { html: '', headers: [] };
  const answer = (path: string): readonly [type: string, body: string | Buffer] => {
    if (path.startsWith('/page')) return ['text/html; charset=utf-8', htmlOf(current)];
    if (path === '/js/engine-worker.js') return ['text/javascript', WORKER];
    if (path === '/portal.css') return ['text/css', current.css ?? ''];
    return ['image/svg+xml', SVG];
  };
  const { origin: local, close } = await serveAnswers((path) => {
    const [type, body] = answer(path);
    return { type, body, headers: current.headers }; // as most servers are set up: the same on everything, the worker's file too
  });
  const origin = local.replace('127.0.0.1', 'portal.test');
  const tab = (await browser.open(`${origin}/page`)) as DevToolsPage;
  await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: LISTENER });
  let serial = 0;
  return {
    origin,
    htmlOf,
    show: async (page) => {
      current = page;
      const address = `${origin}/page${++serial}`;
      await tab.send('Page.navigate', { url: address });
      await tab.until(`location.href === '${address}' && document.readyState === 'complete'`);
      return tab;
    },
    close: async () => {
      await tab.close();
      await close();
    },
  };
};
