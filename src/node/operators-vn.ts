/** An operator as this room reads it; the collector takes the same from a file (`protocol/operator.ts`). */
export interface OperatorNetworks {
  readonly id: string;
  readonly name: string;
  /** `from` and `to`: the first and the last month (YYYY-MM) that the number is the operator's; without them it always was, and is. */
  readonly asns: readonly { readonly asn: number; readonly from?: string; readonly to?: string }[];
}

/**
 * The Vietnamese operators of the access networks with the most addresses, as of June 2026: brands by RouteViews' and DB-IP's names of the
 * AS numbers. One operator has several, and its mobile and fixed lines may share one. No number is known here to
 * have changed hands: one that does gets a `to` here and a `from` at its next owner, and what was measured before stays the former one's.
 */
export const VIETNAMESE_OPERATORS: readonly OperatorNetworks[] = [
  { id: 'vnpt', name: 'VNPT', asns: [{ asn: 7643 }, { asn: 45899 }, { asn: 135905 }] },
  { id: 'viettel', name: 'Viettel', asns: [{ asn: 7552 }, { asn: 24086 }, { asn: 38731 }] },
  { id: 'fpt', name: 'FPT Telecom', asns: [{ asn: 18403 }] },
  { id: 'mobifone', name: 'MobiFone', asns: [{ asn: 45896 }, { asn: 131429 }] },
  { id: 'cmc', name: 'CMC Telecom', asns: [{ asn: 38732 }, { asn: 38733 }, { asn: 45903 }] },
  { id: 'sctv', name: 'SCTV', asns: [{ asn: 45543 }] },
  { id: 'spt', name: 'SPT', asns: [{ asn: 7602 }] },
  { id: 'netnam', name: 'NetNam', asns: [{ asn: 24173 }, { asn: 24176 }] },
  { id: 'hanoi-telecom', name: 'Hanoi Telecom', asns: [{ asn: 24088 }, { asn: 38253 }] },
  { id: 'vietnamobile', name: 'Vietnamobile', asns: [{ asn: 38247 }] },
  { id: 'gmobile', name: 'Gmobile', asns: [{ asn: 45546 }] },
  { id: 'vtc', name: 'VTC Digicom', asns: [{ asn: 38726 }] },
  { id: 'vtvcab', name: 'VTVcab', asns: [{ asn: 131410 }] },
  { id: 'vnnic', name: 'VNNIC', asns: [{ asn: 23902 }, { asn: 24066 }, { asn: 131415 }] },
];
