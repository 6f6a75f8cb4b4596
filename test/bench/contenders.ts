import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from './contender.ts';
import { cloudflare } from './contenders/cloudflare.ts';
import { librespeed } from './contenders/librespeed.ts';
import { ndt7 } from './contenders/ndt7.ts';
import { openspeedtest } from './contenders/openspeedtest.ts';
import { ours } from './contenders/ours.ts';
import { plain } from './contenders/plain.ts';
import { rmbtws } from './contenders/rmbtws.ts';

/** Everyone, in the order of the tables. */
export const CONTENDERS: readonly Contender[] = [ours, librespeed, cloudflare, ndt7, openspeedtest, rmbtws, plain];

export const namedContender = (name: string): Contender => {
  const found = CONTENDERS.find((contender) => contender.name === name);
  if (!found)
    throw new Error(`There is no engine "${name}": ${CONTENDERS.map((contender) => contender.name).join(', ')}.`);
  return found;
};

/** What a contender needs and PEERS_DIR does not have. */
export const missingOf = ({ needs }: Contender, peersDir: string): readonly string[] =>
  needs.filter((path) => peersDir === '' || !existsSync(join(peersDir, path)));
