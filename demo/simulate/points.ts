import type { PointScope } from '../../src/protocol/point.ts';
import { OPERATORS } from './operators.ts';
import type { Hub } from './provinces.ts';

/** A measurement point of the simulated country. */
export interface SimulatedPoint {
  readonly id: string;
  readonly name: string;
  readonly scope: PointScope;
  /** Who runs it: an operator's name, or VNNIC. */
  readonly operator: string;
  /** Null = abroad. */
  readonly hub: Hub | null;
  readonly hasIpv6: boolean;
  /** Round trip to it from its hub, or from the border where it is abroad, in ms. */
  readonly awayMs: number;
}

const HUBS = [
  ['hanoi', 'Hà Nội'],
  ['danang', 'Đà Nẵng'],
  ['hcm', 'TP. Hồ Chí Minh'],
] as const satisfies readonly (readonly [Hub, string])[];

/** i-Speed has 50 points in the country and 4 abroad (2025); these are enough to tell scopes and regions apart. Times abroad are guesses. */
export const POINTS: readonly SimulatedPoint[] = [
  ...HUBS.map(([hub, city]): SimulatedPoint => ({
    id: `vnix-${hub}`,
    name: `VNIX ${city}`,
    scope: 'exchange',
    operator: 'VNNIC',
    hub,
    hasIpv6: true,
    awayMs: 1,
  })),
  ...OPERATORS.filter(({ fixedShare, mobileShare }) => fixedShare + mobileShare > 10).flatMap(({ id, name }) =>
    HUBS.map(([hub, city]): SimulatedPoint => ({
      id: `${id}-${hub}`,
      name: `${name} ${city}`,
      scope: 'on-net',
      operator: name,
      hub,
      hasIpv6: !(id === 'mobifone' && hub === 'danang'), // somebody has always forgotten one
      awayMs: 0.5,
    })),
  ),
  { id: 'singapore', name: 'Singapore', scope: 'overseas', operator: 'VNNIC', hub: null, hasIpv6: true, awayMs: 38 },
  { id: 'tokyo', name: 'Tokyo', scope: 'overseas', operator: 'VNNIC', hub: null, hasIpv6: true, awayMs: 74 },
];
