import type { Access } from '../protocol/access.ts';
import type { SiteContext } from '../protocol/context.ts';
import type { IpFamily, Scope } from '../protocol/point.ts';

/** The smallest cell there is: votes that differ in any of these are never in one. Every figure is a sum of such cells. */
export interface CellKey {
  readonly province: string;
  /** The edition of the province's code. */
  readonly provinceCodes: string;
  /** YYYY-MM in Vietnam's time. */
  readonly month: string;
  readonly context: SiteContext;
  /** Null where nobody knows; so are the others. */
  readonly scope: Scope | null;
  readonly access: Access | null;
  /** The operator's number; which operator it was in that month is another table's knowledge. */
  readonly asn: number | null;
  readonly ipFamily: IpFamily | null;
}

/** Fixed and mobile lines are different things to buy: no official figure pools them (VNNIC publishes them apart, 5G beside them). */
export const ACCESS_KINDS = { fixed: ['wifi', 'cable'], mobile: ['4g', '5g'] } as const satisfies Record<
  string,
  readonly Access[]
>;
export type AccessKind = keyof typeof ACCESS_KINDS;

/** Null where the person did not say. */
export const accessKindOf = (access: Access | null): AccessKind | null =>
  access === null ? null : access === 'wifi' || access === 'cable' ? 'fixed' : 'mobile';
