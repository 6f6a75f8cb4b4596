import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { listen } from '../../src/node/listen.ts';

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
  readonly port: number;
  /** Its path from now on. */
  readonly publish: (page: PortalPage) => string;
  readonly close: () => Promise<void>;
}

/** A web server with a banner and the pages that are published on it. */
export const startPortal = async (): Promise<Portal> => {
  const pages: PortalPage[] = [];
  const answer = (path: string): readonly [status: number, type: string, body: string | Buffer, page?: PortalPage] => {
    if (path === '/banner-cu.png') return [200, 'image/svg+xml', banner];
    const [, number = '', file] = /^\/trang\/(\d+)\/(app\.js)?$/.exec(path) ?? [];
    const page = pages[Number(number)];
    if (number === '' || page === undefined) return [404, 'text/plain', 'Không có trang này'];
    if (file !== undefined) return [200, 'text/javascript', page.script ?? '', page];
    return [200, 'text/html; charset=utf-8', htmlOf(page), page];
  };
  const { port, close } = await listen(
    () =>
      createServer((request, response) => {
        const [status, type, body, page] = answer(request.url ?? '/');
        response.writeHead(status, { ...page?.headers, 'content-type': type });
        response.end(body);
      }),
    { host: '127.0.0.1', port: 0 },
  );
  return { port, publish: (page) => `/trang/${pages.push(page) - 1}/`, close };
};
