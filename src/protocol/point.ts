import * as v from 'valibot';

/** Where a point stands: inside of the network of the operator that it names, at an exchange, overseas. */
export const PointScopeSchema = v.picklist(['on-net', 'exchange', 'overseas']);
export type PointScope = v.InferOutput<typeof PointScopeSchema>;

/**
 * Where a point stands, seen from the line that was measured: a point inside of one operator's network is `off-net` for the lines of all
 * others, whose way to it leads through two networks and what joins them. Figures of different scopes are never pooled.
 */
export const ScopeSchema = v.picklist([...PointScopeSchema.options, 'off-net']);
export type Scope = v.InferOutput<typeof ScopeSchema>;

/** Internet Protocol version, as a number people say: 4 or 6. */
export const IpFamilySchema = v.picklist([4, 6]);
export type IpFamily = v.InferOutput<typeof IpFamilySchema>;

const HttpUrlSchema = v.pipe(
  v.string(),
  v.url(),
  v.regex(/^https?:\/\/[^/]+$/, 'must be an origin: http(s)://host[:port], no path'),
);

/** A measurement point as it is offered to engines. */
export const PointSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/)),
  name: v.pipe(v.string(), v.maxLength(120)),
  scope: PointScopeSchema,
  /** Who runs it. */
  operator: v.pipe(v.string(), v.maxLength(120)),
  /** The origin that is measured; dual-stack where the point is. */
  url: HttpUrlSchema,
  /** An origin that resolves to IPv4 only, and one that resolves to IPv6 only; null where the point has none. */
  url4: v.nullable(HttpUrlSchema),
  url6: v.nullable(HttpUrlSchema),
});
export type Point = v.InferOutput<typeof PointSchema>;

/** `GET /v1/info` of a point. */
export const PointInfoSchema = v.object({
  id: v.string(),
  version: v.string(),
  /** The family of the connection this very answer went over. */
  ipFamily: IpFamilySchema,
});
export type PointInfo = v.InferOutput<typeof PointInfoSchema>;
