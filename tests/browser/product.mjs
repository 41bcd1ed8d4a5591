// The product as these tests see it: the repository's own programme, built once a test file into a folder that goes away.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const target = process.env.CARGO_TARGET_DIR ? path.resolve(root, process.env.CARGO_TARGET_DIR) : path.join(root, 'target');

/** The program under test. */
export const andrum = process.env.ANDRUM ?? path.join(target, 'release/andrum');

/** Runs the program and returns what it prints. */
export const run = (...args) => execFileSync(andrum, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });

/** The folder that is no edition for readers: the status page. */
const INTERNAL = 'internal';

/** What an edition holds of the course, beside its site. */
const OF_THE_COURSE = /^[^/]+\/(lms|record|guide)\//;

/** Builds everything and returns its `dist`, each edition with what its own files say of it, and the status page in the same form. */
export function build() {
  const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'andrum-browser-'));
  process.on('exit', () => fs.rmSync(dist, { recursive: true, force: true }));
  run('build', '--quiet', '--out', dist);
  const read = name => file => JSON.parse(fs.readFileSync(path.join(dist, name, file), 'utf8'));
  const editions = fs.readdirSync(dist).filter(name => name !== INTERNAL).sort().map(name => {
    const json = read(name);
    const { version } = json('versions.json').versions[0];
    const all = files(path.join(dist, name));
    return {
      name,
      version,
      headers: json(`${version}/headers.json`),
      manifest: json(`${version}/bundle/manifest.json`),
      files: all.filter(file => !OF_THE_COURSE.test(file)),
      course: all.filter(file => OF_THE_COURSE.test(file)),
    };
  });
  assert.ok(editions.length > 0, 'no edition was built');
  return { dist, editions, internal: internal(dist, read(INTERNAL)) };
}

/** The status page as an edition: one page a language, which its start page is. */
function internal(dist, json) {
  const { version } = json('versions.json').versions[0];
  const { languages } = json(`${version}/release.json`);
  return {
    name: INTERNAL,
    version,
    home: 'status',
    headers: json(`${version}/headers.json`),
    manifest: { languages, page_order: [], pages: { status: { kind: 'status', files: {} } } },
    files: files(path.join(dist, INTERNAL)),
    course: [],
  };
}

/** Every file below a folder, by its path from there, sorted. */
export function files(folder, below = '') {
  return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap(entry => {
    const name = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? files(folder, name) : [name];
  }).sort();
}

/** Says how much a check looked at; one that looked at nothing fails. */
export function counted(test, number, what) {
  test.diagnostic(`${number} ${what}`);
  assert.ok(number > 0, `there was nothing to look at: 0 ${what}`);
}

/** Fails with every fault that was found, the first of them in full. */
export function none(faults, of) {
  const shown = [...new Set(faults)];
  const more = shown.length > 25 ? `\n  … and ${shown.length - 25} more` : '';
  assert.equal(shown.length, 0, `${shown.length} ${of}:\n  ${shown.slice(0, 25).join('\n  ')}${more}`);
}

/** A copy of the repository's programme, for a test that changes it; whoever asks for it takes it away. */
export function copied() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andrum-copy-'));
  for (const name of ['content', 'themes', 'i18n', 'programme.yaml']) {
    fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  return folder;
}

/** Builds the patient's site of the repository's programme into `out` under another version, after a change in its folder. */
export function another(version, out, change = () => {}) {
  const folder = copied();
  const programme = path.join(folder, 'programme.yaml');
  fs.writeFileSync(programme, fs.readFileSync(programme, 'utf8').replace(/^version: .*/m, `version: ${version}`));
  change(folder);
  run('build', '--quiet', '--root', folder, '--out', out, '--edition', 'patient', '--only', 'site');
  fs.rmSync(folder, { recursive: true, force: true });
}
