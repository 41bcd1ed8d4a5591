/** A bundle's manifest, checked before anything in it is believed. */

import { BundleError } from './error.js';
import type { ListedFile, Manifest } from './format.js';
import { verify } from './signature.js';
import type { Source } from './source.js';

const FORMAT = 'andrum-bundle/1';
/** What this reader makes sense of; a bundle that asks for more is refused. */
export const READER = 1;

/** A manifest with the bytes that were signed. */
export interface Signed {
  manifest: Manifest;
  bytes: Uint8Array;
  signature: Uint8Array | null;
}

/**
 * Reads a bundle's manifest and holds it to its signature.
 * @param key the pinned public key; `null` says in so many words that nobody vouches for the bundle
 * @throws {BundleError} `signature`, `key`, `format`, `reader` or `path`
 */
export async function readManifest(source: Source, key: string | null): Promise<Signed> {
  const [bytes, signature] = [await source.manifest(), await source.signature()];
  if (key !== null) {
    if (!signature) throw new BundleError('signature', 'the bundle is not signed');
    await verify(bytes, signature, key);
  }
  const manifest = parsed<Manifest>(bytes);
  if (manifest.format !== FORMAT) throw new BundleError('format', `this is no ${FORMAT}`);
  if ((manifest.reader ?? 1) > READER) throw new BundleError('reader', 'the bundle asks for a newer reader: update the app');
  const paths = new Set<string>();
  for (const { path, sha256, bytes: size } of manifest.files) {
    if (!isInside(path) || !/^[0-9a-f]{64}$/.test(sha256) || !Number.isSafeInteger(size) || size < 0) {
      throw new BundleError('path', `the manifest lists ${path}, which is no file of a bundle`);
    }
    if (paths.has(path)) throw new BundleError('path', `the manifest lists ${path} twice`);
    paths.add(path);
  }
  return { manifest, bytes, signature };
}

/**
 * A file of the bundle whose bytes are those that the manifest lists.
 * @throws {BundleError} `hash`, or what the source throws
 */
export async function readFile(source: Source, row: ListedFile): Promise<Uint8Array> {
  const bytes = await source.file(row);
  if (bytes.length !== row.bytes || (await sha256(bytes)) !== row.sha256) {
    throw new BundleError('hash', `${row.path} is not as the manifest lists it`);
  }
  return bytes;
}

/**
 * Holds every file of a bundle to its manifest.
 * @throws {BundleError} for the first that is missing, other or besides
 */
export async function verifyAll(source: Source, key: string | null): Promise<Manifest> {
  const { manifest } = await readManifest(source, key);
  for (const row of manifest.files) await readFile(source, row);
  const listed = new Set(manifest.files.map(row => row.path));
  const besides = source.paths?.find(path => !listed.has(path));
  if (besides !== undefined) throw new BundleError('besides', `the bundle holds ${besides}, which its manifest does not list`);
  return manifest;
}

/** JSON whose outermost value is an object. */
export function parsed<T>(bytes: Uint8Array): T {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null) return value as T;
  } catch {
    // Told below.
  }
  throw new BundleError('format', 'a file of the bundle is no JSON');
}

/** What a map holds under an id, and nothing that every object has. */
export function own<T>(map: Record<string, T> | undefined, id: string): T | undefined {
  return map !== undefined && Object.hasOwn(map, id) ? map[id] : undefined;
}

export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a path stays in the bundle and is written in one way alone. */
function isInside(path: unknown): boolean {
  return typeof path === 'string' && !/[\\:\0]/.test(path) && path.split('/').every(part => !['', '.', '..'].includes(part));
}
