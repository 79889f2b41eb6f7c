/** The weights of one pool, and what steps in when a method has none. */
import { changeError } from '../change-error.ts';
import type { Fallback } from '../journal.ts';
import type { Method, Pooling } from '../methods/method.ts';
import type { DeclaredFallback } from './spec.ts';

/** Where usable weights come from. */
export interface Base {
  /** Name of the method that gave them, or that had none when the rule of its own accord stepped in. */
  readonly method: string;
  readonly fallback: Fallback | null;
}

/** What a list of weights has. */
interface Looks {
  readonly positive: boolean;
  readonly zero: boolean;
  readonly silent: boolean;
}

/** Asks a method and says whether anything can be divided by its answer. Throws `allocation.weight.invalid`. */
export function askMethod(method: Method, pooling: Pooling, out: Float64Array): Looks {
  method.weigh(pooling, out);
  let [positive, zero, silent] = [false, false, false];
  for (let at = 0; at < out.length; at += 1) {
    const weight = out[at] as number;
    if (weight > 0 && weight < Infinity) positive = true;
    else if (weight === 0) zero = true;
    else if (weight !== weight) silent = true;
    else throw changeError('allocation.weight.invalid', weight, placeOf(method, pooling, at));
  }
  return { positive, zero, silent };
}

function placeOf(method: Method, { plan, axis, box, members }: Pooling, at: number): string {
  const names = plan.grid.axes.map(({ ids }, index) => ids[(index === axis ? members[at] : box[index]) ?? 0]);
  return `${method.name}.${names.join('.')}`;
}

/**
 * Makes weights without a positive one usable, in place. Null: the spec says to refuse. By itself the rule is the same to
 * everyone nobody spoke about, leaving zeros alone; to all when there are only zeros, or only silence.
 */
export function fallBack(
  declared: DeclaredFallback,
  method: string,
  looks: Looks,
  pooling: Pooling,
  out: Float64Array,
): Base | null {
  if (declared === 'refuse') return null;
  if (declared !== 'even') {
    return askMethod(declared, pooling, out).positive ? { method: declared.name, fallback: 'declared' } : null;
  }
  const partly = looks.silent && looks.zero;
  for (let at = 0; at < out.length; at += 1) out[at] = partly && out[at] === 0 ? 0 : 1;
  return { method, fallback: partly ? 'evenEmpty' : 'even' };
}
