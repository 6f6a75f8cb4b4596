import * as v from 'valibot';
import { AccessSchema } from './access.ts';
import { CommuneCodeSchema } from './commune.ts';
import { ContextSchema } from './context.ts';
import { FlagSchema } from './flag.ts';
import { KioskIdSchema } from './kiosk.ts';
import { RecordingSchema } from './observation.ts';
import { AsnSchema } from './operator.ts';
import { PointSchema, PointScopeSchema, ScopeSchema } from './point.ts';
import { AreaCodeSchema, ProvinceCodeSchema } from './province.ts';
import { ResultSchema } from './result.ts';
import { CompactJwsSchema, TestIdSchema } from './ticket.ts';

/** No body of a result is larger; the longest honest one (two times 15 s) is about 12 kB. */
export const MAX_SUBMISSION_BYTES = 16 * 1024;

/** A result as it is handed in: what no store has a place for is refused here; one that is stored is read as it is. */
const SubmittedResultSchema = v.object({
  ...ResultSchema.entries,
  point: v.nullable(v.object({ id: PointSchema.entries.id, scope: PointScopeSchema })),
  operator: v.nullable(v.object({ asn: AsnSchema, name: v.string() })),
});

/** `POST /v1/results`. */
export const SubmissionSchema = v.object({
  ticket: CompactJwsSchema,
  result: SubmittedResultSchema,
  recording: RecordingSchema,
  /** The point's signed word; null where the point gave none. */
  receipt: v.nullable(CompactJwsSchema),
  /** The page's attribute or the person's choice; never derived from an address. */
  province: v.nullable(ProvinceCodeSchema),
  /** A commune of that province, said by the page; never derived from an address either. */
  commune: v.nullish(CommuneCodeSchema, null),
  /** What the person chose or the browser knows; null where neither. */
  access: v.nullish(AccessSchema, null),
  /** The version of the consent text the person agreed to; null where the embedding page asked itself. */
  consentVersion: v.nullable(v.pipe(v.string(), v.maxLength(40), v.regex(/^[^\0]*$/, 'must have no zero byte'))),
});
export type Submission = v.InferOutput<typeof SubmissionSchema>;

/** `verified`: the receipt bears the numbers out. `disagrees`: it does not. `unverified`: there is no usable receipt. */
export const ResultStateSchema = v.picklist(['verified', 'disagrees', 'unverified']);
export type ResultState = v.InferOutput<typeof ResultStateSchema>;

/** Answer to `POST /v1/results`; the same for the same body however often it is posted. */
export const AcceptedSchema = v.object({
  testId: TestIdSchema,
  state: ResultStateSchema,
  /** What the collector found; the engine's own flags stay in the result. */
  flags: v.array(FlagSchema),
});
export type Accepted = v.InferOutput<typeof AcceptedSchema>;

/** `GET /v1/results/{testId}`. */
export const StoredResultSchema = v.object({
  ...ResultSchema.entries,
  testId: TestIdSchema,
  state: ResultStateSchema,
  /** The engine's and the collector's flags together. */
  flags: v.array(FlagSchema),
  site: v.nullable(v.string()),
  /** Of the point, seen from the line, as the collector judged it when the result came; null where nobody can tell, absent before it did. */
  scope: v.optional(v.nullable(ScopeSchema)),
  /** Who measures at that site; `citizen` where no known site was named. */
  context: v.optional(ContextSchema, 'citizen'),
  kiosk: v.optional(v.nullable(KioskIdSchema), null),
  access: v.optional(v.nullable(AccessSchema), null),
  /** Of an older edition where the result was taken over from an older store. */
  province: v.nullable(AreaCodeSchema),
  /** Which edition of the province codes `province` is written in; null without a province. */
  provinceCodes: v.nullable(v.string()),
  /** Null too where the collector has no list of communes, and absent in results from before it kept them. */
  commune: v.optional(v.nullable(CommuneCodeSchema)),
  /** By the collector's clock, ISO 8601. */
  receivedAt: v.string(),
  receipt: v.nullable(CompactJwsSchema),
});
export type StoredResult = v.InferOutput<typeof StoredResultSchema>;

/** `GET /v1/results/{testId}/evidence`: all that is needed to check a result again, without trusting the collector. */
export const EvidenceSchema = v.object({
  result: StoredResultSchema,
  /** What the engine saw; null for results from before it was kept. */
  recording: v.nullable(RecordingSchema),
  /** The public key of the point that the receipt names; null where it is not registered. */
  pointKey: v.nullable(v.object({ kty: v.literal('OKP'), crv: v.literal('Ed25519'), x: v.string() })),
});
export type Evidence = v.InferOutput<typeof EvidenceSchema>;
