import { compactVerify } from 'jose';
import * as v from 'valibot';
import { SIGNATURE_ALGORITHM } from '../node/keys.ts';
import { type TicketClaims, TicketClaimsSchema } from '../protocol/ticket.ts';
import type { TicketKeys } from './ticket-keys.ts';

/**
 * What a ticket says, where this collector signed it; null for anything else. The algorithm is pinned: a ticket does not choose how it is
 * checked (RFC 8725, 3.1). Its age is not looked at, because results wait in browsers' outboxes.
 */
export const readTicket = async (ticket: string, { find }: Pick<TicketKeys, 'find'>): Promise<TicketClaims | null> => {
  try {
    const { payload } = await compactVerify(ticket, find, { algorithms: [SIGNATURE_ALGORITHM] });
    return v.parse(TicketClaimsSchema, JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    return null;
  }
};
