import { join } from 'node:path';
import { createRemoteJWKSet } from 'jose';
import { loadOrCreateKey } from '../node/keys.ts';
import { log } from '../node/log.ts';
import { runMain } from '../node/run-main.ts';
import { COLLECTOR_PATHS } from '../protocol/endpoints.ts';
import { startPoint } from './point.ts';
import { readSettings } from './settings.ts';

await runMain('point', async () => {
  const settings = readSettings(process.env);
  const key = await loadOrCreateKey(join(settings.dataDir, `point-${settings.id}.pem`));
  log('info', 'the public key to enrol with', { key: key.publicJwk });
  const collectorKeys = createRemoteJWKSet(new URL(COLLECTOR_PATHS.keys, settings.collectorUrl));
  void collectorKeys.reload().catch(() => undefined); // so that the first visitor need not wait; tried again when a ticket comes
  return startPoint({ settings, key, collectorKeys });
});
