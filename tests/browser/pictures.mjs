// Makes the pictures of the guides: every example in docs/no and docs/sv that names one, built with the pages of
// tests/guides/ and photographed as a phone shows it.
//
//   cargo build && ANDRUM=target/debug/andrum node tests/browser/pictures.mjs
//
// `docs/pictures/made-of.txt` notes what each was made of, so that tests/guides.rs can tell an old one.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { chromium } from 'playwright-core';
import { executablePath } from './browser.mjs';
import { root, run } from './product.mjs';

const LANGUAGES = ['no', 'sv'];
const PHONE = { viewport: { width: 400, height: 800 }, deviceScaleFactor: 1.5, colorScheme: 'light', bypassCSP: true };
/** Room around what is shown, which would otherwise end where its words do. */
const room = stage => `${stage} { margin: -16px; padding: 16px } ${stage} > :first-child { margin-top: 0 }
  ${stage} > :last-child { margin-bottom: 0 }`;

/** The fences of a language's guides whose first word is `markdown`. */
function examples(language) {
  const folder = path.join(root, 'docs', language);
  return fs.readdirSync(folder).sort().flatMap(name => {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    return [...text.matchAll(/^```markdown *(.*)\n([^]*?)^```$/gm)].map(([, info, words]) => {
      const name = info.split(' ').find(word => word && !word.includes('/') && !LANGUAGES.includes(word));
      return { language, name, words, id: words.match(/^---\nid: (.*)$/m)?.[1] };
    });
  });
}

/** A project with a page for each picture, and the fragments that they include. */
function project(pictures) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andrum-pictures-'));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  fs.cpSync(path.join(root, 'tests/guides'), folder, { recursive: true });
  fs.cpSync(path.join(root, 'content/media'), path.join(folder, 'content/media'), { recursive: true });
  const write = (language, id, words) => fs.writeFileSync(path.join(folder, 'content', language, `${id}.md`), words);
  for (const { language, id, words } of LANGUAGES.flatMap(examples)) {
    if (/^kind: fragment$/m.test(words)) write(language, id, words);
  }
  for (const { language, name, id, words } of pictures) {
    const head = `---\nid: picture-${name}\nkind: page\ntitle: ${name}\naudience: therapist\n---\n\n`;
    write(language, id ?? `picture-${name}`, id ? words : head + words);
  }
  return folder;
}

/** A picture as PNG with a palette: its colours, most used first, the rare ones as the nearest of those. */
function png({ width, height, data }) {
  const counts = new Map();
  // Five bits a channel tell text from paper.
  const rough = at => (data[at] >> 3) << 10 | (data[at + 1] >> 3) << 5 | data[at + 2] >> 3;
  const exact = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const key = rough(at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (!exact.has(key)) exact.set(key, new Map());
    const colour = data[at] << 16 | data[at + 1] << 8 | data[at + 2];
    exact.get(key).set(colour, (exact.get(key).get(colour) ?? 0) + 1);
  }
  const most = map => [...map].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const keys = most(counts).slice(0, 64).map(([key]) => key);
  const palette = keys.map(key => most(exact.get(key))[0][0]);
  const parts = colour => [colour >> 16, colour >> 8 & 255, colour & 255];
  const nearest = new Map(keys.map((key, index) => [key, index]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let at = 0, y = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const key = rough(at);
      if (!nearest.has(key)) {
        const far = colour => parts(colour).reduce((sum, part, n) => sum + (part - data[at + n]) ** 2, 0);
        nearest.set(key, palette.reduce((best, colour, n) => far(colour) < far(palette[best]) ? n : best, 0));
      }
      rows[y * (width + 1) + 1 + x] = nearest.get(key);
    }
  }
  const chunk = (name, body) => {
    const named = Buffer.concat([Buffer.from(name), body]);
    const out = Buffer.alloc(named.length + 8);
    out.writeUInt32BE(body.length, 0);
    named.copy(out, 4);
    out.writeUInt32BE(crc32(named), named.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum >>> 1 ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

const pictures = LANGUAGES.flatMap(examples).filter(example => example.name);
const folder = project(pictures);
const dist = path.join(folder, 'dist');
run('build', '--quiet', '--root', folder, '--out', dist, '--edition', 'therapist', '--only', 'site');
const site = path.join(dist, 'therapist', JSON.parse(fs.readFileSync(path.join(dist, 'therapist/versions.json'))).versions[0].version);

const made = [];
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--hide-scrollbars'],
});
const tab = await (await browser.newContext(PHONE)).newPage();
for (const { language, name: word, id, words } of pictures) {
  await tab.goto(`file://${site}/${language}/${id ?? `picture-${word}`}/index.html`);
  // A player turns a wheel until it has its file, and for a moment after.
  if (await tab.evaluate(() => [...document.querySelectorAll('video, audio')].map(player => (player.preload = 'auto', player.load())).length)) {
    await tab.waitForFunction(() => [...document.querySelectorAll('video, audio')].every(player => player.readyState === 4));
    await tab.waitForTimeout(1500);
  }
  const stage = id ? 'main article' : 'main .text';
  await tab.addStyleTag({ content: room(stage) });
  const shot = await tab.locator(stage).screenshot({ animations: 'disabled' });
  const pixels = await tab.evaluate(async bytes => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), mark => mark.charCodeAt(0))]));
    const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
    const ink = canvas.getContext('2d');
    ink.drawImage(bitmap, 0, 0);
    const { data } = ink.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = '';
    for (let at = 0; at < data.length; at += 0x8000) text += String.fromCharCode(...data.subarray(at, at + 0x8000));
    return { width: bitmap.width, height: bitmap.height, data: btoa(text) };
  }, shot.toString('base64'));
  const name = `${language}/${word}.png`;
  const file = path.join(root, 'docs/pictures', name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, png({ ...pixels, data: Buffer.from(pixels.data, 'base64') }));
  made.push(`${name} ${createHash('sha256').update(words).digest('hex').slice(0, 16)}`);
}
await browser.close();
fs.writeFileSync(path.join(root, 'docs/pictures/made-of.txt'), `${made.sort().join('\n')}\n`);
console.log(`${made.length} pictures`);
