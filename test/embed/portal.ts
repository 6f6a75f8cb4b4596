import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { listen } from '../../src/node/listen.ts';

const banner = readFileSync(join(import.meta.dirname, '../../demo/portal/banner.svg'));

export interface PortalPage {
  readonly head?: string;
  readonly content: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Served as `/app.js`. */
  readonly script?: string;
}

/** A portal's page around a snippet, with the portal's own banner; nothing in it is ours. */
const htmlOf = ({ head = '', content }: PortalPage): string => `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Cổng thông tin</title>
<link rel="icon" href="data:,">${head}</head>
<body><h1>Cổng thông tin</h1><main><div class="noi-dung">${content}</div></main><footer>Chân trang</footer></body>
</html>`;

/** Serves the page at every path but those of its files, as a CMS does. */
export const servePortal = async (
  page: PortalPage,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> => {
  const html = htmlOf(page);
  return listen(
    () =>
      createServer((request, response) => {
        const path = request.url ?? '/';
        const [type, body] =
          path === '/banner-cu.png'
            ? ['image/svg+xml', banner]
            : path === '/app.js'
              ? ['text/javascript', page.script ?? '']
              : ['text/html; charset=utf-8', html];
        response.writeHead(200, { ...page.headers, 'content-type': type });
        response.end(body);
      }),
    { host: '127.0.0.1', port: 0 },
  );
};
