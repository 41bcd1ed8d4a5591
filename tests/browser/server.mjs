// A plain static host on loopback: files, gzip for whoever takes it, and the headers that each version's headers.json asks for.

import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp',
  '.woff2': 'font/woff2', '.m4a': 'audio/mp4', '.mp3': 'audio/mpeg', '.mp4': 'video/mp4', '.vtt': 'text/vtt; charset=utf-8', '.zip': 'application/zip',
};

/** The path of `base_url` in programme.yaml, which 404.html begins its addresses with. */
const BASE = '/antistress/';

/** Serves `dist` below a path, as on a host where it is not alone. */
export async function serve(dist, editions) {
  const server = http.createServer((request, answer) => {
    const address = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const name = address.startsWith(BASE) ? path.posix.normalize(address.slice(BASE.length)) : '..';
    const place = path.join(dist, name.endsWith('/') ? `${name}index.html` : name);
    if (name.startsWith('..') || !fs.existsSync(place) || !fs.statSync(place).isFile()) {
      answer.writeHead(404).end('no such file');
      return;
    }
    const bytes = fs.readFileSync(place);
    const edition = editions.find(edition => name.startsWith(`${edition.name}/`));
    const headers = { ...edition?.headers['/*'], 'Content-Type': TYPES[path.extname(place)] ?? 'application/octet-stream' };
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    if (range) {
      const [from, to] = [Number(range[1]), Math.min(range[2] ? Number(range[2]) : Infinity, bytes.length - 1)];
      answer.writeHead(206, { ...headers, 'Content-Range': `bytes ${from}-${to}/${bytes.length}` });
      answer.end(bytes.subarray(from, to + 1));
      return;
    }
    const small = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') && /^text|json|svg/.test(headers['Content-Type']);
    const body = small ? zlib.gzipSync(bytes) : bytes;
    const coding = small ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : { 'Accept-Ranges': 'bytes' };
    answer.writeHead(200, { ...headers, ...coding, 'Content-Length': body.length }).end(body);
  });
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, address: file => `${origin}${BASE}${file}`, close: () => server.close() };
}
