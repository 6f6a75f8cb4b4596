import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { type Environment, integerSetting, textSetting } from '../src/node/environment.ts';
import { originOf } from '../src/node/listen.ts';
import type { Point } from '../src/protocol/point.ts';

/**
 * Where each server of the demo answers: the collector at PORT, then two points, then the portal that embeds the element, then the
 * collector of simulated results.
 */
export interface Layout {
  /** Address to bind. */
  readonly host: string;
  readonly dataDir: string;
  readonly collector: { readonly port: number; readonly origin: string };
  readonly points: readonly (Point & { readonly port: number })[];
  readonly portal: { readonly port: number; readonly origin: string };
  readonly simulated: {
    readonly port: number;
    readonly origin: string;
    readonly dataDir: string;
    /** How many results it is filled with; 0 = there is none. */
    readonly results: number;
  };
}

const POINTS = [
  { id: 'demo-hanoi', name: 'Hà Nội (demo)', scope: 'exchange', operator: 'VNIX demo' },
  { id: 'demo-danang', name: 'Đà Nẵng (demo)', scope: 'on-net', operator: 'ISP demo' },
] as const;

/** Enough for figures of most provinces, and few enough to be there within seconds. */
const SIMULATED_RESULTS = 40_000;

/** PORT, HOST, DATA_DIR and SIMULATED_RESULTS → the layout, or a SettingError. */
export const readLayout = (env: Environment): Layout => {
  const host = textSetting(env, 'HOST', 'localhost');
  const port = integerSetting(env, 'PORT', { fallback: 8080, min: 1, max: 65_531 });
  const shown = advertised(host);
  const dataDir = resolve(textSetting(env, 'DATA_DIR', './data'));
  return {
    host,
    dataDir,
    collector: { port, origin: originOf(shown, port) },
    points: POINTS.map((point, i) => ({ ...point, port: port + 1 + i, ...originsOf(shown, port + 1 + i) })),
    portal: { port: port + 3, origin: originOf(shown, port + 3) },
    simulated: {
      port: port + 4,
      origin: originOf(shown, port + 4),
      dataDir: join(dataDir, 'simulated'),
      results: integerSetting(env, 'SIMULATED_RESULTS', { fallback: SIMULATED_RESULTS, min: 0, max: 1_000_000 }),
    },
  };
};

/** A wildcard address cannot be called; the machine's first outward one can. */
const advertised = (host: string): string => {
  if (host !== '0.0.0.0' && host !== '::') return host;
  const outward = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4');
  return outward?.address ?? 'localhost';
};

const hasLoopback6 = (): boolean =>
  Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === '::1'));

/** `localhost` is dual-stack, so each family can be asked alone; a plain address has only its own. */
const originsOf = (host: string, port: number): Pick<Point, 'url' | 'url4' | 'url6'> => {
  const url = originOf(host, port);
  if (host === 'localhost')
    return { url, url4: originOf('127.0.0.1', port), url6: hasLoopback6() ? originOf('::1', port) : null };
  const isSix = host.includes(':');
  const isFour = /^[\d.]+$/.test(host);
  return { url, url4: isFour ? url : null, url6: isSix ? url : null };
};
