// A classic worker in the place of the engine: it plays what its address says (`?play=`, JSON of `Play` in plays.ts). With `?channel=`
// it is a puppet: over that BroadcastChannel a test hears its commands, makes it say any report, and has it play on `complete`.
const query = new URL(location.href).searchParams;
const { begins = null, snapshots = [], ends = null } = JSON.parse(query.get('play') ?? '{}');
const strings = query.get('channel');
const say = (report) => postMessage(report);

const play = ({ testId, issuedAt, plan }) => {
  for (const snapshot of snapshots) say({ type: 'progress', snapshot });
  if (ends === 'crash')
    setTimeout(() => {
      throw new Error('scripted crash');
    });
  else if (ends)
    say({
      type: 'finished',
      result: { ...ends, testId, startedAt: issuedAt, plan: plan.name },
      recording: [{ kind: 'flagged', at: 1, flag: 'no-websocket' }],
      receipt: 'aaa.bbb.ccc',
    });
};

if (begins === 'throwing') throw new Error('scripted refusal');
if (begins !== 'silent') {
  const channel = strings ? new BroadcastChannel(strings) : null;
  let grant = null;
  if (channel)
    channel.onmessage = ({ data }) => {
      if (data === 'ping') channel.postMessage('alive');
      else if (data === 'complete') play(grant);
      else if (data.report) say(data.report);
    };
  onmessage = ({ data: command }) => {
    channel?.postMessage({ command });
    if (command.type !== 'start') return;
    grant = command.grant;
    if (!channel) play(grant);
  };
  say({ type: 'ready' });
}
