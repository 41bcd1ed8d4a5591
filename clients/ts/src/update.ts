/** From one version to the next: only what is new is fetched, and the old stays whole until the new is. */

import { BundleError } from './error.js';
import type { Manifest } from './format.js';
import { readFile, readManifest } from './manifest.js';
import type { Source } from './source.js';
import { current, type Store } from './store.js';
import { compare } from './version.js';

export interface Update {
  /** The version that was there; none where this is the first. */
  from: string | undefined;
  to: string;
  /** Bytes that were fetched, the manifest's among them. */
  fetched: number;
  /** Bytes of files that were there already. */
  saved: number;
}

export interface Wish {
  store: Store;
  source: Source;
  /** See {@link readManifest}. */
  key: string | null;
  /** The packs to take; text stands in `core`, film and sound in `media`. All of them where nothing is said. */
  packs?: string[];
}

/** So many files are fetched at a time. */
const AT_ONCE = 4;

/**
 * Installs a bundle, or updates the one that is there. Whatever happens on the way, what was there before is there
 * still; called again, it goes on where it was.
 * @throws {BundleError} `older`, `other`, `rewritten`, or what is wrong with the bundle
 */
export async function update({ store, source, key, packs }: Wish): Promise<Update> {
  const [before, next] = [await current(store, key), await readManifest(source, key)];
  if (before) mayFollow(before.manifest, next.manifest);
  if (before?.manifest.programme.version === next.manifest.programme.version && !same(before.bytes, next.bytes)) {
    throw new BundleError('rewritten', `version ${next.manifest.programme.version} is there already, and says something else`);
  }
  const there = await store.blobs();
  const wanted = next.manifest.files.filter(row => !packs || packs.includes(row.pack));
  const lacking = new Map(wanted.filter(row => !there.has(row.sha256)).map(row => [row.sha256, row]));
  let fetched = next.bytes.length;
  const queue = [...lacking.values()];
  const fetchNext = async (): Promise<void> => {
    for (let row = queue.shift(); row; row = queue.shift()) {
      const bytes = await readFile(source, row);
      await store.put(row.sha256, bytes);
      fetched += bytes.length;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, fetchNext));
  const failed = ended.find(end => end.status === 'rejected');
  if (failed) throw failed.reason;
  await store.switchTo(next);
  await tidy(store, before ? [before.manifest, next.manifest] : [next.manifest]);
  const saved = wanted.filter(row => there.has(row.sha256)).reduce((sum, row) => sum + row.bytes, 0);
  return { from: before?.manifest.programme.version, to: next.manifest.programme.version, fetched, saved };
}

/**
 * Drops blobs that none of some bundles needs. The one before is among them, since whoever is reading it reads on; the next
 * update drops what is left.
 */
async function tidy(store: Store, manifests: Manifest[]): Promise<void> {
  const needed = new Set(manifests.flatMap(manifest => manifest.files.map(row => row.sha256)));
  for (const sha256 of await store.blobs()) {
    if (!needed.has(sha256)) await store.remove(sha256);
  }
}

/** Whether one bundle may take another's place. */
function mayFollow(before: Manifest, next: Manifest): void {
  if (before.programme.id !== next.programme.id || before.edition !== next.edition) {
    throw new BundleError('other', `${next.programme.id}, ${next.edition}: another programme or edition is installed`);
  }
  if (compare(next.programme.version, before.programme.version) < 0) {
    throw new BundleError('older', `${next.programme.version} is older than ${before.programme.version}, which is installed`);
  }
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
