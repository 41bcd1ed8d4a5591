// The types are those of the program.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { run } from '../../../tests/browser/product.mjs';

test('the types are what the program prints', () => {
  assert.equal(fs.readFileSync(new URL('../src/format.ts', import.meta.url), 'utf8'), run('schema', 'bundle', '--typescript'));
});
