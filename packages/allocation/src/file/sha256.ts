/** SHA-256 (FIPS 180-4), for places without `node:crypto` and for data that comes piece by piece. */

const INITIAL = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

/** The round constants: the first 32 bits of the fractions of the cube roots of the first 64 primes. */
const ROUNDS = Uint32Array.from(primes(64).map((prime) => Number(cubeRoot(BigInt(prime) << 96n) & 0xffffffffn)));

/** Hash of texts one after the other, in UTF-8, as 64 hexadecimal digits. */
export function sha256(texts: Iterable<string>): string {
  const state = Uint32Array.from(INITIAL);
  const encoder = new TextEncoder();
  const block = new Uint8Array(64);
  const words = new Uint32Array(64);
  let used = 0;
  let length = 0;
  for (const text of texts) {
    const bytes = encoder.encode(text);
    length += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(64 - used, bytes.length - at);
      block.set(bytes.subarray(at, at + taken), used);
      at += taken;
      used += taken;
      if (used === 64) {
        mix(state, block, words);
        used = 0;
      }
    }
  }
  finish(state, block, words, used, length);
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The padding: a one, zeros, and the length in bits. */
function finish(state: Uint32Array, block: Uint8Array, words: Uint32Array, used: number, length: number): void {
  block.fill(0, used);
  block[used] = 0x80;
  if (used >= 56) {
    mix(state, block, words);
    block.fill(0);
  }
  new DataView(block.buffer).setBigUint64(56, BigInt(length) * 8n);
  mix(state, block, words);
}

function mix(state: Uint32Array, block: Uint8Array, words: Uint32Array): void {
  const view = new DataView(block.buffer);
  for (let at = 0; at < 16; at += 1) words[at] = view.getUint32(at * 4);
  for (let at = 16; at < 64; at += 1) {
    const [early, late] = [words[at - 15] as number, words[at - 2] as number];
    const low = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const high = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[at] = (words[at - 16] as number) + low + (words[at - 7] as number) + high;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (ROUNDS[at] as number) + (words[at] as number)) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = (state[at] as number) + word));
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
}

function cubeRoot(value: bigint): bigint {
  let low = 0n;
  let high = 1n << 40n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** 3n <= value) low = middle;
    else high = middle - 1n;
  }
  return low;
}
