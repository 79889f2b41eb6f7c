import { askMethod, fallBack } from './base.ts';
import { asZeros, plusSaid, reservedBy, shareByWeight, sumSaid } from './pool.ts';
import type { PoolOf, PoolResult } from './pool.ts';
import type { Base } from './base.ts';
import type { Work } from './work.ts';

/** Divides a pool in which nothing is kept: writes amounts and weights of its parts. */
export function divideFree(work: Work, pool: PoolOf): PoolResult {
  const { method, pooling, parent, from, to } = pool;
  const total = work.amounts[parent] as number;
  const weights = work.weights.subarray(from, to);
  const looks = askMethod(method, pooling, weights);
  if (method.reserve !== undefined) return divideReserved(work, pool, total, looks.positive);
  let base: Base = { method: method.name, fallback: null };
  if (!looks.positive && total === 0) {
    // A rule that divided nothing is not needed; but where nobody says anything the 0 has to stand somewhere.
    if (!looks.zero) weights.fill(0);
  } else if (!looks.positive) {
    const usable = fallBack(work.fallback, method.name, looks, pooling, weights);
    if (usable === null) return { ok: false, code: 'noBase', shift: total, given: false };
    base = usable;
  }
  shareByWeight(pool, total);
  return { ok: true, ...base, total, reserved: null };
}

/** Given amounts come first; nobody steps in for what they leave over. */
function divideReserved(work: Work, pool: PoolOf, total: number, weighed: boolean): PoolResult {
  const { from } = pool;
  const reserved = reservedBy(pool.method, pool.pooling);
  const rest = total - sumSaid(reserved);
  if (rest < 0) return { ok: false, code: 'belowZero', shift: rest, given: true };
  if (rest > 0 && !weighed) return { ok: false, code: 'noRoom', shift: rest, given: true };
  shareByWeight(pool, rest);
  for (let at = 0; at < reserved.length; at += 1) {
    work.amounts[from + at] = plusSaid(work.amounts[from + at] as number, reserved[at] as number);
  }
  return { ok: true, method: pool.method.name, fallback: null, total: rest, reserved: asZeros(reserved) };
}
