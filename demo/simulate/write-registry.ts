import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadOrCreateKey, type SigningKey } from '../../src/node/keys.ts';
import { POINTS, type SimulatedPoint } from './points.ts';
import { SITES } from './sites.ts';

/** Nothing answers there (RFC 2606): browsers cannot be sent to a simulated point. */
const hostOf = ({ id }: SimulatedPoint): string => `https://${id}.test`;

/**
 * Writes what a collector over simulated results needs to know: the points, with the public halves of keys that are kept in the same
 * folder, and the sites. Resolves with the keys.
 */
export const writeRegistry = async (dataDir: string): Promise<ReadonlyMap<string, SigningKey>> => {
  mkdirSync(dataDir, { recursive: true });
  const keys = new Map<string, SigningKey>();
  for (const { id } of POINTS) keys.set(id, await loadOrCreateKey(join(dataDir, `point-${id}.pem`)));
  const points = POINTS.map((point) => ({
    id: point.id,
    name: `${point.name} (mô phỏng)`,
    scope: point.scope,
    operator: point.operator,
    url: hostOf(point),
    url4: hostOf(point),
    url6: point.hasIpv6 ? hostOf(point) : null,
    key: keys.get(point.id)!.publicJwk,
  }));
  writeFileSync(join(dataDir, 'points.json'), JSON.stringify(points, null, 2));
  writeFileSync(join(dataDir, 'sites.json'), JSON.stringify(SITES, null, 2));
  return keys;
};
