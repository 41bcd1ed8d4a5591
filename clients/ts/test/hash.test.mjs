// BLAKE2b is the one hash that the platform does not bring: it is held to RFC 7693 and to Node's own.

import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { test } from 'node:test';
import { blake2b } from '../lib/blake2b.js';

test('the hash of the RFC\'s own example', () => {
  assert.equal(
    Buffer.from(blake2b(new TextEncoder().encode('abc'))).toString('hex'),
    'ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1'
      + '7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923',
  );
});

test('the same as Node\'s, at every length around a block', () => {
  for (let length = 0; length < 400; length += 1) {
    const data = crypto.randomBytes(length);
    const wanted = crypto.createHash('blake2b512').update(data).digest('hex');
    assert.equal(Buffer.from(blake2b(data)).toString('hex'), wanted, `${length} bytes`);
  }
});
