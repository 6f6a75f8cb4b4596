import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Handler } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as v from 'valibot';
import { MonthSchema } from '../protocol/period.ts';
import type { CollectorParts } from './app.ts';
import { byteRange } from './open-data/byte-range.ts';
import { readMonth } from './open-data/catalog.ts';
import { ProblemError } from './problem.ts';
import { parameter, problems } from './route-doc.ts';

const FILE = {
  'text/csv': { schema: { type: 'string' } },
  'application/vnd.apache.parquet': { schema: { type: 'string', format: 'binary' } },
} as const;

export const getOpenFileDoc = describeRoute({
  summary: 'A file of a published month, or a part of it (Range)',
  parameters: [
    parameter('path', 'month', { schema: MonthSchema, description: 'YYYY-MM' }),
    parameter('path', 'file', { schema: v.string(), description: 'As /v1/open-data lists it' }),
  ],
  responses: {
    200: { description: 'The file', content: FILE },
    206: { description: 'The range that was asked for', content: FILE },
    304: { description: 'Still what If-None-Match names' },
    ...problems({
      404: 'There is no such file',
      416: 'The range begins behind the end of the file',
      429: 'Too many requests from this network',
    }),
  },
});

/** `GET /v1/open-data/{month}/{file}`. A name becomes a path only where the month's checksums list it. */
export const getOpenFile =
  ({ limiter, openDataDir }: CollectorParts): Handler =>
  async (context) => {
    await limiter.admit('read', context);
    const { month = '', file: name = '' } = context.req.param();
    const file = readMonth(openDataDir, month)?.files.find((each) => each.name === name);
    if (!file) throw new ProblemError(404, 'No such file is published. /v1/open-data lists those that are.');
    const tag = `"${file.sha256}"`;
    const headers = {
      etag: tag,
      'accept-ranges': 'bytes',
      'content-type': file.mediaType,
      // Files of several months meet in one folder.
      'content-disposition': `attachment; filename="i-speed-test-${month}-${name}"`,
    };
    if (context.req.header('if-none-match')?.includes(tag)) return context.body(null, 304, { etag: tag });
    const asked = [undefined, tag].includes(context.req.header('if-range')) ? context.req.header('range') : undefined;
    const range = byteRange(asked, file.bytes);
    if (range === 'unsatisfiable')
      throw new ProblemError(416, `The file has ${file.bytes} bytes.`, { 'content-range': `bytes */${file.bytes}` });
    const { from, to } = range ?? { from: 0, to: file.bytes - 1 };
    // Nobody would read the file to its end, or close it, for a HEAD.
    const body =
      context.req.method === 'HEAD' ? '' : streamOf(join(openDataDir, month, name), { start: from, end: to });
    const length = { 'content-length': String(to - from + 1) };
    if (range === null) return context.body(body, 200, { ...headers, ...length });
    return context.body(body, 206, { ...headers, ...length, 'content-range': `bytes ${from}-${to}/${file.bytes}` });
  };

const streamOf = (path: string, range: { readonly start: number; readonly end: number }): ReadableStream =>
  Readable.toWeb(createReadStream(path, range)) as ReadableStream<Uint8Array<ArrayBuffer>>;
