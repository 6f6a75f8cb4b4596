import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** A file of a folder; 404 where there is none. */
export const sendFile = (response: ServerResponse, folder: string, path: string): void => {
  readFile(join(folder, normalize(join('/', decodeURIComponent(path))))).then(
    (body) => {
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-length': body.length, 'cache-control': 'no-store' });
      response.end(body);
    },
    () => {
      response.writeHead(404, { 'content-length': 0 });
      response.end();
    },
  );
};
