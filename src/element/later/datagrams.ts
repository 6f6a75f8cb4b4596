import { DATAGRAM_BYTES, DATAGRAM_COUNT, DATAGRAM_GAP_MS } from '../../protocol/datagrams.ts';
import type { DatagramCommand, DatagramReport } from '../../protocol/messages.ts';
import type { Millis } from '../../protocol/units.ts';

interface Peer {
  readonly answer: (sdp: string) => void;
  /** Says the count this long after the last datagram was sent. */
  readonly count: (waitMs: Millis) => void;
  readonly close: () => void;
}

/** Does what the engine asks of the page for its datagrams: connects, sends them, notes which came back. Call `close` at the end. */
export const createDatagramPeer = (say: (command: DatagramCommand) => void) => {
  let peer: Peer | null = null;
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
        if (report.type === 'connect') peer = connect(say);
      }
    },
  };
};

/** Null where the browser has no WebRTC, or does not let this page have it. */
const connect = (say: (command: DatagramCommand) => void): Peer | null => {
  let connection: RTCPeerConnection;
  try {
    connection = new RTCPeerConnection();
  } catch {
    return null;
  }
  const datagram = new Uint32Array(DATAGRAM_BYTES / 4);
  const echoed = new Set<number>();
  let sent = 0;
  let timer = 0;
  const channel = connection.createDataChannel('', { ordered: false, maxRetransmits: 0 });
  channel.binaryType = 'arraybuffer';
  let allSent: () => void;
  const whenSent = new Promise<void>((resolve) => (allSent = resolve));
  const tell = () => say({ type: 'datagrams', sent, echoed: echoed.size });

  channel.onopen = () => {
    say({ type: 'open' });
    const from = performance.now();
    timer = setInterval(() => {
      // Timers run late, a little each time: two at once make up for it, more would be a burst.
      const due = Math.min((performance.now() - from) / DATAGRAM_GAP_MS, sent + 2, DATAGRAM_COUNT);
      while (sent < due && channel.readyState === 'open') {
        datagram[0] = sent++;
        channel.send(datagram);
      }
      if (sent === DATAGRAM_COUNT) {
        clearInterval(timer);
        allSent();
      }
    }, DATAGRAM_GAP_MS);
  };
  channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    if (echoed.add(new Uint32Array(data)[0]!).size === DATAGRAM_COUNT) tell();
  };
  // The candidates need not be in the offer: the point learns the browser's address from the first packet.
  connection.setLocalDescription().then(
    () => say({ type: 'offer', sdp: connection.localDescription!.sdp }),
    () => undefined,
  );
  return {
    answer: (sdp) => void connection.setRemoteDescription({ type: 'answer', sdp }).catch(() => undefined),
    count: (waitMs) => void whenSent.then(() => setTimeout(tell, waitMs)),
    close: () => {
      channel.onopen = null; // may be on its way; nobody would end the timer it starts
      clearInterval(timer);
      connection.close();
    },
  };
};
