import type { IncomingMessage, ServerResponse } from 'node:http';
import { MAX_OFFER_BYTES } from '../protocol/datagrams.ts';
import { DatagramCounter } from './datagram-counter.ts';
import type { DatagramPeers } from './datagram-peers.ts';
import { COMMON_HEADERS } from './headers.ts';
import { type Refusal, refuse, SPENT } from './refusal.ts';
import type { Session } from './session.ts';

/** Connecting, sending and waiting take 2 s; what lasts longer is not a loss measurement. */
const MAX_PEER_MS = 15_000;

/** The engine takes any refusal for "loss is not measured". */
const NOT_HERE: Refusal = {
  status: 501,
  title: 'No datagrams here',
  detail: 'This point runs without the optional package node-datachannel, so it cannot measure loss.',
};
const ONCE: Refusal = {
  status: 409,
  title: 'Only once',
  detail: 'This test has had its data channel.',
};
const TOO_LARGE: Refusal = {
  status: 413,
  title: 'Offer too large',
  detail: `An offer has at most ${MAX_OFFER_BYTES} bytes.`,
};
const NO_OFFER: Refusal = {
  status: 400,
  title: 'Not an offer',
  detail: 'The body must be the SDP offer of a connection with one data channel.',
};

/** Answers an SDP offer with the point's own; from then on counts what comes over the data channel and sends it back. */
export const serveDatagrams = async (
  request: IncomingMessage,
  response: ServerResponse,
  session: Session,
  peers: DatagramPeers | null,
): Promise<void> => {
  const isClosed = (): boolean => session.closed;
  if (isClosed()) return refuse(response, SPENT);
  if (peers === null) return refuse(response, NOT_HERE);
  if (session.datagrams) return refuse(response, ONCE);
  const counter = (session.datagrams = new DatagramCounter());
  const offer = await textOf(request);
  if (offer === null) return refuse(response, TOO_LARGE);
  const address = (request.socket.localAddress ?? '').replace('::ffff:', '');

  let forget = (): void => undefined;
  const peer = await peers
    .connect(offer, { address, onDatagram: (datagram) => counter.count(datagram), onEnd: () => forget() })
    .catch(() => null);
  if (peer === null) return refuse(response, NO_OFFER);
  const timer = setTimeout(peer.close, MAX_PEER_MS).unref();
  const kept = session.onClose(peer.close);
  forget = () => {
    clearTimeout(timer);
    kept();
  };
  if (isClosed()) peer.close(); // finished while the offer was looked at
  response.writeHead(200, { ...COMMON_HEADERS, 'content-type': 'application/sdp' });
  response.end(peer.answer);
};

/** The body as text; null where it is longer than any offer, or never ends. */
const textOf = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MAX_OFFER_BYTES) return null;
      chunks.push(chunk);
    }
  } catch {
    return null; // the browser went away
  }
  return Buffer.concat(chunks).toString('utf8');
};
