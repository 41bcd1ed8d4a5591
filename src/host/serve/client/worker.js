// The service worker of a preview: keeps nothing, and throws away what a published site's worker kept at this address.
'use strict';

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(
  caches.keys().then(names => Promise.all(names.filter(name => name.startsWith('andrum ')).map(name => caches.delete(name)))),
));
