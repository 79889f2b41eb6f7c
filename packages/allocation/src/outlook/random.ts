/** A seeded generator, so that the same seed gives the same simulation everywhere. */
import { outlookError } from './outlook-error.ts';

/** The next number, uniform on [0, 1) in steps of 2^-32. */
export type RandomSource = () => number;

/** A generator whose four words are a mix of the seed. Not for secrets. Throws `allocation.outlook.seed.invalid`. */
export function createRandom(seed: number): RandomSource {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw outlookError('allocation.outlook.seed.invalid', seed, 'seed');
  }
  const mix = mixer(seed);
  return xoshiro(mix(), mix(), mix(), mix());
}

/** xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 2021), from four words. */
export function xoshiro(a: number, b: number, c: number, d: number): RandomSource {
  return () => {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return scrambled / 4294967296;
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Weyl steps through the MurmurHash3 finaliser: neighbouring seeds share no visible pattern, and no state is all zero. */
function mixer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16);
  };
}
