import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULTS } from '../../demo/embed/choice.ts';
import type { PointAddresses } from '../../demo/embed/policy.ts';
import { SCRIPT_FILE } from '../../demo/embed/snippet.ts';
import { launchEngine } from '../drive/launch-engine.ts';
import { openPortal, type Portal } from './portal.ts';
import { startStack } from '../whole/stack.ts';

const hashes = JSON.parse(readFileSync(join(import.meta.dirname, '../../dist/integrity.json'), 'utf8')) as Readonly<
  Record<string, string>
>;

/** What a pinned snippet says of the script. */
export const integrity = hashes[SCRIPT_FILE]!;

/** What the words of the configurator are held against: a portal in a Chromium, and the collector that knows it, with its points. */
export interface ConfiguratorStage {
  /** For the browser. */
  readonly collector: string;
  readonly points: readonly PointAddresses[];
  readonly portal: Portal;
  readonly close: () => Promise<void>;
}

export const startConfiguratorStage = async (): Promise<ConfiguratorStage> => {
  const browser = await launchEngine('chromium');
  const portal = await openPortal(browser);
  const site = { id: DEFAULTS.site, name: DEFAULTS.site, province: '48', origins: [portal.origin] };
  const stack = await startStack({ domain: 'test', sites: [site] });
  const local = stack.collector.replace('collector.test', '127.0.0.1');
  const { points } = (await (await fetch(`${local}/v1/points`)).json()) as { points: readonly PointAddresses[] };
  return {
    collector: stack.collector,
    points,
    portal,
    close: async () => {
      await portal.close();
      await browser.close();
      await stack.close();
    },
  };
};
