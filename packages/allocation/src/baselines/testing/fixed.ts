/** A method that answers given numbers: what the combining methods are tested with. */
import type { Axis } from '../../axis.ts';
import type { Method } from '../../methods/method.ts';

/** Weights by member id; ids left out, or null, are unknown. */
export function fixed(name: string, byId: Readonly<Record<string, number | null>>): Method {
  return {
    name,
    weigh({ plan, axis, members }, out) {
      const { ids } = plan.grid.axes[axis] as Axis;
      members.forEach((member, at) => (out[at] = byId[ids[member] as string] ?? NaN));
    },
  };
}
