// Keeps the app itself, so that it opens without a network. The bundle and the answers lie in IndexedDB and never pass here.

const CACHE = 'app';

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));

addEventListener('fetch', event => {
  const { request } = event;
  const address = new URL(request.url);
  const own = request.method === 'GET' && address.href.startsWith(registration.scope) && !address.pathname.includes('/blobs/');
  if (own) event.respondWith(newest(request));
});

/** From the network while there is one, so that the app is never older than it must be. */
async function newest(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok && await cache.match(request, { ignoreSearch: true })) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}
