import * as v from 'valibot';
import { type Commune, COMMUNE_CODES, CommuneCodeSchema } from '../protocol/commune.ts';
import { PROVINCE_CODES, type ProvinceCode } from '../protocol/province.ts';
import { checkShape } from './check-shape.ts';
import type { CommuneRegistry } from './commune-registry.ts';
import { ProblemError } from './problem.ts';
import type { StatisticsFilter } from './result-store.ts';
import { parameter } from './route-doc.ts';

const BySchema = v.picklist(['commune']);
const QuerySchema = v.object({ by: v.optional(BySchema), commune: v.optional(CommuneCodeSchema) });

/** What figures of communes are asked by, for the API's description. */
export const communesParameters = [
  parameter('query', 'by', {
    schema: BySchema,
    description:
      'A cell for each commune of the province, instead of one; not together with operator, asn, family or scope',
  }),
  parameter('query', 'commune', {
    schema: CommuneCodeSchema,
    description: `The cell of this commune (${COMMUNE_CODES}) alone`,
  }),
];

/** The communes that figures are asked of; null where it is provinces. Throws a 400 problem that names what is wrong. */
export const readCommunesQuery = (
  query: Record<string, string>,
  { codes = PROVINCE_CODES, province, asns, ipFamily, scope }: StatisticsFilter,
  communes: CommuneRegistry,
): readonly Commune[] | null => {
  const { by, commune } = checkShape(QuerySchema, query, 400);
  if (by === undefined && commune === undefined) return null;
  if (communes.isEmpty) throw new ProblemError(400, 'by: this collector has no list of communes (COMMUNES_FILE).');
  if (codes !== PROVINCE_CODES) throw new ProblemError(400, `by: communes are those of ${PROVINCE_CODES}.`);
  if ((asns ?? ipFamily ?? scope) !== undefined)
    throw new ProblemError(400, 'by: figures of communes are told by access, context and time alone.');
  if (commune === undefined) {
    if (province !== null) return communes.of(province as ProvinceCode); // it passed its schema
    throw new ProblemError(400, 'province: say of which province the communes are.');
  }
  const found = communes.find(commune);
  if (found && (province ?? found.province) === found.province) return [found];
  throw new ProblemError(
    400,
    `commune: the list has no commune ${commune}${province === null ? '' : ` in ${province}`}.`,
  );
};
