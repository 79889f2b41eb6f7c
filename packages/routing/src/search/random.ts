/**
 * Seeded random numbers: sfc32, Chris Doty-Humphrey's small fast counting generator (PractRand). The same seed gives the same numbers
 * on every machine. State lives in a typed array so that no number is boxed.
 */
export class Random {
  readonly #state = new Int32Array(4);

  /** @param seed any integer; different seeds give unrelated sequences */
  constructor(seed: number) {
    const state = this.#state;
    state[0] = 0x9e3779b9 ^ seed;
    state[1] = 0x243f6a88 ^ Math.floor(seed / 4294967296);
    state[2] = 0xb7e15162;
    state[3] = 1;
    for (let warm = 0; warm < 16; warm++) this.next();
  }

  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number {
    const state = this.#state;
    const b = state[1]!;
    const c = state[2]!;
    const counter = state[3]!;
    const mixed = (((state[0]! + b) | 0) + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + mixed) | 0;
    state[3] = (counter + 1) | 0;
    return (mixed >>> 0) / 4294967296;
  }

  /** An integer from 0 to `count - 1`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }
}
