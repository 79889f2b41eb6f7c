import { changeError } from '../change-error.ts';
import { checkMemberIds } from './by-member.ts';
import type { Axis } from '../axis.ts';
import type { Method } from './method.ts';

/**
 * By a number per member: customers, potential, head count, on any axis. `values` by member id; a unit without a value of
 * its own has the sum of those below it, and null when none of them has one. A member nobody gave a value stays null, 0 gets
 * nothing. Throws `allocation.weight.invalid` for a value that is negative or not finite, and when it is first used
 * `allocation.member.unknown` for an id that no axis of the plan has.
 */
export function driver(values: Readonly<Record<string, number | null>>, name = 'driver'): Method {
  for (const [id, value] of Object.entries(values)) {
    if (value !== null && !(value >= 0 && value < Infinity)) {
      throw changeError('allocation.weight.invalid', value, `${name}.${id}`);
    }
  }
  const known = new WeakMap<Axis, Float64Array>();
  return {
    name,
    weigh({ plan, axis: at, members }, out) {
      const axis = plan.grid.axes[at] as Axis;
      let weights = known.get(axis);
      if (weights === undefined) {
        checkMemberIds(values, plan.grid.axes, name);
        known.set(axis, (weights = weightsOf(axis, values)));
      }
      for (let index = 0; index < out.length; index += 1) out[index] = weights[members[index] as number] as number;
    },
  };
}

/** By member number; children stand behind their parents. */
function weightsOf({ ids, parent }: Axis, values: Readonly<Record<string, number | null>>): Float64Array {
  const weights = new Float64Array(ids.length).fill(NaN);
  const below = new Float64Array(ids.length).fill(NaN);
  for (let member = ids.length - 1; member >= 0; member -= 1) {
    const id = ids[member] as string;
    const own = Object.hasOwn(values, id) ? values[id] : undefined;
    const weight = own ?? below[member] ?? NaN;
    weights[member] = weight;
    const above = parent[member] as number;
    if (above < 0 || weight !== weight) continue;
    below[above] = below[above] === below[above] ? (below[above] as number) + weight : weight;
  }
  return weights;
}
