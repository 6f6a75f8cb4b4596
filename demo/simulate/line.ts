import type { Access } from '../../src/protocol/access.ts';
import { type Chance, chanceOf } from './chance.ts';
import { OPERATORS, type Rates, type SimulatedOperator } from './operators.ts';
import type { Province } from './provinces.ts';

/** A home's line or somebody's phone: what stays the same from one test to the next. */
export interface Line {
  readonly province: Province;
  readonly operator: SimulatedOperator;
  /** What it is; what its person says of it is another matter. */
  readonly access: Access;
  /** What it gives when nothing else is on it, Mbit/s. */
  readonly rates: Rates;
  readonly hasIpv6: boolean;
  /** Its IPv6 is set up and leads nowhere. */
  readonly hasBrokenIpv6: boolean;
  /** What the collector sees it come from: by IPv6 where that works, else by IPv4, its own or its NAT's. */
  readonly address: string;
  /** Round trip of its last stretch, ms. */
  readonly accessMs: number;
  /** How much more a round trip takes while the line is full, ms. */
  readonly queueMs: number;
  /** How much its measurements differ from each other, as the spread of a logarithm. */
  readonly unrest: number;
}

/** Of the country's tests, those of phones; more of them where there is less city. A guess. */
const MOBILE_SHARE = 0.36;
const MOBILE_SHARE_OF_COUNTRYSIDE = 0.14;

/** Of homes, those that are tested by cable. A guess. */
const CABLE_SHARE = 0.2;

/** Of phones, those on 5G where all is city, and where nothing is. Guesses between the operators' announcements. */
const FIVE_G_OF_CITY = 0.5;
const FIVE_G_OF_COUNTRYSIDE = 0.1;

/** What people buy, as multiples of what their operator's typical line measures, and how many buy it. A guess. */
const TARIFFS = [
  { times: 0.5, share: 20 },
  { times: 1, share: 40 },
  { times: 1.6, share: 25 },
  { times: 3, share: 15 },
] as const;

/** Routers and walls let through so much of it, in the same multiples. The median line is the one printed: hence the last factor. */
const WIFI_LIMIT = { median: 1.7, spread: 0.55 };
const TYPICAL_OF_TARIFFS = 1.06;

/** Testing phones behind one IPv4 address, and homes, where their operator has no address for each. Guesses. */
const PHONES_PER_ADDRESS = 6;
const HOMES_PER_SHARED_ADDRESS = 3;
const SHARED_HOMES = 0.15;

/** Lines whose IPv6 is broken, of those without a working one. A guess. */
const BROKEN_IPV6 = 0.04;

/** The line of this number in a province of `lines` lines that test: always the same one. */
export const lineOf = (seed: number, province: Province, number: number, lines: number): Line => {
  const chance = chanceOf(seed, 'line', province.code, number);
  const isMobile = chance.hits(MOBILE_SHARE + MOBILE_SHARE_OF_COUNTRYSIDE * (1 - province.urban));
  return isMobile ? phone(chance, province, lines) : home(chance, province, lines);
};

/** The line of a hall, an office or a kiosk: a cable, and an IPv4 address of its own that all who test there share. */
export const sharedLineOf = (seed: number, province: Province, name: string): Line => {
  const chance = chanceOf(seed, 'shared', province.code, name);
  const line = home(chance, province, 1, 'cable');
  return { ...line, address: ownAddress(chance, line.operator) };
};

const home = (
  chance: Chance,
  province: Province,
  lines: number,
  access: Access = chance.hits(CABLE_SHARE) ? 'cable' : 'wifi',
): Line => {
  const operator = chance.pick(OPERATORS, ({ id, fixedShare }) => fixedShare * reachOf(id, province));
  const bought = chance.pick(TARIFFS, ({ share }) => share).times * chance.near(1, 0.12);
  const limit = access === 'wifi' ? chance.near(WIFI_LIMIT.median, WIFI_LIMIT.spread) : Infinity;
  // Hà Nội measured 1.24 times the country's figure in September 2025; the rest of the slope is a guess.
  const factor = (Math.min(bought, limit) / TYPICAL_OF_TARIFFS) * (0.7 + 0.55 * province.urban) * province.pace;
  const { down, up } = operator.fixed!;
  const ipv6 = ipv6Of(chance, operator.fixedIpv6);
  const isShared = chance.hits(SHARED_HOMES);
  return {
    province,
    operator,
    access,
    rates: { down: down * factor, up: up * factor * chance.near(1, 0.15) },
    ...ipv6,
    address: ipv6.hasIpv6
      ? ipv6Address(chance, operator)
      : isShared
        ? sharedAddress(chance, operator, province, (lines * SHARED_HOMES) / HOMES_PER_SHARED_ADDRESS)
        : ownAddress(chance, operator),
    accessMs: access === 'wifi' ? chance.near(4.5, 0.5) : chance.near(2, 0.3),
    queueMs: chance.near(access === 'wifi' ? 28 : 12, 0.8),
    unrest: access === 'wifi' ? 0.14 : 0.05,
  };
};

const phone = (chance: Chance, province: Province, lines: number): Line => {
  const operator = chance.pick(OPERATORS, ({ id, mobileShare }) => mobileShare * reachOf(id, province));
  const share = FIVE_G_OF_COUNTRYSIDE + (FIVE_G_OF_CITY - FIVE_G_OF_COUNTRYSIDE) * province.urban;
  const is5g = operator.fiveG !== null && chance.hits(share);
  const { down, up } = is5g ? operator.fiveG : operator.fourG!;
  // Cells are farther apart and fuller the less city there is.
  const factor = (is5g ? chance.near(1, 0.55) : chance.near(1, 0.75)) * (0.78 + 0.4 * province.urban) * province.pace;
  const ipv6 = ipv6Of(chance, operator.mobileIpv6);
  const neighbours = (lines * MOBILE_SHARE * operator.mobileShare * (1 - operator.mobileIpv6)) / 100;
  return {
    province,
    operator,
    access: is5g ? '5g' : '4g',
    rates: { down: down * factor, up: up * factor * chance.near(1, 0.35) },
    ...ipv6,
    address: ipv6.hasIpv6
      ? ipv6Address(chance, operator)
      : sharedAddress(chance, operator, province, neighbours / PHONES_PER_ADDRESS),
    accessMs: is5g ? chance.near(13, 0.3) : chance.near(27, 0.35),
    queueMs: is5g ? chance.near(45, 0.7) : chance.near(110, 0.8),
    unrest: 0.28,
  };
};

/** Viettel built for the countryside, the small ones stay in cities. A guess. */
const reachOf = (id: string, { urban }: Province): number => {
  if (id === 'viettel') return 1.25 - 0.5 * urban;
  return id === 'vnpt' || id === 'mobifone' ? 1 : 0.3 + 1.4 * urban;
};

const ipv6Of = (chance: Chance, share: number): Pick<Line, 'hasIpv6' | 'hasBrokenIpv6'> => {
  const hasIpv6 = chance.hits(share);
  return { hasIpv6, hasBrokenIpv6: !hasIpv6 && chance.hits(BROKEN_IPV6) };
};

const ownAddress = (chance: Chance, { ipv4: [first, bits] }: SimulatedOperator): string =>
  addressIn(first, chance.whole(2 ** (32 - bits)));

/** One of the `count` addresses that the operator's lines of the province share. */
const sharedAddress = (chance: Chance, operator: SimulatedOperator, { code }: Province, count: number): string =>
  ownAddress(chanceOf('nat', operator.id, code, chance.whole(Math.max(Math.ceil(count), 1))), operator);

const addressIn = (first: string, number: number): string => {
  const value = first.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) + number;
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
};

/** An address in the /56 that a line with IPv6 has to itself (RFC 6177). */
const ipv6Address = (chance: Chance, { ipv6 }: SimulatedOperator): string =>
  `${ipv6}:${chance.whole(0x4000).toString(16)}:${(chance.whole(256) * 256).toString(16)}::1`;
