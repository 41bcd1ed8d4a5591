/**
 * A bundle's ZIP, read strictly. Readers of ZIPs differ in which of two members of a name they see, in what they make of gaps,
 * and in which of two sizes they believe: an archive that leaves any of that open is refused.
 */

import { BundleError } from './error.js';
import type { Bytes } from './blake2b.js';

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [LOCAL_BYTES, CENTRAL_BYTES, END_BYTES] = [30, 46, 22];
const [STORED, DEFLATED] = [0, 8];
/** The only flag that a member may carry: its name is UTF-8. */
const UTF8 = 0x0800;

interface Member {
  name: string;
  method: number;
  packed: number;
  size: number;
  /** Where its local header begins. */
  at: number;
  /** Where its bytes begin. */
  from: number;
}

export class Zip {
  private constructor(private readonly bytes: Uint8Array, private readonly members: Map<string, Member>) {}

  /** @throws {BundleError} `zip` or `path` */
  static open(bytes: Uint8Array): Zip {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = bytes.length - END_BYTES;
    if (end < 0 || view.getUint32(end, true) !== END || view.getUint16(end + 20, true) !== 0) refuse('it does not end as a ZIP does');
    const [count, size, start] = [view.getUint16(end + 10, true), view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
    if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count || start + size !== end) refuse('its list is not where it should be');
    const members = new Map<string, Member>();
    let [at, next] = [start, 0];
    for (let row = 0; row < count; row += 1) {
      const member = read(bytes, view, at, end);
      const inPlace = member.at === next && member.from + member.packed <= start;
      if (!inPlace) refuse('its members do not lie one after the other');
      if (members.has(member.name)) refuse(`it holds ${member.name} twice`);
      members.set(member.name, member);
      at += CENTRAL_BYTES + nameBytes(view, at + 28) + view.getUint16(at + 30, true);
      next = member.from + member.packed;
    }
    if (at !== end || next !== start) refuse('its list and its members do not fill it');
    return new Zip(bytes, members);
  }

  get names(): string[] {
    return [...this.members.keys()];
  }

  /**
   * The bytes of a member, never more than `most`.
   * @throws {BundleError} `missing`, or `zip` where it holds more or can't be unpacked
   */
  async get(name: string, most: number): Promise<Bytes> {
    const member = this.members.get(name);
    if (!member) throw new BundleError('missing', `${name} is not there`);
    if (member.size > most) refuse(`${name} is larger than it should be`);
    const packed = this.bytes.slice(member.from, member.from + member.packed);
    const bytes = member.method === STORED ? packed : await inflate(packed, member.size, name);
    if (bytes.length !== member.size) refuse(`${name} has another size than it says`);
    return bytes;
  }
}

/** A member by its row in the list at the end, which its own header has to say again. */
function read(bytes: Uint8Array, view: DataView, row: number, end: number): Member {
  if (row + CENTRAL_BYTES > end || view.getUint32(row, true) !== CENTRAL) refuse('its list is cut off');
  const [flags, method] = [view.getUint16(row + 8, true), view.getUint16(row + 10, true)];
  const [packed, size] = [view.getUint32(row + 20, true), view.getUint32(row + 24, true)];
  const [long, at] = [nameBytes(view, row + 28), view.getUint32(row + 42, true)];
  if ((flags & ~UTF8) !== 0 || (method !== STORED && method !== DEFLATED)) refuse('a member is packed in a way that is not known');
  if (view.getUint16(row + 32, true) !== 0 || view.getUint16(row + 34, true) !== 0) refuse('a member has a comment or lies elsewhere');
  if (row + CENTRAL_BYTES + long + view.getUint16(row + 30, true) > end) refuse('its list is cut off');
  if (at + LOCAL_BYTES + long > bytes.length || view.getUint32(at, true) !== LOCAL) refuse('a member is not where it should be');
  // Needed version, flags, method, time, checksum, sizes and the length of the name stand in both, in the same order.
  for (let byte = 0; byte < 24; byte += 1) {
    if (bytes[row + 6 + byte] !== bytes[at + 4 + byte]) refuse('a member and the list say different things of it');
  }
  const name = decoded(bytes.subarray(row + CENTRAL_BYTES, row + CENTRAL_BYTES + long));
  if (name !== decoded(bytes.subarray(at + LOCAL_BYTES, at + LOCAL_BYTES + long))) refuse('a member has two names');
  return { name, method, packed, size, at, from: at + LOCAL_BYTES + long + view.getUint16(at + 28, true) };
}

function nameBytes(view: DataView, at: number): number {
  return view.getUint16(at, true);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse('a member has a name that is no text');
  }
}

/** Unpacks, and stops at the first byte too many, so that nothing swells. */
async function inflate(packed: Bytes, size: number, name: string): Promise<Bytes> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (filled + value.length > size) {
        void reader.cancel().catch(() => {});
        break;
      }
      bytes.set(value, filled);
      filled += value.length;
    }
  } catch {
    return refuse(`${name} can't be unpacked`);
  }
  return filled === size ? bytes : refuse(`${name} has another size than it says`);
}

function refuse(why: string): never {
  throw new BundleError('zip', `the archive is refused: ${why}`);
}
