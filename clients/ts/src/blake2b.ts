/** BLAKE2b with 64 bytes of output and no key (RFC 7693): what minisign signs of a file. */

export type Bytes = Uint8Array<ArrayBuffer>;

/** The eight initial words, each as its low and its high half. */
const IV = Uint32Array.of(
  0xf3bcc908, 0x6a09e667, 0x84caa73b, 0xbb67ae85, 0xfe94f82b, 0x3c6ef372, 0x5f1d36f1, 0xa54ff53a,
  0xade682d1, 0x510e527f, 0x2b3e6c1f, 0x9b05688c, 0xfb41bd6b, 0x1f83d9ab, 0x137e2179, 0x5be0cd19,
);

/** The order of a block's words in each round. */
const SIGMA = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

/** The words that the eight mixings of a round work on, four each: columns, then diagonals. */
const MIXED = Uint8Array.of(
  0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15,
  0, 5, 10, 15, 1, 6, 11, 12, 2, 7, 8, 13, 3, 4, 9, 14,
);

const BLOCK = 128;

export function blake2b(data: Uint8Array): Bytes {
  const state = IV.slice();
  // 64 bytes out, no key, fan-out and depth 1.
  state[0]! ^= 0x01010040;
  const blocks = Math.max(1, Math.ceil(data.length / BLOCK));
  const block = new Uint8Array(BLOCK);
  for (let at = 0; at < blocks; at += 1) {
    const part = data.subarray(at * BLOCK, (at + 1) * BLOCK);
    block.fill(0).set(part);
    compress(state, new DataView(block.buffer), at * BLOCK + part.length, at === blocks - 1);
  }
  const out = new DataView(new ArrayBuffer(64));
  state.forEach((half, at) => out.setUint32(at * 4, half, true));
  return new Uint8Array(out.buffer);
}

/** Mixes a block into the state; `count` bytes have been read with it. */
function compress(state: Uint32Array, block: DataView, count: number, last: boolean): void {
  const v = new Uint32Array(32);
  v.set(state);
  v.set(IV, 16);
  v[24]! ^= count;
  v[25]! ^= Math.floor(count / 2 ** 32);
  if (last) {
    v[28] = ~v[28]!;
    v[29] = ~v[29]!;
  }
  const message = Uint32Array.from({ length: 32 }, (_, at) => block.getUint32(at * 4, true));
  for (let round = 0; round < 12; round += 1) {
    const order = SIGMA[round % 10]!;
    for (let at = 0; at < 8; at += 1) {
      const [a, b, c, d] = [MIXED[4 * at]!, MIXED[4 * at + 1]!, MIXED[4 * at + 2]!, MIXED[4 * at + 3]!];
      add(v, a, b, message, order[2 * at]!);
      turn(v, d, a, 32);
      add(v, c, d);
      turn(v, b, c, 24);
      add(v, a, b, message, order[2 * at + 1]!);
      turn(v, d, a, 16);
      add(v, c, d);
      turn(v, b, c, 63);
    }
  }
  for (let half = 0; half < 16; half += 1) state[half]! ^= v[half]! ^ v[half + 16]!;
}

/** `v[to] += v[from] + message[word]`, all of 64 bits. */
function add(v: Uint32Array, to: number, from: number, message?: Uint32Array, word = 0): void {
  const low = v[2 * to]! + v[2 * from]! + (message?.[2 * word] ?? 0);
  const high = v[2 * to + 1]! + v[2 * from + 1]! + (message?.[2 * word + 1] ?? 0);
  v[2 * to] = low;
  v[2 * to + 1] = high + Math.floor(low / 2 ** 32);
}

/** `v[to] = (v[to] ^ v[by]) >>> bits`, turned around in 64 bits. */
function turn(v: Uint32Array, to: number, by: number, bits: number): void {
  const low = v[2 * to]! ^ v[2 * by]!;
  const high = v[2 * to + 1]! ^ v[2 * by + 1]!;
  const near = bits < 32 ? low : high;
  const far = bits < 32 ? high : low;
  const rest = bits % 32;
  // A shift by 32 is one by nothing.
  v[2 * to] = rest === 0 ? near : (near >>> rest) | (far << (32 - rest));
  v[2 * to + 1] = rest === 0 ? far : (far >>> rest) | (near << (32 - rest));
}
