/**
 * The exact sum of doubles, one counter per exponent: the large superaccumulator of R. M. Neal, "Fast Exact Summation Using
 * Small and Large Superaccumulators" (2015). A counter adds up integers and cannot lose a bit before 2^21 of them.
 */

const EXPONENTS = 2048;
/** Additions before the counters are emptied into the sum. */
const DRAIN = 1 << 20;
/** Which 32-bit half of a double holds sign and exponent. */
const UPPER = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;

const bits = new Uint32Array(2);
const asDouble = new Float64Array(bits.buffer);

/** An integer × 2^(scale − 1075): doubles of one list in a common unit. */
export interface ExactTotal {
  readonly sum: bigint;
  /** Least exponent field of any double in the list. */
  readonly scale: number;
}

/** Adds `list[from … to)`: doubles of at least 0 without Infinity; NaN is left out. Throws nothing. */
export function exactTotal(list: Float64Array, from: number, to: number): ExactTotal {
  const words = new Uint32Array(list.buffer, list.byteOffset, list.length * 2);
  const upper = new Float64Array(EXPONENTS);
  const lower = new Float64Array(EXPONENTS);
  let scale = EXPONENTS;
  for (let at = from; at < to; at += 1) {
    const value = list[at] as number;
    if (value !== value || value === 0) continue;
    const exponent = Math.max(1, (words[2 * at + UPPER] as number) >>> 20);
    if (exponent < scale) scale = exponent;
  }
  let sum = 0n;
  for (let start = from; start < to; start += DRAIN) {
    const end = Math.min(to, start + DRAIN);
    for (let at = start; at < end; at += 1) {
      const value = list[at] as number;
      if (value !== value || value === 0) continue;
      const high = words[2 * at + UPPER] as number;
      const field = high >>> 20;
      const exponent = field === 0 ? 1 : field;
      upper[exponent] = (upper[exponent] as number) + (high & 0xfffff) + (field === 0 ? 0 : 0x100000);
      lower[exponent] = (lower[exponent] as number) + (words[2 * at + 1 - UPPER] as number);
    }
    sum += drained(upper, lower, scale);
  }
  return { sum, scale };
}

function drained(upper: Float64Array, lower: Float64Array, scale: number): bigint {
  let sum = 0n;
  for (let exponent = scale; exponent < EXPONENTS; exponent += 1) {
    const [high, low] = [upper[exponent] as number, lower[exponent] as number];
    if (high !== 0 || low !== 0) sum += ((BigInt(high) << 32n) + BigInt(low)) << BigInt(exponent - scale);
    upper[exponent] = 0;
    lower[exponent] = 0;
  }
  return sum;
}

/** One double of the list in the unit of its total. */
export function exactPart(value: number, scale: number): bigint {
  asDouble[0] = value;
  const high = bits[UPPER] as number;
  const field = high >>> 20;
  const mantissa = (BigInt((high & 0xfffff) + (field === 0 ? 0 : 0x100000)) << 32n) + BigInt(bits[1 - UPPER] as number);
  return value === 0 ? 0n : mantissa << BigInt(Math.max(1, field) - scale);
}
