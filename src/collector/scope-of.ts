import type { Point, Scope } from '../protocol/point.ts';
import { hasAsn, type OperatorRegistry } from './operator-registry.ts';

/** A line as its operator's networks know it. */
export interface Line {
  /** Null where nobody knows. */
  readonly asn: number | null;
  /** YYYY-MM: when it was measured. */
  readonly month: string;
}

/**
 * Where a point stands, seen from a line: inside of the line's own network only where the point's operator had that network then. Null where
 * nobody can tell: the line's network or the point's operator is not known.
 */
export const scopeOf = (
  point: Pick<Point, 'scope' | 'operator'>,
  { asn, month }: Line,
  operators: OperatorRegistry,
): Scope | null => {
  if (point.scope !== 'on-net') return point.scope;
  const host = operators.named(point.operator);
  if (host === null || asn === null) return null;
  return hasAsn(host.asns, asn, month) ? 'on-net' : 'off-net';
};
