// Keeps the app's own files, and nothing else: no result, no answer of the collector, no byte that is measured. What is not one of
// these files it leaves to the browser, as if it were not here. The version is the files' own hash, filled in with their list.
const PREFIX = 'i-speed-test-app-';
const CACHE = `${PREFIX}{{VERSION}}`;
const SHELL = '{{SHELL}}'.split(' ').map((path) => new URL(path, location.href).pathname);

addEventListener('install', (event) => {
  // Past the HTTP cache: files of two versions do not fit together. A page keeps the version it began with, so nothing is taken over early.
  const fresh = SHELL.map((path) => new Request(path, { cache: 'reload' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

addEventListener('activate', (event) => {
  const isOld = (name) => name.startsWith(PREFIX) && name !== CACHE;
  const clear = async () => Promise.all((await caches.keys()).filter(isOld).map((name) => caches.delete(name)));
  event.waitUntil(clear());
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !SHELL.includes(pathname)) return;
  const answer = async () => (await (await caches.open(CACHE)).match(pathname)) ?? fetch(request);
  event.respondWith(answer());
});
