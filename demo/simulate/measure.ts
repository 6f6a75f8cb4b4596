import type { EndReason, Reach } from '../../src/protocol/observation.ts';
import type { BitsPerSecond, Millis } from '../../src/protocol/units.ts';
import type { Chance } from './chance.ts';
import type { Line } from './line.ts';
import { POINTS, type SimulatedPoint } from './points.ts';
import { shareAt } from './rhythm.ts';

/** What an honest engine finds on a line at some moment. */
export interface Measured {
  readonly point: SimulatedPoint;
  readonly ipFamily: 4 | 6;
  readonly down: BitsPerSecond;
  readonly up: BitsPerSecond;
  /** Round trips: idle, and while each direction is full. */
  readonly idleMs: Millis;
  readonly downMs: Millis;
  readonly upMs: Millis;
  readonly jitterMs: Millis;
  /** Null where the point has no IPv6. */
  readonly ipv6: Reach | null;
  /** Null where the browser does not tell. */
  readonly connectMs4: Millis | null;
  readonly connectMs6: Millis | null;
  readonly endReason: Extract<EndReason, 'steady' | 'time-limit'>;
}

/** Where both are near, the operator's own point is the nearest for so many. Far ones are chosen by few. Guesses. */
const ON_NET_SHARE = 0.55;
const OVERSEAS_SHARE = 0.008;

/** Light in fibre needs 1 ms for 100 km and back; cables run half as far again as roads. */
const MS_PER_KM = 0.015;

/** Of lines with IPv6, those whose browser takes it: the rest lost the race to IPv4 (RFC 8305). A guess. */
const PREFERS_IPV6 = 0.93;

/** Browsers that used a connection again tell no time for it. A guess. */
const SILENT = 0.06;

/** Two round trips, TCP's and TLS 1.3's, and the server. */
const ROUND_TRIPS_TO_CONNECT = 2.1;

/** No plan of today brings more to a browser; Mbit/s. */
const MOST = 2000;

export const measure = (line: Line, at: Millis, chance: Chance): Measured => {
  const point = pointFor(line, chance);
  const { rates, unrest, hasIpv6, hasBrokenIpv6, operator } = line;
  const share = shareAt(at);
  const rate = (typical: number) => Math.round(Math.min(typical * share * chance.near(1, unrest), MOST) * 1e6);
  const idleMs = tenths(point.awayMs + line.province.km * MS_PER_KM + line.accessMs * chance.near(1, unrest));
  const connect4 = idleMs * ROUND_TRIPS_TO_CONNECT * chance.near(1, 0.1);
  const connect6 = connect4 * operator.ipv6Ratio * chance.near(1, 0.08);
  const ability: Reach = hasIpv6 ? 'works' : hasBrokenIpv6 ? 'timeout' : 'fails';
  const ipFamily = hasIpv6 && point.hasIpv6 && chance.hits(PREFERS_IPV6) ? 6 : 4;
  const tells = () => !chance.hits(SILENT);
  return {
    point,
    ipFamily,
    down: rate(rates.down),
    up: rate(rates.up),
    idleMs,
    downMs: tenths(idleMs + line.queueMs * chance.near(1, 0.3)),
    upMs: tenths(idleMs + line.queueMs * chance.near(1.3, 0.3)),
    jitterMs: tenths(line.accessMs * chance.near(0.15, 0.5)),
    ipv6: point.hasIpv6 ? ability : null,
    connectMs4: tells() ? tenths(connect4) : null,
    connectMs6: tells() && point.hasIpv6 && ability === 'works' ? tenths(connect6) : null,
    endReason: chance.hits(unrest) ? 'time-limit' : 'steady',
  };
};

const pointFor = ({ province, operator }: Line, chance: Chance): SimulatedPoint => {
  if (chance.hits(OVERSEAS_SHARE)) {
    const abroad = POINTS.filter(({ scope }) => scope === 'overseas');
    return abroad[chance.whole(abroad.length)]!;
  }
  const near = POINTS.filter(({ hub }) => hub === province.hub);
  const own = near.find((point) => point.operator === operator.name);
  return own && chance.hits(ON_NET_SHARE) ? own : near.find(({ scope }) => scope === 'exchange')!;
};

const tenths = (ms: number): Millis => Math.round(Math.max(ms, 0.5) * 10) / 10;
