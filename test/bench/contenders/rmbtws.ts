import { join } from 'node:path';
import type { Contender } from '../contender.ts';
import { dropBody } from '../servers/drop-body.ts';
import { rmbtUpgrade } from '../servers/rmbt-sockets.ts';
import { sendFile } from '../servers/send-file.ts';
import { sendPage } from '../servers/send-page.ts';

/** What RTR's control server says to a browser: seven seconds a direction, and as many connections as its client knows to use. */
const registration = (host: string) => {
  const { hostname, port } = new URL(`http://${host}`);
  return {
    client_remote_ip: '10.77.0.1',
    provider: 'lab',
    test_server_encryption: false,
    test_server_name: 'lab',
    test_server_address: hostname,
    test_server_port: Number(port),
    test_numthreads: '5',
    test_duration: '7',
    test_wait: 0,
    test_token: '00000000-0000-0000-0000-000000000000_0_0',
    test_uuid: '00000000-0000-0000-0000-000000000000',
    open_test_uuid: 'O00000000-0000-0000-0000-000000000000',
    test_id: 0,
    result_url: '/RMBTControlServer/result',
  };
};

/** In a worker, as on RTR's own site, with its log switched off. The ES module: the package's `main` has lost the test. */
export const rmbtws: Contender = {
  name: 'rmbtws',
  needs: ['rmbtws/dist/esm/rmbtws.js'],
  contents: (peersDir) => ({
    answer: (request, response, url) => {
      const json = (value: object) =>
        dropBody(request, () => {
          response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
          response.end(JSON.stringify(value));
        });
      switch (url.pathname) {
        case '/':
          return sendPage(response, '');
        case '/worker.js':
          return sendFile(response, join(import.meta.dirname, '../pages'), 'rmbtws-worker.js');
        case '/RMBTControlServer/testRequest':
          return json(registration(request.headers.host ?? ''));
        case '/RMBTControlServer/requestDataCollector':
          return json({ agent: 'Chrome', product: 'Chrome', version: '1' });
        case '/RMBTControlServer/result':
          return json({});
        default:
          return sendFile(response, join(peersDir, 'rmbtws/dist/esm'), url.pathname);
      }
    },
    upgrade: rmbtUpgrade(),
  }),
  run: `new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js', { type: 'module' });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data));
  })`,
};
