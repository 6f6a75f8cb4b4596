// What browser and server can move at all: six requests at once and a fixed window, no judgement.
// Answers with { down, up } in bit/s, or { error }.

/** As many connections as a browser opens to one host. */
const STREAMS = 6;

/** The beginning is left out, long enough for the slowest start of any link of the lab. */
const WARM_UP_MS = 3000;
const WINDOW_MS = 7000;

/** Each connection's one buffer, as large as the server's block. */
const BUFFER_BYTES = 256 * 1024;

/** Random, made of one block because making randomness takes time; large enough to be seldom sent anew. */
const RANDOM_BLOCK_BYTES = 1024 * 1024;
const RANDOM_BLOCKS = 32;
const RANDOM_CALL_BYTES = 65536;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Carries until told to stop. */
const carry = async (streams, stop) => {
  const ended = Array.from({ length: STREAMS }, () => streams(stop.signal).catch(() => undefined));
  return () => {
    stop.abort();
    return Promise.all(ended);
  };
};

const measureDownload = async () => {
  let bytes = 0;
  const drain = async (signal) => {
    const { body } = await fetch('/v1/download', { cache: 'no-store', signal });
    const reader = body.getReader({ mode: 'byob' });
    for (let buffer = new ArrayBuffer(BUFFER_BYTES); ;) {
      const { done, value } = await reader.read(new Uint8Array(buffer));
      if (done) return;
      bytes += value.byteLength;
      buffer = value.buffer;
    }
  };
  const stop = await carry(drain, new AbortController());
  await wait(WARM_UP_MS);
  const [from, before] = [performance.now(), bytes];
  await wait(WINDOW_MS);
  const rate = ((bytes - before) * 8000) / (performance.now() - from);
  await stop();
  return rate;
};

const randomBlob = () => {
  const block = new Uint8Array(RANDOM_BLOCK_BYTES);
  for (let at = 0; at < block.length; at += RANDOM_CALL_BYTES)
    crypto.getRandomValues(block.subarray(at, at + RANDOM_CALL_BYTES));
  return new Blob(Array.from({ length: RANDOM_BLOCKS }, () => block));
};

const measureUpload = async () => {
  const body = randomBlob();
  const fill = async (signal) => {
    for (;;) await fetch('/v1/upload', { method: 'POST', body, signal });
  };
  const stop = await carry(fill, new AbortController());
  await wait(WARM_UP_MS + WINDOW_MS);
  await stop();
  // The receiver's own readings, on its own clock: [ms, bytes] a tenth of a second apart.
  const readings = await (await fetch('/readings')).json();
  const at = (ms) => readings.findLast((reading) => reading.at <= ms);
  const [first, last] = [at(WARM_UP_MS), at(WARM_UP_MS + WINDOW_MS)];
  return ((last.bytes - first.bytes) * 8000) / (last.at - first.at);
};

(async () => ({ down: await measureDownload(), up: await measureUpload() }))().then(
  (rates) => self.postMessage(rates),
  (error) => self.postMessage({ error: String(error) }),
);
