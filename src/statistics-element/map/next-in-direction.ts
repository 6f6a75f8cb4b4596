import type { ProvinceCode } from '../../protocol/province.ts';
import { DRAWN_PROVINCES, type DrawnProvince } from './provinces.ts';

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What lies beside the way counts more than what lies along it, and what lies more beside than along comes last: an arrow goes where it points. */
const ASIDE = 2;
const LAST = 1e6;

/** The province that a key leads to from another one: the arrows by the compass, Home and End to the first and the last; null for any other key. */
export const nextInDirection = (from: ProvinceCode, key: string): ProvinceCode | null => {
  if (key === 'Home') return DRAWN_PROVINCES[0]!.code;
  if (key === 'End') return DRAWN_PROVINCES.at(-1)!.code;
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const [x, y] = DRAWN_PROVINCES.find(({ code }) => code === from)!.centre;
  const effort = ({ centre }: DrawnProvince): number => {
    const [dx, dy] = [centre[0] - x, centre[1] - y];
    const along = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1] + dy * direction[0]);
    return along > 0 ? along + ASIDE * aside + (aside > along ? LAST : 0) : Infinity;
  };
  const nearest = DRAWN_PROVINCES.map((province) => ({ code: province.code, effort: effort(province) })).sort(
    (a, b) => a.effort - b.effort,
  )[0]!;
  return nearest.effort === Infinity ? null : nearest.code;
};
