import { SignJWT } from 'jose';
import { SIGNATURE_ALGORITHM, type SigningKey } from '../node/keys.ts';
import type { SiteContext } from '../protocol/context.ts';
import { hardCapBytes, type Plan, PLANS, type PlanName } from '../protocol/plan.ts';
import type { Point } from '../protocol/point.ts';
import { type Grant, TICKET_LIFE_S, type TicketClaims } from '../protocol/ticket.ts';
import type { Millis } from '../protocol/units.ts';

/** Signs a ticket for one test and hands out all a worker needs to run it. */
export const issueTicket = async (
  request: {
    readonly testId: string;
    readonly site: string | null;
    readonly attributed: boolean;
    readonly context: SiteContext;
    readonly kiosk: string | null;
    readonly asn: number | null;
    readonly plan: PlanName;
    readonly points: readonly Point[];
  },
  { privateKey, publicJwk }: SigningKey,
  now: Millis,
): Promise<Grant> => {
  const plan: Plan = PLANS[request.plan];
  const iat = Math.floor(now / 1000);
  const claims = {
    iss: 'i-speed-test-collector',
    jti: request.testId,
    iat,
    exp: iat + TICKET_LIFE_S,
    site: request.site,
    attributed: request.attributed,
    context: request.context,
    kiosk: request.kiosk,
    asn: request.asn,
    plan: request.plan,
    points: request.points.map(({ id }) => id),
    maxDownloadBytes: hardCapBytes(plan.download),
    maxUploadBytes: hardCapBytes(plan.upload),
  } satisfies TicketClaims;
  const ticket = await new SignJWT(claims)
    .setProtectedHeader({ alg: SIGNATURE_ALGORITHM, kid: publicJwk.kid })
    .sign(privateKey);
  return { testId: claims.jti, issuedAt: issueTimeOf(claims), ticket, plan, points: [...request.points] };
};

/** When a test began, by the collector's clock: the one start time that results are believed to have. ISO 8601. */
export const issueTimeOf = ({ iat }: Pick<TicketClaims, 'iat'>): string => new Date(iat * 1000).toISOString();
