// An LMS's player for these tests: npm's scorm-again in a page of its own, and the package in a frame inside it, as LMSs show
// them. What the course said is kept over launches, as an LMS keeps it; every error code that it answered with is noted.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const require = createRequire(new URL('../browser/package.json', import.meta.url));
const PLAYER = { scorm12: 'scorm12', scorm2004: 'scorm2004' };
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.woff2': 'font/woff2', '.m4a': 'audio/mp4', '.mp4': 'video/mp4', '.vtt': 'text/vtt', '.xml': 'text/xml',
};

const unpackedHere = [];
process.on('exit', () => unpackedHere.forEach(folder => fs.rmSync(folder, { recursive: true, force: true })));

/** A package, unpacked into a folder that goes away. */
export function unpacked(zip) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andrum-lms-'));
  unpackedHere.push(folder);
  execFileSync('unzip', ['-q', '-d', folder, zip]);
  return folder;
}

/** What the player's page does. Runs in the browser. */
function player({ standard, kept, mode, launch }) {
  const faults = window.faults = [];
  const make = standard === 'scorm12' ? window.Scorm12API : window.Scorm2004API;
  const api = new make({ autocommit: false, logLevel: 5, selfReportSessionTime: true });
  const names = standard === 'scorm12'
    ? { get: 'LMSGetValue', set: 'LMSSetValue', save: 'LMSCommit', close: 'LMSFinish', open: 'LMSInitialize', fault: 'LMSGetLastError' }
    : { get: 'GetValue', set: 'SetValue', save: 'Commit', close: 'Terminate', open: 'Initialize', fault: 'GetLastError' };
  if (kept) {
    api.loadFromFlattenedJSON(kept, '');
    if (standard === 'scorm12') api.cmi.core.entry = 'resume';
    else api.cmi.entry = 'resume';
  }
  if (standard === 'scorm12') api.cmi.core.student_id = 'kari';
  else api.cmi.learner_id = 'kari';
  if (mode) (standard === 'scorm12' ? api.cmi.core : api.cmi)[standard === 'scorm12' ? 'lesson_mode' : 'mode'] = mode;
  const calls = window.calls = [];
  window.behaviour = { gone: false, slow: 0 };
  const wrapped = {};
  for (const [kind, name] of Object.entries(names)) {
    wrapped[name] = (...values) => {
      const { gone, slow } = window.behaviour;
      if (slow && kind !== 'fault') for (const until = performance.now() + slow; performance.now() < until;);
      if (gone && kind !== 'fault') return 'false';
      const answer = api[name](...values);
      if (kind === 'fault') return answer;
      calls.push([kind, ...values]);
      const code = String(api[names.fault]());
      // A value that was never set has none: SCORM 2004 says so with a code of its own, and a course can't know without asking.
      if (code !== '0' && !(code === '403' && kind === 'get')) faults.push(`${name}(${values.join(', ')}): ${code}`);
      if (kind === 'save' || kind === 'close') {
        const kept = JSON.stringify(api.getFlattenedCMI());
        try {
          const request = new XMLHttpRequest();
          request.open('POST', '/kept', false);
          request.send(kept);
        } catch {
          // A window that is closing may wait for no answer.
          navigator.sendBeacon('/kept', kept);
        }
      }
      return answer;
    };
  }
  window[standard === 'scorm12' ? 'API' : 'API_1484_11'] = wrapped;
  const frame = Object.assign(document.createElement('iframe'), { src: launch, title: 'course' });
  frame.setAttribute('style', 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0');
  document.body.append(frame);
}

/** Serves a package to learners; `folder` may be changed for that of a newer version, and `mode` to `review`. */
export async function host(standard, folder) {
  const script = fs.readFileSync(path.join(path.dirname(require.resolve('scorm-again')), `${PLAYER[standard]}.js`));
  const lms = { kept: null, folder, mode: '' };
  const server = http.createServer((request, answer) => {
    const address = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    if (request.method === 'POST') {
      const parts = [];
      request.on('data', part => parts.push(part));
      request.on('end', () => {
        lms.kept = JSON.parse(Buffer.concat(parts).toString());
        answer.writeHead(204).end();
      });
      return;
    }
    if (address === '/player.js') return answer.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    if (address === '/') {
      const given = JSON.stringify({ standard, kept: lms.kept, mode: lms.mode, launch: '/course/index.html' });
      const html = `<!doctype html><html lang="en"><title>LMS</title><body><script src="/player.js"></script><script>(${player})(${given})</script>`;
      return answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
    }
    const place = path.join(lms.folder, path.posix.normalize(address.replace(/^\/course\//, '')));
    if (!place.startsWith(lms.folder) || !fs.existsSync(place) || !fs.statSync(place).isFile()) return answer.writeHead(404).end('no such file');
    return answer.writeHead(200, { 'Content-Type': TYPES[path.extname(place)] ?? 'application/octet-stream' }).end(fs.readFileSync(place));
  });
  await new Promise(ready => server.listen(0, '127.0.0.1', ready));
  // A test that fails must not keep the others waiting.
  server.unref();
  return Object.assign(lms, { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() });
}
