import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as v from 'valibot';
import { SIGNATURE_ALGORITHM } from '../node/keys.ts';
import { TICKET_LIFE_S, type TicketClaims, TicketClaimsSchema } from '../protocol/ticket.ts';
import type { Millis } from '../protocol/units.ts';
import type { Refusal } from './refusal.ts';
import { Session, type Visitor } from './session.ts';

/** The longest test of any plan takes 35 s; a session is cut after twice that. */
export const MAX_TEST_MS: Millis = 70_000;

/** A test may be without a connection this long after its first one, before it counts as abandoned. */
export const GRACE_MS: Millis = 10_000;

/** A closed session is remembered this long, so that a spent ticket stays spent until it has expired and a repeated `finish` gets its receipt again. */
export const MEMORY_MS: Millis = 600_000;

/** Clocks of points and collector may differ by this many seconds. */
export const CLOCK_TOLERANCE_S = 30;

export interface AdmissionOptions {
  readonly pointId: string;
  /** The collector's public keys. */
  readonly keys: JWTVerifyGetKey;
  readonly maxTests: number;
  readonly now: () => Millis;
}

/** Lets tickets in: verifies each once, opens its session, and keeps what is spent. */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #sessions = new Map<string, Session>();
  readonly #byTicket = new Map<string, Session>();

  constructor(options: AdmissionOptions) {
    this.#options = options;
  }

  /** Tests that use the point now. One whose connections are all gone was abandoned: a tab was closed, or another point chosen. */
  get openTests(): number {
    const startedAfter = this.#options.now() - GRACE_MS;
    return [...this.#sessions.values()].filter(
      ({ closed, connections, openedAt }) => !closed && (connections > 0 || openedAt > startedAfter),
    ).length;
  }

  /** The session of a ticket, opened on first use; or why not. */
  async admit(ticket: string | null, visitor: Visitor): Promise<Session | Refusal> {
    if (!ticket) return refusal(401, 'Ticket missing', 'Add ?ticket=… as the collector issued it.');
    const known = this.#byTicket.get(ticket);
    if (known) return known;
    const claims = await this.#verify(ticket);
    if ('status' in claims) return claims;
    const existing = this.#sessions.get(claims.jti);
    if (existing) return existing;
    if (this.openTests >= this.#options.maxTests)
      return {
        ...refusal(503, 'Point is busy', 'As many tests as this point can carry are running.'),
        retryAfterS: 10,
      };
    return this.#open(ticket, claims, visitor);
  }

  /** Ends every session, for shutdown. */
  close(): void {
    for (const session of this.#sessions.values()) session.close();
  }

  #open(ticket: string, claims: TicketClaims, visitor: Visitor): Session {
    const session = new Session(ticket, claims, visitor, this.#options.now);
    this.#sessions.set(claims.jti, session);
    this.#byTicket.set(ticket, session);
    setTimeout(() => session.close(), MAX_TEST_MS).unref();
    setTimeout(() => {
      this.#sessions.delete(claims.jti);
      this.#byTicket.delete(ticket);
    }, MEMORY_MS).unref();
    return session;
  }

  async #verify(ticket: string): Promise<TicketClaims | Refusal> {
    try {
      const { payload } = await jwtVerify(ticket, this.#options.keys, {
        algorithms: [SIGNATURE_ALGORITHM],
        clockTolerance: CLOCK_TOLERANCE_S,
        maxTokenAge: TICKET_LIFE_S, // this also refuses a ticket from the future
      });
      const claims = v.safeParse(TicketClaimsSchema, payload);
      if (!claims.success) return refusal(401, 'Ticket not understood', v.summarize(claims.issues));
      return claims.output.points.includes(this.#options.pointId)
        ? claims.output
        : refusal(403, 'Ticket is for other points', 'Ask the collector for a ticket that names this point.');
    } catch (error) {
      const code = (error as { code?: string }).code;
      return code === 'ERR_JWKS_TIMEOUT' || code === 'ERR_JOSE_GENERIC' || code === undefined
        ? {
            ...refusal(503, 'Collector out of reach', 'The point cannot fetch the keys that tickets are checked with.'),
            retryAfterS: 5,
          }
        : refusal(401, 'Ticket not valid', 'It is expired, altered, or not signed by the collector of this point.');
    }
  }
}

const refusal = (status: number, title: string, detail: string): Refusal => ({ status, title, detail });
