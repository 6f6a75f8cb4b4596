import { CompactSign } from 'jose';
import { SIGNATURE_ALGORITHM, type SigningKey } from '../node/keys.ts';
import { log } from '../node/log.ts';
import { heartbeatPath } from '../protocol/endpoints.ts';
import { type Heartbeat, HEARTBEAT_MS, HEARTBEAT_TYPE } from '../protocol/heartbeat.ts';
import { ENGINE_VERSION } from '../protocol/result.ts';
import type { PointSettings } from './settings.ts';

/** A collector that takes longer than this to say "noted" is taken for gone until the next beat. */
const ANSWER_TIMEOUT_MS = 5000;

/** Tells the collector that this point is there, now and every {@link HEARTBEAT_MS}, until the answer is called. Logs once when that begins or ceases to work. */
export const startHeartbeat = ({
  settings,
  key,
  openTests,
}: {
  readonly settings: Pick<PointSettings, 'id' | 'maxTests' | 'collectorUrl'>;
  readonly key: SigningKey;
  readonly openTests: () => number;
}): (() => void) => {
  const { id, maxTests, collectorUrl } = settings;
  const address = new URL(heartbeatPath(id), collectorUrl);
  let complaint: string | null = '';
  const beat = async (): Promise<void> => {
    const trouble = await tell(address, await sealed({ id, maxTests, openTests: openTests() }, key));
    if (trouble === complaint) return;
    if (trouble === null) log('info', 'the collector knows that this point is there');
    else log('warn', 'the collector does not hear this point', { trouble });
    complaint = trouble;
  };
  void beat();
  const timer = setInterval(() => void beat(), HEARTBEAT_MS);
  return () => clearInterval(timer);
};

const sealed = (
  { id, ...room }: { readonly id: string; readonly openTests: number; readonly maxTests: number },
  { privateKey, publicJwk }: SigningKey,
): Promise<string> => {
  const heartbeat: Heartbeat = { iss: id, iat: Math.floor(Date.now() / 1000), version: ENGINE_VERSION, ...room };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(heartbeat)))
    .setProtectedHeader({ alg: SIGNATURE_ALGORITHM, kid: publicJwk.kid, typ: HEARTBEAT_TYPE })
    .sign(privateKey);
};

/** Null when it was noted, else what went wrong. */
const tell = async (address: URL, body: string): Promise<string | null> => {
  try {
    const answer = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    return answer.ok ? null : `status ${answer.status}: ${(await answer.text()).slice(0, 300)}`;
  } catch (error) {
    return String(error);
  }
};
