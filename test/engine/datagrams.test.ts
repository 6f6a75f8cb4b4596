import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { type DatagramPage, startDatagrams } from '../../src/engine/datagrams.ts';
import { Recorder } from '../../src/engine/recorder.ts';
import type { DatagramCommand, DatagramReport } from '../../src/protocol/messages.ts';

/** A page as the engine sees it: what it was told, and what it does when it hears a message. */
const pageThat = (on: (report: DatagramReport, command: (command: DatagramCommand) => void) => void) => {
  const heard: string[] = [];
  let hear: (command: DatagramCommand) => void = () => undefined;
  const page: DatagramPage = {
    listen: (listener) => (hear = listener),
    say: (report) => {
      heard.push(report.type);
      on(report, (command) => hear(command));
    },
  };
  return { page, heard };
};

const later = (ms: number, act: () => void): void => void setTimeout(act, ms);

/** Runs a loss measurement against a point whose answer to an offer has this status; what was recorded, and what the page heard. */
const countWith = async (status: number, on: Parameters<typeof pageThat>[0]) => {
  const server = createServer((_, response) => void response.writeHead(status).end('answer')).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { page, heard } = pageThat(on);
  const recorder = new Recorder(() => performance.now());
  const point = { id: 'a', name: 'A', scope: 'exchange', operator: 'X', url, url4: null, url6: null } as const;
  await startDatagrams(point, 'ticket', page).count(recorder, 10);
  server.close();
  return { heard, recorded: recorder.log };
};

describe('the loss measurement', () => {
  it('records the count that the page tells', async () => {
    const { heard, recorded } = await countWith(200, ({ type }, say) => {
      if (type === 'connect') say({ type: 'offer', sdp: 'offer' });
      if (type === 'answer') say({ type: 'open' });
      if (type === 'count') later(100, () => say({ type: 'datagrams', sent: 100, echoed: 98 }));
    });
    assert.deepEqual(
      recorded.map(({ kind, ...rest }) => ({ kind, ...rest, at: 0 })),
      [{ kind: 'datagrams', sent: 100, echoed: 98, at: 0 }],
    );
    assert.equal(heard.at(-1), 'hang-up');
  });

  it('waits for a page that opens its channel only when idle latency is known', async () => {
    const { recorded } = await countWith(200, ({ type }, say) => {
      if (type === 'connect') say({ type: 'offer', sdp: 'offer' });
      if (type === 'count') {
        later(150, () => say({ type: 'open' }));
        later(700, () => say({ type: 'datagrams', sent: 100, echoed: 100 }));
      }
    });
    assert.equal(recorded.length, 1);
  });

  it('goes on without where UDP does not pass: the channel never opens', async () => {
    const { heard, recorded } = await countWith(200, ({ type }, say) => {
      if (type === 'connect') say({ type: 'offer', sdp: 'offer' });
    });
    assert.deepEqual(recorded, []);
    assert.equal(heard.at(-1), 'hang-up');
  });

  it('goes on without where the page is too busy to count', async () => {
    const { heard, recorded } = await countWith(200, ({ type }, say) => {
      if (type === 'connect') say({ type: 'offer', sdp: 'offer' });
      if (type === 'answer') say({ type: 'open' });
    });
    assert.deepEqual(recorded, []);
    assert.equal(heard.at(-1), 'hang-up');
  });

  it('goes on without where the point measures no loss', async () => {
    const { heard, recorded } = await countWith(501, ({ type }, say) => {
      if (type === 'connect') say({ type: 'offer', sdp: 'offer' });
    });
    assert.deepEqual(recorded, []);
    assert.deepEqual(heard, ['connect', 'count', 'hang-up']);
  });

  it('asks a page without WebRTC, which makes no offer, for no count', async () => {
    const { heard, recorded } = await countWith(200, () => undefined);
    assert.deepEqual(recorded, []);
    assert.deepEqual(heard, ['connect', 'hang-up']);
  });
});
