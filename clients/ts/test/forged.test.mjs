// Thousands of bundles that someone changed: each that would be read otherwise is refused, by name, and nothing swells.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { deflateRawSync, crc32 } from 'node:zlib';
import { BundleError, verifyAll, zip } from '../lib/index.js';
import { released } from '../../test/released.mjs';

const { bundle: place, publicKey } = released();
const whole = fs.readFileSync(path.join(place('1.0.0'), 'rolig-1.0.0-patient.zip'));
const CHANGES = 3_000;

/** The same numbers in each run (mulberry32). */
function chance(seed) {
  return below => {
    seed = (seed + 0x6d2b79f5) | 0;
    let number = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    number = (number + Math.imul(number ^ (number >>> 7), 61 | number)) ^ number;
    return ((number ^ (number >>> 14)) >>> 0) % below;
  };
}

/** The members of a ZIP by the list at its end. */
function members(data) {
  const found = [];
  let at = data.readUInt32LE(data.length - 6);
  while (data.readUInt32LE(at) === 0x02014b50) {
    const [name, extra] = [data.readUInt16LE(at + 28), data.readUInt16LE(at + 30)];
    found.push({ name: data.toString('utf8', at + 46, at + 46 + name), row: at });
    at += 46 + name + extra;
  }
  return found;
}

/** Python's and everyone's way to write a ZIP, with sizes that may lie. */
function packed(files) {
  const [local, central] = [[], []];
  let at = 0;
  for (const { name, data, size = data.length } of files) {
    const [title, body] = [Buffer.from(name), deflateRawSync(data)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(typeof crc32 === 'function' ? crc32(data) : 0, 10);
    head.writeUInt32LE(body.length, 14);
    head.writeUInt32LE(size, 18);
    head.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), head, title, body]);
    local.push(entry);
    central.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, tail, title);
    at += entry.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, list, Buffer.from('PK\x05\x06'), end]);
}

const source = zip(whole);
const files = [];
for (const { name } of members(whole)) {
  const read = { 'manifest.json': source.manifest, 'manifest.json.minisig': source.signature }[name];
  files.push({ name, data: Buffer.from(await (read?.() ?? source.file({ path: name, bytes: 2 ** 28 }))) });
}

const WAYS = {
  flipped: (data, below) => void (data[below(data.length)] ^= 1 << below(8)),
  'flipped in the list': (data, below) => {
    const from = data.readUInt32LE(data.length - 6);
    data[from + below(data.length - from)] ^= 1 << below(8);
  },
  cut: (data, below) => data.subarray(0, below(data.length)),
  'put in': (data, below) => {
    const at = [0, data.length, below(data.length)][below(3)];
    return Buffer.concat([data.subarray(0, at), Buffer.alloc(1 + below(8), below(256)), data.subarray(at)]);
  },
  'another size': (data, below) => {
    const rows = members(data);
    const { row } = rows[below(rows.length)];
    data.writeUInt32LE([0, 1, below(2 ** 20), 0xffffffff][below(4)], row + [20, 24, 42][below(3)]);
  },
  renamed: again((made, below) => {
    const file = made[below(made.length)];
    const { name } = file;
    file.name = [name.toUpperCase(), `${name} `, name.replace('/', '\\'), `x${name}`, `../${name}`, `/${name}`, `./${name}`, `C:/${name}`][below(8)];
  }),
  twice: again((made, below) => {
    const { name, data } = made[below(made.length)];
    made.splice(below(made.length + 1), 0, { name, data: [data, Buffer.from('{}')][below(2)] });
  }),
  bomb: again((made, below) => void (made[below(made.length)].data = Buffer.alloc(1 << (12 + below(12))))),
  'bomb that says a small size': again((made, below) => {
    const file = made[below(made.length)];
    file.size = file.data.length;
    file.data = Buffer.alloc(1 << (12 + below(12)));
  }),
  gone: again((made, below) => void made.splice(below(made.length), 1)),
  besides: again((made, below) => void made.splice(below(made.length + 1), 0, { name: ['no/ny.json', 'x', '../x'][below(3)], data: Buffer.from('x') })),
  swapped: again((made, below) => {
    const [one, other] = [made[below(made.length)], made[below(made.length)]];
    [one.data, other.data] = [other.data, one.data];
  }),
  'another manifest': again((made, below) => {
    const file = made.find(file => file.name === 'manifest.json');
    const manifest = JSON.parse(file.data);
    [
      () => (manifest.programme.version = `9.${below(99)}.0`),
      () => (manifest.tasks.last.share = 'therapist'),
      () => manifest.files.splice(below(manifest.files.length), 1),
      () => (manifest.emergency.no[0].number = `${below(999)}`),
      () => (manifest.retired.last = { in: '0.0.1', replaced_by: 'stroll' }),
    ][below(5)]();
    file.data = Buffer.from(JSON.stringify(manifest));
  }),
};

function again(change) {
  return (data, below) => {
    const made = files.map(file => ({ ...file }));
    change(made, below);
    return packed(made);
  };
}

test('packed anew as it is, it is still the bundle', async () => {
  await verifyAll(zip(packed(files)), publicKey);
});

test('whatever would be read otherwise is refused', async t => {
  const wanted = JSON.stringify(files.filter(file => !file.name.endsWith('.minisig')).map(file => [file.name, file.data.toString('base64')]).sort());
  const names = Object.keys(WAYS);
  let taken = 0;
  let most = 0;
  for (let at = 0; at < CHANGES; at += 1) {
    const below = chance(at);
    const way = names[at % names.length];
    const copy = Buffer.from(whole);
    const data = WAYS[way](copy, below) ?? copy;
    try {
      const source = zip(data);
      const manifest = await verifyAll(source, publicKey);
      taken += 1;
      const read = [['manifest.json', Buffer.from(await source.manifest()).toString('base64')]];
      for (const row of manifest.files) read.push([row.path, Buffer.from(await source.file(row)).toString('base64')]);
      assert.equal(JSON.stringify(read.sort()), wanted, `${at} ${way} is read otherwise`);
    } catch (error) {
      assert.ok(error instanceof BundleError, `${at} ${way}: ${error.stack}`);
    }
    most = Math.max(most, process.memoryUsage().arrayBuffers);
  }
  t.diagnostic(`${CHANGES} changes in ${names.length} ways; ${taken} left everything as it was; at most ${Math.round(most / 2 ** 20)} MB held`);
  assert.ok(taken < CHANGES / 10);
});
