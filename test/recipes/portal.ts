import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, serveAnswers } from '../drive/page-server.ts';

const banner = readFileSync(join(import.meta.dirname, '../../demo/portal/banner.svg'));

export interface PortalPage {
  readonly head?: string;
  readonly content: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Served as `app.js` beside the page. */
  readonly script?: string;
}

/** A portal's page around a snippet; nothing in it is ours. */
const htmlOf = ({ head = '', content }: PortalPage): string => `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Cổng thông tin</title>
<link rel="icon" href="data:,">${head}</head>
<body><h1>Cổng thông tin</h1><main><div class="noi-dung">${content}</div></main><footer>Chân trang</footer></body>
</html>`;

export interface Portal {
  /** By the address of this machine. */
  readonly origin: string;
  /** Its path from now on. */
  readonly publish: (page: PortalPage) => string;
  readonly close: () => Promise<void>;
}

/** A web server with a banner and the pages that are published on it. */
export const startPortal = async (): Promise<Portal> => {
  const pages: PortalPage[] = [];
  const { origin, close } = await serveAnswers((path): Answer => {
    if (path === '/banner-cu.png') return { type: 'image/svg+xml', body: banner };
    const [, number = '', file] = /^\/trang\/(\d+)\/(app\.js)?$/.exec(path) ?? [];
    const page = pages[Number(number)];
    if (number === '' || page === undefined) return { status: 404, type: 'text/plain', body: 'Không có trang này' };
    const headers = Object.entries(page.headers ?? {});
    if (file !== undefined) return { type: 'text/javascript', body: page.script ?? '', headers };
    return { type: 'text/html; charset=utf-8', body: htmlOf(page), headers };
  });
  return { origin, publish: (page) => `/trang/${pages.push(page) - 1}/`, close };
};
