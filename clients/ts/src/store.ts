/** Where an app keeps a bundle: blobs by their hash, and one word on which bundle is current. */

import { Bundle } from './bundle.js';
import { BundleError } from './error.js';
import { readManifest, type Signed } from './manifest.js';

/** A manifest as it was fetched. */
export type Current = Omit<Signed, 'manifest'>;

/**
 * An app may bring its own, over files or a database. What it must hold: once `switchTo` has answered, `current` says that
 * manifest, also after a crash; until then it says the one before.
 */
export interface Store {
  /** The hashes of the blobs that are there. */
  blobs(): Promise<Set<string>>;
  get(sha256: string): Promise<Uint8Array | undefined>;
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  remove(sha256: string): Promise<void>;
  current(): Promise<Current | undefined>;
  switchTo(next: Current): Promise<void>;
}

/** The bundle that is current, if any. What was verified when it came is verified again as it is read. */
export async function installed(store: Store, key: string | null): Promise<Bundle | undefined> {
  const signed = await current(store, key);
  if (!signed) return undefined;
  const file = async ({ sha256, path }: { sha256: string; path: string }) => {
    const bytes = await store.get(sha256);
    if (!bytes) throw new BundleError('missing', `${path} has not been fetched yet`);
    return bytes;
  };
  return new Bundle(signed.manifest, { file });
}

/** The manifest that is current, checked like any other. */
export async function current(store: Store, key: string | null): Promise<Signed | undefined> {
  const kept = await store.current();
  if (!kept) return undefined;
  const none = () => Promise.reject(new BundleError('missing', 'only the manifest is read here'));
  return readManifest({ manifest: async () => kept.bytes, signature: async () => kept.signature, file: none }, key);
}

/** Keeps a bundle for as long as the program runs: for tests and for tools. */
export class MemoryStore implements Store {
  private readonly kept = new Map<string, Uint8Array>();
  private now: Current | undefined;

  async blobs(): Promise<Set<string>> {
    return new Set(this.kept.keys());
  }

  async get(sha256: string): Promise<Uint8Array | undefined> {
    return this.kept.get(sha256);
  }

  async put(sha256: string, bytes: Uint8Array): Promise<void> {
    this.kept.set(sha256, bytes);
  }

  async remove(sha256: string): Promise<void> {
    this.kept.delete(sha256);
  }

  async current(): Promise<Current | undefined> {
    return this.now;
  }

  async switchTo({ bytes, signature }: Current): Promise<void> {
    this.now = { bytes, signature };
  }
}
