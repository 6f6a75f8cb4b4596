import { join } from 'node:path';
import { randomBlock } from '../../../src/point/random-block.ts';
import type { Contender } from '../contender.ts';
import { dropBody } from '../servers/drop-body.ts';
import { sendBytes } from '../servers/send-bytes.ts';
import { sendFile } from '../servers/send-file.ts';

/** Size of its file `downloading`, which is sent from memory here. */
const DOWNLOADING_BYTES = 30 * 1024 * 1024;

const HEADERS = { 'cache-control': 'no-store', 'content-type': 'application/octet-stream' };

/** Its own page, started with Enter; defaults throughout, its overhead factor of 1.04 too. */
export const openspeedtest: Contender = {
  name: 'openspeedtest',
  needs: ['openspeedtest/index.html', 'openspeedtest/assets/js/app-2.5.4.min.js'],
  contents: (peersDir) => ({
    answer: (request, response, url) => {
      const path = url.pathname === '/' ? '/index.html' : url.pathname;
      if (path === '/downloading') {
        response.writeHead(200, { ...HEADERS, 'content-length': DOWNLOADING_BYTES });
        return sendBytes(response, randomBlock, DOWNLOADING_BYTES);
      }
      if (request.method === 'POST' || path === '/upload')
        return dropBody(request, () => {
          response.writeHead(200, { ...HEADERS, 'content-length': 0 });
          response.end();
        });
      return sendFile(response, join(peersDir, 'openspeedtest'), path);
    },
  }),
  // It has no event for its end; the link to the result carries the numbers with three decimals.
  run: `new Promise((resolve, reject) => {
    document.dispatchEvent(new KeyboardEvent('keypress', { key: 'Enter' }));
    const looking = setInterval(() => {
      if (document.getElementById('oDoLiveSpeed')?.textContent === 'Network Error') {
        clearInterval(looking);
        return reject(new Error('Network Error'));
      }
      const link = document.getElementById('resultsData')?.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
      if (!link?.includes('&d=')) return;
      clearInterval(looking);
      const numbers = new URL(link).searchParams;
      resolve({ down: Number(numbers.get('d')) * 1e6, up: Number(numbers.get('u')) * 1e6 });
    }, 100);
  })`,
};
