import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { listen, originOf } from '../../src/node/listen.ts';

const dist = join(import.meta.dirname, '../../dist');

export interface ServedPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a server says to a path. */
export interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Buffer;
  /** The same name may come twice, as the policies of a page do. */
  readonly headers?: readonly (readonly [name: string, value: string])[] | undefined;
}

/** An origin of its own. */
export interface PageServer {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves one page and the built scripts from an origin of their own, as a portal would; `files` of its own by path, HTML but for `.js`. */
export const servePage = (
  html: string,
  headers: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<PageServer> =>
  servePages((path) => {
    const own = path === '/' ? html : files[path];
    return own === undefined ? undefined : { html: own, headers };
  });

/** The same for many pages, by path. */
export const servePages = (pageAt: (path: string) => ServedPage | undefined): Promise<PageServer> =>
  serveAnswers(async (path) => {
    if (path.startsWith('/dist/'))
      return { type: 'text/javascript', body: await readFile(join(dist, path.slice('/dist/'.length))) };
    const { html, headers = {} } = pageAt(path) ?? { html: '' };
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    return { status: html === '' ? 204 : 200, type, body: html, headers: Object.entries(headers) };
  });

/** Answers by path and nothing else, for pages that are not ours. */
export const serveAnswers = async (answerTo: (path: string) => Answer | Promise<Answer>): Promise<PageServer> => {
  const answer = async ({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status = 200, type, body, headers = [] } = await answerTo(url);
    for (const [name, value] of headers) response.appendHeader(name, value);
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };
  const { port, close } = await listen(() => createServer((request, response) => void answer(request, response)), {
    host: '127.0.0.1',
    port: 0,
  });
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
