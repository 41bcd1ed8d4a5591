/** minisign signatures: https://jedisct1.github.io/minisign/#signature-format. */

import { blake2b, type Bytes } from './blake2b.js';
import { BundleError } from './error.js';

/** What stands before a signature that is of a file's BLAKE2b hash; the older form signs the file itself, and is refused. */
const PREHASHED = 'ED';
const TRUSTED = 'trusted comment: ';

/**
 * Holds a signature to the bytes it should be of.
 * @param key the public key: the second line of a `.pub` file of minisign's
 * @throws {BundleError} `key` or `signature`
 */
export async function verify(bytes: Uint8Array, signature: Uint8Array, key: string): Promise<void> {
  const pinned = base64(key.trim());
  if (pinned?.length !== 42 || text(pinned.subarray(0, 2)) !== 'Ed') {
    throw new BundleError('key', 'the pinned key is no public key of minisign');
  }
  const [, signed, comment, whole] = text(signature).split('\n').map(line => line.replace(/\r$/, ''));
  const [first, second] = [base64(signed), base64(whole)];
  if (first?.length !== 74 || second?.length !== 64 || !comment?.startsWith(TRUSTED)) {
    throw new BundleError('signature', 'the signature can\'t be read');
  }
  if (text(first.subarray(0, 2)) !== PREHASHED) {
    throw new BundleError('signature', 'the signature is of a form that is no longer taken');
  }
  if (!same(first.subarray(2, 10), pinned.subarray(2, 10))) {
    throw new BundleError('key', 'the bundle is signed with another key');
  }
  const own = first.slice(10);
  const trusted = new TextEncoder().encode(comment.slice(TRUSTED.length));
  const publicKey = await crypto.subtle.importKey('raw', pinned.slice(10), 'Ed25519', false, ['verify']);
  const holds = (signature: Bytes, data: Bytes) => crypto.subtle.verify('Ed25519', publicKey, signature, data);
  if (!(await holds(own, blake2b(bytes))) || !(await holds(second, joined(own, trusted)))) {
    throw new BundleError('signature', 'the signature is not of this manifest');
  }
}

function base64(line: string | undefined): Bytes | undefined {
  // `atob` passes over white space, so that one signature could be written in several ways.
  if (line === undefined || !/^[A-Za-z0-9+/]+=*$/.test(line)) return undefined;
  try {
    return Uint8Array.from(atob(line), letter => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function joined(one: Uint8Array, other: Uint8Array): Bytes {
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.every((byte, at) => byte === other[at]);
}
