import * as v from 'valibot';

/** The query parameter `asn`: AS numbers have 32 bits (RFC 6793). */
export const AsnQuerySchema = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,9}$/, 'asn must be a number, such as 7552'),
  v.transform(Number),
  v.maxValue(4_294_967_295, 'asn must have no more than 32 bits'),
);
