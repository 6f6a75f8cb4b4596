import { join } from 'node:path';
import type { Contender } from '../contender.ts';
import { ndt7Upgrade } from '../servers/ndt7-sockets.ts';
import { sendFile } from '../servers/send-file.ts';
import { sendPage } from '../servers/send-page.ts';

/** Download as the client measured it, upload as the server did: what M-Lab's own site shows. */
export const ndt7: Contender = {
  name: 'ndt7',
  needs: ['node_modules/@m-lab/ndt7/src/ndt7.js'],
  contents: (peersDir) => ({
    answer: (_request, response, url) =>
      url.pathname === '/'
        ? sendPage(response, '<script src="/ndt7.js"></script>')
        : sendFile(response, join(peersDir, 'node_modules/@m-lab/ndt7/src'), url.pathname),
    upgrade: ndt7Upgrade(),
  }),
  run: `new Promise((resolve, reject) => {
    let down = null;
    let up = null;
    ndt7.test(
      {
        server: location.host,
        protocol: 'ws',
        userAcceptedDataPolicy: true,
        downloadworkerfile: '/ndt7-download-worker.js',
        uploadworkerfile: '/ndt7-upload-worker.js',
      },
      {
        error: (message) => reject(new Error(String(message))),
        downloadComplete: ({ LastClientMeasurement }) => { down = LastClientMeasurement?.MeanClientMbps * 1e6; },
        uploadComplete: ({ LastServerMeasurement }) => {
          const { BytesReceived, ElapsedTime } = LastServerMeasurement?.TCPInfo ?? {};
          up = (BytesReceived * 8) / (ElapsedTime / 1e6);
        },
      },
    ).then(() => resolve({ down, up }), reject);
  })`,
};
