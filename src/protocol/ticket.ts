import * as v from 'valibot';
import { ContextSchema } from './context.ts';
import { ID_PATTERN, ID_RULE } from './identifier.ts';
import { KioskIdSchema } from './kiosk.ts';
import { PlanNameSchema, PlanSchema } from './plan.ts';
import { PointSchema } from './point.ts';
import { ProvinceCodeSchema } from './province.ts';

/** Compact JWS: three base64url parts. */
export const CompactJwsSchema = v.pipe(
  v.string(),
  v.maxLength(9000),
  v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'must be a compact JWS'),
);

export const TestIdSchema = v.pipe(v.string(), v.uuid('must be a UUID'));

/** The site that embeds the element. An identifier, not a secret. */
export const SiteIdSchema = v.pipe(v.string(), v.regex(ID_PATTERN, `site must be ${ID_RULE}`));

/** `POST /v1/tests`. */
export const TestRequestSchema = v.object({
  site: v.nullish(SiteIdSchema, null),
  plan: v.nullish(PlanNameSchema, 'standard'),
  /** The kiosk at that site, or the one whose code brought the visitor's own phone here. */
  kiosk: v.nullish(KioskIdSchema, null),
  /** The page's attribute or the person's choice: counts the tests that were opened, and nothing else. */
  province: v.nullish(ProvinceCodeSchema, null),
  /** A scheduled run without a person: its context becomes `monitor`, whatever the site's is. */
  monitor: v.optional(v.boolean(), false),
});
export type TestRequest = v.InferInput<typeof TestRequestSchema>;

/** What a ticket says, signed by the collector (EdDSA). Points need nothing but the collector's public key. */
export const TicketClaimsSchema = v.object({
  iss: v.literal('i-speed-test-collector'),
  /** Test id, UUIDv7. */
  jti: TestIdSchema,
  /** Seconds since 1970. */
  iat: v.number(),
  exp: v.number(),
  /** The site the page says it is. */
  site: v.nullable(SiteIdSchema),
  /** Whether the collector knows it to be that site. Tickets before 0.2 do not say. */
  attributed: v.optional(v.boolean(), false),
  context: v.optional(ContextSchema, 'citizen'),
  kiosk: v.optional(v.nullable(KioskIdSchema), null),
  /** The network that asked, where the collector's table knows it. A hint: carriers' NAT and two families change it within a minute. */
  asn: v.optional(v.nullable(v.number()), null),
  plan: PlanNameSchema,
  /** Ids of the points that may be measured against. */
  points: v.array(v.string()),
  /** The most a point may move for this ticket, each way. */
  maxDownloadBytes: v.number(),
  maxUploadBytes: v.number(),
});
export type TicketClaims = v.InferOutput<typeof TicketClaimsSchema>;

/** How long after its issue a ticket still opens a test at a point, in seconds. */
export const TICKET_LIFE_S = 300;

/** Answer to `POST /v1/tests`: all a worker needs for one run. */
export const GrantSchema = v.object({
  testId: TestIdSchema,
  /** The collector's clock, ISO 8601; the visitor's clock is never trusted. */
  issuedAt: v.pipe(v.string(), v.isoTimestamp()),
  ticket: CompactJwsSchema,
  plan: PlanSchema,
  /** Candidates, at least one. */
  points: v.array(PointSchema),
});
export type Grant = v.InferOutput<typeof GrantSchema>;
