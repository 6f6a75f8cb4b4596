import type { Server as HttpServer } from 'node:http';
import { createServer, connect, type Socket } from 'node:net';
import { listen } from '../../src/node/listen.ts';

/** Tokens are handed out this often: finer than the engine's readings, coarse enough to cost nothing. */
const TICK_MS = 5;

/**
 * A line of a given rate in front of a server, on loopback: every connection's bytes wait for their share, each way. It has no
 * delay and no queue of its own; for links that behave like links there is the lab.
 */
export const slowLine = async (
  target: { readonly host: string; readonly port: number },
  { bitsPerSecond }: { readonly bitsPerSecond: number },
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> => {
  const down = pacer(bitsPerSecond);
  const up = pacer(bitsPerSecond);
  const make = () =>
    createServer({ pauseOnConnect: true }, (near) => {
      const far = connect(target);
      // Who has gone away gets nothing more; what the server has sent before it closed still arrives, as on a line.
      near.on('close', () => far.destroy());
      far.on('error', () => near.destroy());
      pass(near, far, up);
      pass(far, near, down);
    }) as unknown as HttpServer;
  const { port, close } = await listen(make, { host: '127.0.0.1', port: 0 });
  return {
    port,
    close: async () => {
      down.stop();
      up.stop();
      await close();
    },
  };
};

interface Pacer {
  /** Asks for at most `bytes`; resolves with how many may pass now. */
  readonly take: (bytes: number) => Promise<number>;
  readonly stop: () => void;
}

const pacer = (bitsPerSecond: number): Pacer => {
  const waiting: { bytes: number; go: (bytes: number) => void }[] = [];
  let credit = 0;
  let last = performance.now();
  const serve = () => {
    // In turn, a small piece each, so that no connection starves another.
    while (credit >= 1 && waiting.length > 0) {
      const next = waiting.shift()!;
      const granted = Math.min(next.bytes, Math.ceil(credit), 16_384);
      credit -= granted;
      next.go(granted);
    }
  };
  const timer = setInterval(() => {
    const now = performance.now();
    // What nobody asked for is lost, as on a line; what a late tick of a busy machine held back is not.
    credit = Math.min(credit, (bitsPerSecond / 8000) * 4 * TICK_MS) + (bitsPerSecond / 8000) * (now - last);
    last = now;
    serve();
  }, TICK_MS);
  return {
    take: (bytes) =>
      new Promise((go) => {
        waiting.push({ bytes, go });
        serve(); // what is left of a tick is not lost: one connection alone can fill the line
      }),
    stop: () => clearInterval(timer),
  };
};

/** One direction of one connection: nothing is read that may not be passed on yet. */
const pass = (from: Socket, to: Socket, { take }: Pacer): void => {
  const end = () => {
    from.destroy();
    to.destroy();
  };
  from.on('error', end);
  const pump = async () => {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length;) {
        const granted = await take(chunk.length - at);
        if (to.destroyed) return;
        if (!to.write(chunk.subarray(at, at + granted)))
          await new Promise((go) => to.once('drain', go).once('close', go));
        at += granted;
      }
    }
    to.end();
  };
  void pump().catch(end);
};
