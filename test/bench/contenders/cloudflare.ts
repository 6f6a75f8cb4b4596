import { join } from 'node:path';
import type { Contender } from '../contender.ts';
import { dropBody } from '../servers/drop-body.ts';
import { sendBytes } from '../servers/send-bytes.ts';
import { sendFile } from '../servers/send-file.ts';
import { sendPage } from '../servers/send-page.ts';

/** Its client reads bodies as text; its own servers send the digit nought. */
const NOUGHTS = Buffer.alloc(256 * 1024, '0');

/** Its default sequence without packet loss, which would need a TURN server. */
const MEASUREMENTS = [
  ['latency', 2],
  ['download', 1e5, 1, 'bypassMinDuration'],
  ['latency', 20],
  ['download', 1e5, 9],
  ['download', 1e6, 8],
  ['upload', 1e5, 8],
  ['upload', 1e6, 6],
  ['download', 1e7, 6],
  ['upload', 1e7, 4],
  ['download', 2.5e7, 4],
  ['upload', 2.5e7, 4],
  ['download', 1e8, 3],
  ['upload', 5e7, 3],
  ['download', 2.5e8, 2],
] as const;

/** Between two sizes it looks at the latency again. */
const PROBE = { type: 'latency', numPackets: 2 };

const measurements = MEASUREMENTS.flatMap(([type, amount, count, bypass], i) =>
  type === 'latency'
    ? [{ type, numPackets: amount }]
    : [...(i > 3 ? [PROBE] : []), { type, bytes: amount, count, ...(bypass ? { bypassMinDuration: true } : {}) }],
);

/** Nothing is reported to its makers: the address for results is null, and the namespaces lead nowhere. */
export const cloudflare: Contender = {
  name: 'cloudflare',
  needs: ['node_modules/@cloudflare/speedtest/dist/speedtest.js'],
  contents: (peersDir) => ({
    answer: (request, response, url) => {
      const arrivedAt = performance.now();
      const headers = () => ({
        'cache-control': 'no-store',
        'content-type': 'application/octet-stream',
        'timing-allow-origin': '*',
        'server-timing': `cfRequestDuration;dur=${(performance.now() - arrivedAt).toFixed(3)}`,
      });
      switch (url.pathname) {
        case '/':
          return sendPage(
            response,
            '<script type="module">import SpeedTest from "/speedtest.js"; window.SpeedTest = SpeedTest;</script>',
          );
        case '/__down': {
          const total = Number(url.searchParams.get('bytes') ?? 0);
          response.writeHead(200, { ...headers(), 'content-length': total });
          return sendBytes(response, NOUGHTS, total);
        }
        case '/__up':
          return dropBody(request, () => {
            response.writeHead(200, { ...headers(), 'content-length': 2 });
            response.end('ok');
          });
        default:
          return sendFile(response, join(peersDir, 'node_modules/@cloudflare/speedtest/dist'), url.pathname);
      }
    },
  }),
  run: `new Promise((resolve, reject) => {
    const test = new SpeedTest({
      autoStart: false,
      downloadApiUrl: location.origin + '/__down',
      uploadApiUrl: location.origin + '/__up',
      logAimApiUrl: null,
      logMeasurementApiUrl: null,
      turnServerUri: null,
      turnServerCredsApiUrl: null,
      measurements: ${JSON.stringify(measurements)},
    });
    test.onError = (error) => reject(new Error(String(error)));
    test.onFinish = (results) =>
      resolve({ down: results.getDownloadBandwidth() ?? null, up: results.getUploadBandwidth() ?? null });
    test.play();
  })`,
};
