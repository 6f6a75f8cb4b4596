// What makes the page an app: it starts without a network, says when there is none, and measures past its own service worker.
const element = document.querySelector('i-speed-test');
const notice = document.getElementById('offline');

// A worker belongs to the service worker in whose scope its script lies, and this one lies outside the app's: nothing sits between the
// engine and the points. The engine inside the script would belong to the page's, so it serves only where there is nothing to measure.
const ENGINE = '/dist/engine-worker.js';

const isThere = () =>
  fetch(ENGINE, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

const look = async () => {
  notice.hidden = navigator.onLine;
  element.workerSrc = navigator.onLine && (await isThere()) ? ENGINE : null;
};

for (const change of ['online', 'offline', 'pageshow']) addEventListener(change, () => void look());
document.addEventListener('visibilitychange', () => void (document.hidden || look()));
element.addEventListener('i-speed-test-failure', async ({ failure }) => {
  const hadEngine = element.workerSrc !== null;
  await look();
  // The network went away since: the engine that needs none can say so.
  if (hadEngine && failure.code === 'engine-blocked' && element.workerSrc === null) void element.start();
});

// Not everywhere: pages without TLS, private windows. The app is then a page like any other.
navigator.serviceWorker?.register('./service-worker.js').catch(() => undefined);
