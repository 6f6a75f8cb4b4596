import * as v from 'valibot';
import { type Environment, integerSetting, SettingError, textSetting } from '../node/environment.ts';
import { type PointScope, PointScopeSchema } from '../protocol/point.ts';

/** How one measurement point runs. */
export interface PointSettings {
  readonly id: string;
  readonly scope: PointScope;
  readonly host: string;
  readonly port: number;
  /** Holds the signing key; losing it means enrolling again. */
  readonly dataDir: string;
  /** Whose tickets are honoured. */
  readonly collectorUrl: string;
  /** One UDP port for the datagrams of all tests; 0 takes any free one for each. */
  readonly udpPort: number;
  /** More tests at once than this are sent elsewhere (503). */
  readonly maxTests: number;
  /** An MMDB of networks (GeoLite2-ASN, IPinfo Lite, DB-IP ASN Lite); null uses the small table of Vietnamese ones. */
  readonly networksFile: string | null;
  /** PEM files; null serves plain HTTP. Pages on https:// can only measure against https:// points. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
}

/** Environment → settings, or a SettingError that says what to write. */
export const readSettings = (env: Environment): PointSettings => {
  const scope = v.safeParse(PointScopeSchema, textSetting(env, 'POINT_SCOPE', 'exchange'));
  if (!scope.success) throw new SettingError('POINT_SCOPE must be on-net, exchange or overseas.');
  const collectorUrl = textSetting(env, 'COLLECTOR_URL');
  if (!URL.canParse(collectorUrl)) throw new SettingError(`COLLECTOR_URL=${collectorUrl} is not an address.`);
  const certFile = textSetting(env, 'TLS_CERT_FILE', 'none');
  const keyFile = textSetting(env, 'TLS_KEY_FILE', 'none');
  if ((certFile === 'none') !== (keyFile === 'none'))
    throw new SettingError('Set both TLS_CERT_FILE and TLS_KEY_FILE, or neither.');
  return {
    id: textSetting(env, 'POINT_ID'),
    scope: scope.output,
    host: textSetting(env, 'HOST', 'localhost'),
    port: integerSetting(env, 'PORT', { fallback: 8081, min: 0, max: 65_535 }),
    dataDir: textSetting(env, 'DATA_DIR', './data'),
    collectorUrl,
    udpPort: integerSetting(env, 'POINT_UDP_PORT', { fallback: 0, min: 0, max: 65_535 }),
    maxTests: integerSetting(env, 'POINT_MAX_TESTS', { fallback: 50, min: 1, max: 10_000 }),
    networksFile: env['NETWORKS_FILE'] || null,
    tls: certFile === 'none' ? null : { certFile, keyFile },
  };
};
