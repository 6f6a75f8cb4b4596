import type { ServerResponse } from 'node:http';

/** A page with nothing in it but scripts. */
export const sendPage = (response: ServerResponse, scripts: string): void => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,">${scripts}</html>`,
  );
};
