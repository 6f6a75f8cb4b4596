// A classic worker that plays an engine. `?script=` says which; `?channel=` names a BroadcastChannel over which a test hears its
// commands and makes it say any report ("puppet").
const query = new URL(location.href).searchParams;
const script = query.get('script');
const say = (report) => postMessage(report);

const curve = (rate, length) =>
  Array.from({ length }, (_, i) => rate * Math.min(1, 0.25 + i * 0.18) * (1 + 0.03 * Math.sin(i * 1.7)));

const snapshot = {
  phase: 'download',
  elapsedMs: 3400,
  phaseProgress: 0.6,
  rate: 187.4e6,
  downloadTrace: curve(187.4e6, 14),
  uploadTrace: [],
  downloadRate: 187.4e6,
  uploadRate: null,
  idleLatencyMs: 6.2,
  bytesUsed: 47.3e6,
  pointId: 'da-nang',
};

const direction = (bitsPerSecond) => ({
  bitsPerSecond,
  bytes: (bitsPerSecond / 8) * 2.5,
  durationMs: 2500,
  streams: 4,
  confidence: 'high',
  intervalLow: bitsPerSecond * 0.982,
  intervalHigh: bitsPerSecond * 1.018,
  endReason: 'steady',
});

const latency = (medianMs) => ({ medianMs, minMs: medianMs * 0.8, p95Ms: medianMs * 1.7, jitterMs: 0.9, samples: 20 });

const resultOf = ({ testId, issuedAt, plan }) => ({
  testId,
  outcome: 'complete',
  startedAt: issuedAt,
  endReason: 'steady',
  flags: [],
  failure: null,
  plan: plan.name,
  point: { id: 'da-nang', scope: 'on-net' },
  operator: { asn: 45899, name: 'VNPT' },
  ipFamily: 6,
  download: direction(187.4e6),
  upload: direction(94.21e6),
  latency: { idle: latency(6.24), download: latency(23.6), upload: latency(31.2) },
  ipv6: { ability: 'works', connectMs4: 6.1, connectMs6: 6.4, preferred: 6 },
  lossRatio: null,
  engineVersion: '0.1.0',
  estimatorVersion: '1',
});

const finish = (result) =>
  say({
    type: 'finished',
    result,
    recording: [{ kind: 'flagged', at: 1, flag: 'no-websocket' }],
    receipt: 'aaa.bbb.ccc',
  });

const uploading = {
  ...snapshot,
  phase: 'upload',
  rate: 94.2e6,
  uploadTrace: curve(94.2e6, 11),
  uploadRate: 94.2e6,
  bytesUsed: 88e6,
};

const weak = (grant) => ({
  ...resultOf(grant),
  flags: ['tab-hidden', 'no-websocket', 'time-limit'],
  download: { ...direction(3.42e6), confidence: 'low' },
  latency: { idle: latency(48), download: latency(310), upload: null },
  ipv6: { ability: 'fails', connectMs4: 48, connectMs6: null, preferred: 4 },
});

const partial = (grant) => ({
  ...resultOf(grant),
  outcome: 'partial',
  upload: null,
  failure: { code: 'point-lost', message: 'lost' },
  ipv6: { ability: null, connectMs4: null, connectMs6: null, preferred: null },
  operator: null,
});

const failedWith = (grant, code) => ({
  ...resultOf(grant),
  outcome: 'failed',
  endReason: 'failed',
  failure: { code, message: `scripted ${code}` },
  download: null,
  upload: null,
});

const plays = {
  complete: (grant) => {
    say({ type: 'progress', snapshot });
    say({ type: 'progress', snapshot: uploading });
    finish(resultOf(grant));
  },
  weak: (grant) => finish(weak(grant)),
  partial: (grant) => finish(partial(grant)),
  hold: () => say({ type: 'progress', snapshot }),
  uploading: () => say({ type: 'progress', snapshot: uploading }),
  fail: (grant) => finish(failedWith(grant, query.get('code'))),
  crash: () =>
    setTimeout(() => {
      throw new Error('scripted crash');
    }),
  puppet: () => {},
};

if (script === 'throws') throw new Error('scripted refusal');
if (script !== 'silent') {
  const name = query.get('channel');
  const channel = name ? new BroadcastChannel(name) : null;
  if (channel)
    channel.onmessage = ({ data }) => {
      if (data === 'ping') channel.postMessage('alive');
      else if (data === 'complete') plays.complete(grant);
      else if (data.report) say(data.report);
    };
  let grant = null;
  onmessage = ({ data: command }) => {
    channel?.postMessage({ command });
    if (command.type !== 'start') return;
    grant = command.grant;
    plays[script](grant);
  };
  say({ type: 'ready' });
}
