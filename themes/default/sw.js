// The service worker: keeps the whole edition in the languages its reader reads, so that every page works without a network.
//
// The compiler puts `EDITION` before this file: what there is, each file with the beginning of its SHA-256. A new state of the
// edition is another script, which the browser installs beside the one at work: it gathers everything into a cache of its own,
// and takes over when no page of the old one is open any more. So no page being read ever changes under its reader.
'use strict';

const ROOT = new URL('./', self.location).href;
/** One cache for each state of the edition; media keep their name when anything in them changes, so all states share theirs. */
const STATE = `${EDITION.name} ${EDITION.state}`;
const MEDIA = `${EDITION.name} media`;
/** Which languages are read here. */
const READER = `${EDITION.name} reader`;
const AT_ONCE = 6;

self.addEventListener('install', event => {
  event.waitUntil(languages().then(read => Promise.all([...read].map(keepLanguage))));
});

self.addEventListener('activate', event => {
  event.waitUntil((async () => {
    const ours = name => name.startsWith(`${EDITION.name} `) && ![STATE, MEDIA, READER].includes(name);
    await Promise.all((await caches.keys()).filter(ours).map(name => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener('message', event => {
  const { keep, media } = event.data ?? {};
  const tell = words => event.source?.postMessage(words);
  if (EDITION.languages[keep]) {
    const work = media ? keepMedia(keep, progress => tell({ progress })) : keepLanguage(keep);
    const more = Object.keys(EDITION.languages[keep].media).length;
    event.waitUntil(work.then(() => tell({ kept: keep, media, more }), () => tell({ failed: keep })));
  }
});

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  url.search = url.hash = '';
  if (event.request.method !== 'GET' || !url.href.startsWith(ROOT)) return;
  const path = decodeURI(url.href.slice(ROOT.length)).replace(/(^|\/)$/, '$1index.html');
  event.respondWith(answer(event.request, path));
});

/** A file as it stands in this state; from the network where it is not kept; an honest page where it can't be had. */
async function answer(request, path) {
  const cache = await caches.open(/^media\//.test(path) && !isShared(path) ? MEDIA : STATE);
  const kept = await cache.match(ROOT + path);
  if (kept) return request.headers.has('range') ? part(request, kept) : kept;
  try {
    return await fetch(request);
  } catch (error) {
    const page = request.mode === 'navigate' && await elsewhere(path);
    if (page) return page;
    throw error;
  }
}

/** Whether a picture: those are kept with the pages. */
function isShared(path) {
  return Object.values(EDITION.languages).some(({ files }) => path in files);
}

/** The page that says what is not here, in the language that was asked for, else in one that is read. */
async function elsewhere(path) {
  const cache = await caches.open(STATE);
  for (const code of [path.split('/')[0], ...await languages()]) {
    const page = await cache.match(`${ROOT}${code}/offline.html`);
    if (page) return page;
  }
  return null;
}

/** The piece of a file that a player asks for. */
async function part(request, whole) {
  const blob = await whole.blob();
  const [, from, to] = /^bytes=(\d+)-(\d*)/.exec(request.headers.get('range')) ?? [];
  const start = Number(from ?? 0);
  const end = to ? Math.min(Number(to), blob.size - 1) : blob.size - 1;
  const headers = new Headers(whole.headers);
  headers.set('Content-Range', `bytes ${start}-${end}/${blob.size}`);
  headers.set('Content-Length', end - start + 1);
  return new Response(blob.slice(start, end + 1), { status: 206, statusText: 'Partial Content', headers });
}

async function languages() {
  const kept = await (await caches.open(READER)).match(ROOT);
  return new Set(kept ? await kept.json() : []);
}

/** Gathers everything of a language; nothing counts as kept before all of it is there. */
async function keepLanguage(code) {
  const language = EDITION.languages[code];
  if (!language) return;
  const files = Object.entries({ ...EDITION.shared, ...language.files });
  const cache = await caches.open(STATE);
  const there = new Set((await cache.keys()).map(request => request.url));
  await all(files.filter(([path]) => !there.has(ROOT + path)), async ([path, hash]) => {
    await cache.put(ROOT + path, await obtain(path, hash));
  });
  const read = await languages();
  await (await caches.open(READER)).put(ROOT, Response.json([...read.add(code)]));
}

/** Sound and film of a language, when the reader asks for them. */
async function keepMedia(code, told) {
  const cache = await caches.open(MEDIA);
  const files = Object.keys(EDITION.languages[code].media);
  let done = 0;
  await all(files, async path => {
    if (!await cache.match(ROOT + path)) await cache.put(ROOT + path, await fetched(path));
    told({ done: done += 1, of: files.length });
  });
}

/** A file with the hash that this state has: from an earlier state where it has not changed, else from the network. A file of
 *  another state, on a host that is being written to, is no file of this one. */
async function obtain(path, hash) {
  const earlier = await caches.match(ROOT + path);
  if (earlier && await hashOf(earlier.clone()) === hash) return earlier;
  const response = await fetched(path);
  if (await hashOf(response.clone()) !== hash) throw new Error(`${path} is of another state`);
  return response;
}

async function fetched(path) {
  const response = await fetch(ROOT + path, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  // A response that came by another address can't answer for a page.
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

async function hashOf(response) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
  return [...digest.slice(0, 8)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Works through a list, a few at once. */
async function all(list, work) {
  const rest = [...list];
  const worker = async () => {
    for (let item = rest.shift(); item; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
