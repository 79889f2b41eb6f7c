import type { Method } from '../methods/method.ts';
import type { Work } from './work.ts';

/**
 * For the axis of time: a cell that has a profile over its periods keeps it, null months stay null; where there is none, or one
 * with negative months, the given method steps in.
 */
export function keptProfile({ before }: Work, method: Method): (parent: number, from: number, to: number) => Method {
  return (_, from, to) => {
    let some = false;
    for (let node = from; node < to; node += 1) {
      if ((before[node] as number) < 0) return method;
      if ((before[node] as number) > 0) some = true;
    }
    if (!some) return method;
    return { name: 'seasonality', weigh: (_pooling, out) => out.set(before.subarray(from, to)) };
  };
}
