import type { DatagramCommand, DatagramReport } from '../protocol/messages.ts';
import type { DatagramPeer } from './later/datagrams.ts';
import { readyPart } from './part-shelf.ts';

/** Does what the engine asks of the page for its datagrams: connects, sends them, notes which came back. Call `close` at the end. */
export const createDatagramPeer = (say: (command: DatagramCommand) => void) => {
  let peer: DatagramPeer | null = null;
  const close = () => {
    peer?.close();
    peer = null;
  };
  return {
    close,
    hear: (report: DatagramReport) => {
      if (report.type === 'answer') peer?.answer(report.sdp);
      else if (report.type === 'count') peer?.count(report.waitMs);
      else {
        close();
        if (report.type === 'connect') peer = readyPart('datagrams')?.connect(say) ?? null;
      }
    },
  };
};
