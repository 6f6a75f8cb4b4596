import * as v from 'valibot';
import { ID_PATTERN, ID_RULE } from './identifier.ts';
import { MonthSchema } from './period.ts';

/** AS numbers have 32 bits (RFC 6793); 0 is nobody's (RFC 7607). */
export const AsnSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(4_294_967_295, 'asn must have no more than 32 bits'),
);

/** An AS number in the months in which it is somebody's, both of them included; null where there is no first or no last one. */
export const AsnSpanSchema = v.pipe(
  v.object({
    asn: AsnSchema,
    from: v.optional(v.nullable(MonthSchema), null),
    to: v.optional(v.nullable(MonthSchema), null),
  }),
  v.check(({ from, to }) => from === null || to === null || from <= to, 'from must not be after to'),
);
export type AsnSpan = v.InferOutput<typeof AsnSpanSchema>;

export const OperatorIdSchema = v.pipe(v.string(), v.regex(ID_PATTERN, `operator must be ${ID_RULE}`));

/** Who runs networks. Numbers change hands: which were whose in a month is this table's knowledge, and no result's. */
export const OperatorSchema = v.object({
  id: OperatorIdSchema,
  /** As people know it. */
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  asns: v.array(AsnSpanSchema),
});
export type Operator = v.InferOutput<typeof OperatorSchema>;

/** `GET /v1/operators`. */
export const OperatorListSchema = v.object({ operators: v.array(OperatorSchema) });
