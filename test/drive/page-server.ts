import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { listen, originOf } from '../../src/node/listen.ts';

const dist = join(import.meta.dirname, '../../dist');

export interface ServedPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answer {
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Serves one page and the built scripts from an origin of their own, as a portal would; `files` of its own by path, HTML but for `.js`. */
export const servePage = (
  html: string,
  headers: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> =>
  servePages((path) => {
    const own = path === '/' ? html : files[path];
    return own === undefined ? undefined : { html: own, headers };
  });

/** The same for many pages, by path. */
export const servePages = async (
  pageAt: (path: string) => ServedPage | undefined,
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> => {
  const serve = async (path: string): Promise<Answer> => {
    if (path.startsWith('/dist/'))
      return { type: 'text/javascript', body: await readFile(join(dist, path.slice('/dist/'.length)), 'utf8') };
    const page = pageAt(path);
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    return { type, body: page?.html ?? '', headers: page?.headers };
  };
  const { port, close } = await listen(
    () =>
      createServer((request, response) => {
        void serve(request.url ?? '/').then(({ type, body, headers }) => {
          response.writeHead(body === '' ? 204 : 200, { ...headers, 'content-type': type });
          response.end(body);
        });
      }),
    { host: '127.0.0.1', port: 0 },
  );
  return { origin: originOf('127.0.0.1', port), close };
};

/** A page with the element and nothing else; attributes are escaped. */
export const elementPage = (
  attributes: Readonly<Record<string, string | undefined>>,
  script = '/dist/i-speed-test.min.js',
): string => {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const list = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${escape(value)}"`],
  );
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Đo tốc độ</title><link rel="icon" href="data:,"><script src="${escape(script)}"></script>
<main><i-speed-test ${list.join(' ')}></i-speed-test></main></html>`;
};
