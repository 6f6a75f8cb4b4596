import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import { familyOfAddress, networkOf, plainAddress } from '../node/address.ts';

/**
 * The address a request came from, as text without a zone; null where there is no socket (a test in one process). Behind `proxyHops`
 * proxies of our own it is the one that the outermost of them wrote into X-Forwarded-For: what stands left of it is the visitor's
 * own claim and worth nothing.
 */
export const clientAddress = (context: Context, proxyHops: number): string | null => {
  const { incoming } = (context.env ?? {}) as { readonly incoming?: IncomingMessage };
  const peer = incoming?.socket.remoteAddress ?? null;
  if (proxyHops === 0) return plainAddress(peer);
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  return plainAddress(forwarded.at(-proxyHops) ?? peer) ?? plainAddress(peer);
};

/** Networks that one party has as a whole: a line's IPv4 address, the /56 a household gets (RFC 6177); and the blocks above them. */
export const PREFIX_BITS = { line: { 4: 32, 6: 56 }, block: { 4: 24, 6: 40 } } as const;

/** The network that an address, which must be one, has its size of. */
export const prefixOf = (address: string, size: keyof typeof PREFIX_BITS): string =>
  networkOf(address, PREFIX_BITS[size][familyOfAddress(address)]);
