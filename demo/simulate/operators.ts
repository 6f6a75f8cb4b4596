/** A pair of rates, Mbit/s, as operators and VNNIC print them. */
export interface Rates {
  readonly down: number;
  readonly up: number;
}

/** One operator's networks, as the simulated country has them. */
export interface SimulatedOperator {
  readonly id: string;
  readonly asn: number;
  /** As the collector's own table calls it. */
  readonly name: string;
  /** Of its address blocks a large one of each family: [first address, prefix length], and the first 32 bits of a /34. */
  readonly ipv4: readonly [first: string, bits: number];
  readonly ipv6: string;
  /** Of the country's fixed lines and of its phones, in hundredths. */
  readonly fixedShare: number;
  readonly mobileShare: number;
  /** What a typical line of each kind measures; null where it has none. */
  readonly fixed: Rates | null;
  readonly fourG: Rates | null;
  readonly fiveG: Rates | null;
  /** Of fixed lines and of phones, those where IPv6 works. */
  readonly fixedIpv6: number;
  readonly mobileIpv6: number;
  /** How long IPv6 takes to connect, against IPv4. */
  readonly ipv6Ratio: number;
}

const none = { fixedShare: 0, mobileShare: 0, fixed: null, fourG: null, fiveG: null, fixedIpv6: 0, mobileIpv6: 0 };

/**
 * Fixed rates: VNNIC's i-Speed for September 2025; 5G: for January 2026, both as the press printed them. The country's mobile lines
 * together measured 90/30 Mbit/s that month, which is what the 4G rates are guessed from. Shares of the market and of IPv6 are guesses of
 * the right order: the country stood at 44 % IPv6 in 2020 (APNIC) and has grown since. SPT's, HTC's and other small networks are left out.
 */
export const OPERATORS: readonly SimulatedOperator[] = [
  {
    id: 'viettel',
    asn: 7552,
    name: 'Viettel',
    ipv4: ['27.72.0.0', 13],
    ipv6: '2402:800',
    fixedShare: 42,
    mobileShare: 55,
    fixed: { down: 320.71, up: 277.36 },
    fourG: { down: 66, up: 23 },
    fiveG: { down: 616.99, up: 127.09 },
    fixedIpv6: 0.62,
    mobileIpv6: 0.78,
    ipv6Ratio: 0.98,
  },
  {
    id: 'vnpt',
    asn: 45899,
    name: 'VNPT',
    ipv4: ['14.160.0.0', 11],
    ipv6: '2001:ee0',
    fixedShare: 36,
    mobileShare: 24,
    fixed: { down: 259.45, up: 188.74 },
    fourG: { down: 62, up: 21 },
    fiveG: { down: 311.11, up: 52.7 },
    fixedIpv6: 0.6,
    mobileIpv6: 0.72,
    ipv6Ratio: 1.03,
  },
  {
    id: 'fpt',
    asn: 18403,
    name: 'FPT Telecom',
    ipv4: ['42.112.0.0', 13],
    ipv6: '2405:4800',
    ...none,
    fixedShare: 16,
    fixed: { down: 124.37, up: 101.04 },
    fixedIpv6: 0.82,
    ipv6Ratio: 0.96,
  },
  {
    id: 'mobifone',
    asn: 131429,
    name: 'MobiFone',
    ipv4: ['42.1.64.0', 18],
    ipv6: '2402:9d80',
    ...none,
    mobileShare: 18,
    fourG: { down: 52, up: 19 },
    fiveG: { down: 187.57, up: 35.33 },
    mobileIpv6: 0.88,
    ipv6Ratio: 1.01,
  },
  {
    id: 'cmc',
    asn: 45903,
    name: 'CMC Telecom',
    ipv4: ['101.99.32.0', 19],
    ipv6: '2402:5300',
    ...none,
    fixedShare: 3,
    fixed: { down: 270.93, up: 153.75 },
    fixedIpv6: 0.35,
    ipv6Ratio: 1.06,
  },
  {
    id: 'sctv',
    asn: 45543,
    name: 'SCTV',
    ipv4: ['27.2.0.0', 15],
    ipv6: '2403:e200',
    ...none,
    fixedShare: 2,
    fixed: { down: 86.88, up: 30.01 },
    fixedIpv6: 0.2,
    ipv6Ratio: 1.12,
  },
  {
    id: 'netnam',
    asn: 24173,
    name: 'NetNam',
    ipv4: ['101.96.64.0', 18],
    ipv6: '2401:e800',
    ...none,
    fixedShare: 1,
    fixed: { down: 60.25, up: 62.22 },
    fixedIpv6: 0.45,
    ipv6Ratio: 1,
  },
  {
    id: 'vietnamobile',
    asn: 38247,
    name: 'Vietnamobile',
    ipv4: ['202.79.232.0', 21],
    ipv6: '2400:e240',
    ...none,
    mobileShare: 3,
    fourG: { down: 24, up: 8 },
    mobileIpv6: 0.3,
    ipv6Ratio: 1.1,
  },
];
