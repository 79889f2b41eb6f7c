import { askWeights, sumKnown } from './account.ts';
import { baselineError } from './baseline-error.ts';
import type { Method, Pooling } from '../methods/method.ts';
import type { AccountableMethod } from './account.ts';

/** Which method of a chain answered in one pool. */
export interface ChainAccount {
  /** Null when none had anything to divide by. */
  readonly used: string | null;
  /** Those asked before it, with what they lacked: everything 0, or nothing known. */
  readonly passed: readonly { readonly method: string; readonly why: 'zero' | 'unknown' }[];
}

/**
 * A declared chain for a base without any weight: the first of the methods that has a weight above 0 in a pool, for example
 * accounts, else even. Usable as a step's own method, and as `fallback` of a decomposition, which then records that it
 * stepped in. When none has any, the last one's answer stands. Throws `allocation.fallback.empty` without a method.
 */
export function firstWithBase(methods: readonly Method[]): AccountableMethod<ChainAccount> {
  if (methods.length === 0) throw baselineError('allocation.fallback.empty', 0, 'methods');
  return {
    name: methods.map(({ name }) => name).join('>'),
    weigh(pooling, out) {
      for (const method of methods) {
        out.fill(NaN, 0, pooling.members.length);
        method.weigh(pooling, out);
        if (sumKnown(out.subarray(0, pooling.members.length)) > 0) return;
      }
    },
    account: (pooling) => chainAccount(methods, pooling),
  };
}

function chainAccount(methods: readonly Method[], pooling: Pooling): ChainAccount {
  const passed: { method: string; why: 'zero' | 'unknown' }[] = [];
  for (const method of methods) {
    const weights = askWeights(method, pooling);
    if (sumKnown(weights) > 0) return { used: method.name, passed };
    passed.push({ method: method.name, why: weights.some((weight) => weight === 0) ? 'zero' : 'unknown' });
  }
  return { used: null, passed };
}
