import { join } from 'node:path';
import { serveDownload } from '../../../src/point/download.ts';
import { Session } from '../../../src/point/session.ts';
import { serveUpload } from '../../../src/point/upload.ts';
import type { ByteSample } from '../../../src/protocol/receipt.ts';
import type { TicketClaims } from '../../../src/protocol/ticket.ts';
import type { Contender } from '../contender.ts';
import { sendFile } from '../servers/send-file.ts';
import { sendPage } from '../servers/send-page.ts';

/** A ticket that allows everything. */
const CLAIMS: TicketClaims = {
  iss: 'i-speed-test-collector',
  jti: '00000000-0000-7000-8000-000000000000',
  iat: 0,
  exp: Number.MAX_SAFE_INTEGER,
  site: null,
  attributed: false,
  context: 'citizen',
  kiosk: null,
  asn: null,
  plan: 'standard',
  points: [],
  maxDownloadBytes: Number.MAX_SAFE_INTEGER,
  maxUploadBytes: Number.MAX_SAFE_INTEGER,
};

/** Not an engine: the point's own byte paths and a browser, with a fixed window; what any engine could reach here. */
export const plain: Contender = {
  name: 'plain',
  needs: [],
  contents: () => {
    const session = new Session('', CLAIMS, { ipFamily: 4, operator: null }, () => performance.now());
    const readings: ByteSample[] = [];
    session.onUploadReading((reading) => readings.push(reading));
    return {
      answer: (request, response, url) => {
        switch (url.pathname) {
          case '/':
            return sendPage(response, '');
          case '/v1/download':
            return serveDownload(request, response, session);
          case '/v1/upload':
            return serveUpload(request, response, session);
          case '/readings':
            response.writeHead(200, { 'content-type': 'application/json' });
            return void response.end(JSON.stringify(readings));
          default:
            return sendFile(response, join(import.meta.dirname, '../pages'), 'plain-worker.js');
        }
      },
    };
  },
  run: `new Promise((resolve, reject) => {
    const worker = new Worker('/plain-worker.js');
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data));
  })`,
};
