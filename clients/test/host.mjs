// A static host on loopback: folders below paths, which can be taken away as a network is.

import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.zip': 'application/zip',
};

/** Serves each folder below its path: `{ '/lib/': folder }`. `change` may hand over other bytes for a path. */
export async function host(folders, change = (_, bytes) => bytes) {
  const asked = [];
  const server = http.createServer((request, answer) => {
    const { pathname } = new URL(request.url, 'http://host');
    asked.push(pathname);
    const below = Object.keys(folders).filter(below => pathname.startsWith(below)).sort((a, b) => b.length - a.length)[0];
    const name = below && path.posix.normalize(pathname.slice(below.length) || 'index.html');
    const place = below && path.join(folders[below], name);
    if (!below || name.startsWith('..') || !fs.existsSync(place) || !fs.statSync(place).isFile()) {
      answer.writeHead(404).end();
      return;
    }
    const bytes = change(pathname, fs.readFileSync(place));
    answer.writeHead(200, { 'Content-Type': TYPES[path.extname(place)] ?? 'application/octet-stream', 'Cache-Control': 'no-store' }).end(bytes);
  });
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  const close = () => new Promise(done => {
    server.close(done);
    server.closeAllConnections();
  });
  return { origin: `http://127.0.0.1:${server.address().port}`, folders, asked, close };
}
