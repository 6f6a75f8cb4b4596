import { join } from 'node:path';
import { randomBlock } from '../../../src/point/random-block.ts';
import type { Contender } from '../contender.ts';
import { dropBody } from '../servers/drop-body.ts';
import { sendBytes } from '../servers/send-bytes.ts';
import { sendFile } from '../servers/send-file.ts';
import { sendPage } from '../servers/send-page.ts';

/** Its backend counts chunks of this size. */
const CHUNK_BYTES = 1024 * 1024;

const HEADERS = { 'cache-control': 'no-store', 'content-type': 'application/octet-stream' };

/** Defaults throughout, its overhead factor of 1.06 too; telemetry is off by default. */
export const librespeed: Contender = {
  name: 'librespeed',
  needs: ['librespeed/speedtest.js', 'librespeed/speedtest_worker.js'],
  contents: (peersDir) => ({
    answer: (request, response, url) => {
      switch (url.pathname) {
        case '/':
          return sendPage(response, '<script src="/speedtest.js"></script>');
        case '/backend/garbage.php': {
          const total = Number(url.searchParams.get('ckSize') ?? 4) * CHUNK_BYTES;
          response.writeHead(200, { ...HEADERS, 'content-length': total });
          return sendBytes(response, randomBlock, total);
        }
        case '/backend/empty.php':
          return dropBody(request, () => {
            response.writeHead(200, { ...HEADERS, 'content-length': 0 });
            response.end();
          });
        case '/backend/getIP.php':
          response.writeHead(200, { 'content-type': 'application/json' });
          return void response.end(JSON.stringify({ processedString: '10.77.0.1', rawIspInfo: '' }));
        default:
          return sendFile(response, join(peersDir, 'librespeed'), url.pathname);
      }
    },
  }),
  run: `new Promise((resolve, reject) => {
    const test = new Speedtest();
    let last = null;
    const rate = (text) => (Number.isFinite(Number.parseFloat(text)) ? Number(text) * 1e6 : null);
    test.onupdate = (data) => { last = data; };
    test.onend = (aborted) =>
      aborted ? reject(new Error('aborted')) : resolve({ down: rate(last.dlStatus), up: rate(last.ulStatus) });
    test.start();
  })`,
};
