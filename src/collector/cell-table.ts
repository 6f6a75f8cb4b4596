import { CELL_KEY } from './cell-level.ts';
import { PACKED } from './cell-row.ts';

/**
 * The table of figures, and where sums are looked for: all provinces, all months. A later month's or another province's rows share no key:
 * they can be kept apart, on other machines, too. A migration runs it: whoever changes it adds one that makes it anew.
 */
export const CELL_TABLE: readonly string[] = [
  `create table cells (province text not null, month text not null, province_codes text not null, context text not null,
    scope text not null, access text not null, asn bigint not null, ip_family integer not null,
    votes integer not null, sourced integer not null, fixed integer not null, mobile integer not null,
    ipv6_probed integer not null, ipv6_works integer not null, ${PACKED.map((column) => `${column} text not null`).join(', ')},
    primary key (${CELL_KEY.join(', ')}))`,
  'create index cells_by_level on cells (province_codes, context, access, asn, scope, ip_family, month, province)',
];
