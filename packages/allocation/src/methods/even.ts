import type { Axis } from '../axis.ts';
import type { Method } from './method.ts';

/**
 * The same to everyone. 'leaf' (the default): a unit gets as much as it has leaves with cells in the pool, so that every
 * person gets the same however the units are cut; 'child': every member of one level gets the same. Leaves of time count as one period each.
 */
export function even(per: 'leaf' | 'child' = 'leaf'): Method {
  return {
    name: 'even',
    weigh({ plan, axis: at, members, leafCounts }, out) {
      const axis = plan.grid.axes[at] as Axis;
      for (let index = 0; index < out.length; index += 1) {
        const member = members[index] as number;
        const leaves = leafCounts?.[index] ?? (axis.to[member] as number) - (axis.from[member] as number);
        out[index] = per === 'child' ? 1 : leaves;
      }
    },
  };
}
