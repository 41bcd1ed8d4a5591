/** Where a bundle is read from: a folder behind an address, or a ZIP. */

import type { Bytes } from './blake2b.js';
import { BundleError } from './error.js';
import type { ListedFile } from './format.js';
import { Zip } from './zip.js';

/** Larger manifests are no one's. */
const LARGEST = 2 ** 28;
const [MANIFEST, SIGNATURE] = ['manifest.json', 'manifest.json.minisig'];

/** Hands over a bundle's files as they are; nothing is believed before it is checked. */
export interface Source {
  manifest(): Promise<Uint8Array>;
  /** `null` where there is none. */
  signature(): Promise<Uint8Array | null>;
  file(row: ListedFile): Promise<Uint8Array>;
  /** Every path in it, where that is known: a ZIP holds what its manifest lists and nothing besides. */
  readonly paths?: string[];
}

/** The folder `bundle/` of a version: `https://host/patient/1.4.0/bundle/`. */
export function folder(address: string | URL, get: typeof fetch = fetch): Source {
  const base = String(address).replace(/\/*$/, '/');
  const read = async (path: string): Promise<Bytes | null> => {
    const answer = await get(new URL(path, base), { cache: 'no-store' });
    if (answer.status === 404 || answer.status === 410) return null;
    if (!answer.ok) throw new BundleError('missing', `${path}: the host answers ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const needed = async (path: string): Promise<Bytes> => {
    const bytes = await read(path);
    if (!bytes) throw new BundleError('missing', `${path} is not there`);
    return bytes;
  };
  return {
    manifest: () => needed(MANIFEST),
    signature: () => read(SIGNATURE),
    file: row => needed(`blobs/${row.sha256}`),
  };
}

/** A bundle in one file. */
export function zip(bytes: Uint8Array): Source {
  const archive = Zip.open(bytes);
  const names = archive.names;
  return {
    manifest: () => archive.get(MANIFEST, LARGEST),
    signature: async () => (names.includes(SIGNATURE) ? archive.get(SIGNATURE, LARGEST) : null),
    file: row => archive.get(row.path, row.bytes),
    paths: names.filter(name => name !== MANIFEST && name !== SIGNATURE),
  };
}
