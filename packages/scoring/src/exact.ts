/**
 * Exact fractions. Scores decide pay, so every intermediate value is a fraction of big integers and
 * rounding happens once, at the item: the same input gives the same points on every machine.
 */
export interface Exact {
  readonly n: bigint;
  /** Always greater than zero. */
  readonly d: bigint;
}

/** The fraction n/d in the form every function here expects; `d` must not be zero. */
export function fraction(n: bigint, d: bigint): Exact {
  if (d === 0n) throw new RangeError('A fraction needs a denominator other than zero.');
  if (d === 1n) return { n, d };
  const sign = d < 0n ? -1n : 1n;
  const g = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  return { n: (sign * n) / g, d: (sign * d) / g };
}

/** A number read as the decimal a person sees: 0.1 is one tenth, not its binary neighbour. */
export function exact(value: number): Exact {
  if (!Number.isFinite(value)) throw new RangeError(`Expected a finite number, got ${value}.`);
  if (Number.isSafeInteger(value)) return { n: BigInt(value), d: 1n };
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const power = Number(exponent) - decimals.length;
  const n = BigInt(whole + decimals);
  return power >= 0 ? { n: n * 10n ** BigInt(power), d: 1n } : fraction(n, 10n ** BigInt(-power));
}

/** Zero and one, which most curves need. */
export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };

/** a + b */
export const add = (a: Exact, b: Exact): Exact => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
/** a − b */
export const sub = (a: Exact, b: Exact): Exact => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
/** a × b */
export const mul = (a: Exact, b: Exact): Exact => fraction(a.n * b.n, a.d * b.d);
/** a ÷ b; `b` must not be zero. */
export const div = (a: Exact, b: Exact): Exact => fraction(a.n * b.d, a.d * b.n);

/** −1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The integer nearest to a × scale; a tie goes to the even neighbour. */
export function roundHalfEven(a: Exact, scale = 1n): bigint {
  const n = a.n * scale;
  const low = floorDiv(n, a.d);
  const twice = 2n * (n - low * a.d);
  if (twice < a.d) return low;
  if (twice > a.d) return low + 1n;
  return low % 2n === 0n ? low : low + 1n;
}

/** The largest integer not above n/d, for positive d. */
export function floorDiv(n: bigint, d: bigint): bigint {
  const q = n / d;
  return n % d !== 0n && n < 0n ? q - 1n : q;
}

/** The nearest double, for people and charts; never used to compute points. */
export function toNumber(a: Exact): number {
  if (a.d === 1n) return Number(a.n);
  const whole = a.n / a.d;
  const rest = a.n - whole * a.d;
  const scale = 10n ** 15n;
  return Number(whole) + Number((rest * scale) / a.d) / 1e15;
}

/** Decimal text with at most `decimals` places, trailing zeros removed, half even. */
export function toDecimal(a: Exact, decimals = 4): string {
  const scaled = roundHalfEven(a, 10n ** BigInt(decimals));
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const tail = digits.slice(cut).replace(/0+$/, '');
  return (scaled < 0n ? '-' : '') + digits.slice(0, cut) + (tail ? `.${tail}` : '');
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
