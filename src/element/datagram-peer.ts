import { DATAGRAM_BYTES, DATAGRAM_COUNT, DATAGRAM_GAP_MS } from '../protocol/datagrams.ts';
import type { DatagramCommand, DatagramReport } from '../protocol/messages.ts';

interface Peer {
  readonly answer: (sdp: string) => void;
  /** Ends it and says the count. */
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
      if (report.type === 'answer') return peer?.answer(report.sdp);
      close();
      if (report.type === 'connect') peer = connect(say);
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
  const close = () => {
    clearInterval(timer);
    if (connection.connectionState === 'closed') return;
    connection.close();
    say({ type: 'datagrams', sent, echoed: echoed.size });
  };
  const channel = connection.createDataChannel('', { ordered: false, maxRetransmits: 0 });
  channel.binaryType = 'arraybuffer';
  channel.onopen = () => {
    say({ type: 'open' });
    timer = setInterval(() => {
      if (sent === DATAGRAM_COUNT || channel.readyState !== 'open') return clearInterval(timer);
      datagram[0] = sent++;
      channel.send(datagram);
    }, DATAGRAM_GAP_MS);
  };
  channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    echoed.add(new Uint32Array(data)[0]!);
    if (echoed.size === DATAGRAM_COUNT) close();
  };
  // The candidates need not be in the offer: the point learns the browser's address from the first packet.
  connection.setLocalDescription().then(
    () => say({ type: 'offer', sdp: connection.localDescription!.sdp }),
    () => undefined,
  );
  return {
    answer: (sdp) => void connection.setRemoteDescription({ type: 'answer', sdp }).catch(() => undefined),
    close,
  };
};
