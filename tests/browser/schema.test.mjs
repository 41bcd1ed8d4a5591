// The bundle keeps its own schema, in ajv's strict mode: the schema says nothing that a validator would pass over.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { build, counted, none, run } from './product.mjs';

const { dist, editions } = build();
const printed = run('schema', 'bundle');

/** What schemars calls Rust's numbers. */
const NUMBERS = { uint8: [0, 2 ** 8 - 1], uint32: [0, 2 ** 32 - 1], uint64: [0, 2 ** 64], int64: [-(2 ** 63), 2 ** 63] };

function compiled(schema) {
  // Keys without a value are left out and `null` stands where the format says so: unions with null are meant.
  const ajv = new Ajv.default({ strict: true, allErrors: true, allowUnionTypes: true });
  for (const [name, [from, to]] of Object.entries(NUMBERS)) {
    ajv.addFormat(name, { type: 'number', validate: number => Number.isInteger(number) && number >= from && number <= to });
  }
  ajv.addSchema(schema, 'bundle');
  const of = part => {
    const judge = ajv.getSchema(part ? `bundle#/$defs/${part}` : 'bundle');
    assert.ok(judge, `the schema has no ${part ?? 'whole'}`);
    return value => (judge(value) ? [] : judge.errors.slice(0, 5).map(error => `${error.instancePath} ${error.message}`));
  };
  return { any: of(), manifest: of('Manifest'), page: of('PageFile') };
}

/** The files of an edition's bundle by their path, read from its blobs. */
function bundle(edition) {
  const folder = path.join(dist, edition.name, edition.version, 'bundle');
  const rows = edition.manifest.files.filter(row => row.media_type === 'application/json');
  return new Map(rows.map(row => [row.path, fs.readFileSync(path.join(folder, 'blobs', row.sha256), 'utf8')]));
}

test('the schema in each bundle is the one that the program prints', t => {
  const schemas = editions.map(edition => bundle(edition).get('schema/andrum-bundle-1.schema.json'));
  schemas.forEach(schema => assert.equal(schema, printed));
  counted(t, schemas.length, 'bundles');
});

test('every manifest and page file keeps the schema', t => {
  const judge = compiled(JSON.parse(printed));
  const faults = [];
  let pages = 0;
  for (const edition of editions) {
    const both = (file, value, part) => {
      const found = part(value);
      faults.push(...(found.length ? found : judge.any(value)).map(fault => `${edition.name} ${file}: ${fault}`));
    };
    both('manifest.json', edition.manifest, judge.manifest);
    for (const [file, text] of bundle(edition)) {
      if (file.startsWith('schema/')) continue;
      both(file, JSON.parse(text), judge.page);
      pages += 1;
    }
  }
  none(faults, 'faults against the schema');
  counted(t, editions.length, 'manifests');
  counted(t, pages, 'page files');
});

test('every kind of block that the schema knows is an object with a type of its own', t => {
  const types = JSON.parse(printed).$defs.Block.oneOf.map(block => block.properties.type.const);
  assert.equal(new Set(types).size, types.length);
  counted(t, types.length, 'kinds of block');
});

test('what breaks the format is found out', t => {
  const judge = compiled(JSON.parse(printed));
  const manifest = change => {
    const copy = structuredClone(editions[0].manifest);
    change(copy);
    return judge.manifest(copy);
  };
  const page = change => {
    const copy = JSON.parse([...bundle(editions[0])].find(([file]) => !file.startsWith('schema/'))[1]);
    change(copy);
    return judge.page(copy);
  };
  const broken = {
    'no format': manifest(it => delete it.format),
    'pages in a list': manifest(it => (it.pages = [])),
    'a size below nothing': manifest(it => (it.files[0].bytes = -1)),
    'half a minute': page(it => (it.minutes = 0.5)),
    'a block of no kind': page(it => it.blocks.push({ type: 'poem', text: [] })),
    'a paragraph of bare words': page(it => it.blocks.push({ type: 'paragraph', text: 'words' })),
    'no HTML': page(it => delete it.html),
  };
  none(Object.keys(broken).filter(name => broken[name].length === 0), 'faults that pass');
  counted(t, Object.keys(broken).length, 'broken files found out');
});
