import type { Instance } from '../instance.ts';
import type { Constraint, Violation } from './constraint.ts';
import { TOLERANCE } from './constraint.ts';

/** Every service starts within a window of its client and day, or within the window promised. */
export const windows: Constraint = {
  name: 'windows',
  check: (instance, { routes }) =>
    routes.flatMap(({ slot, day, visits }) =>
      visits.flatMap(({ client, start }): Violation[] => {
        const excess = distanceToWindow(instance, client, day, start);
        return excess > TOLERANCE ? [{ constraint: 'windows', slot, client, day, excess }] : [];
      }),
    ),
};

function distanceToWindow({ windows: hours, fixed, days }: Instance, client: number, day: number, start: number): number {
  for (let i = fixed.count - 1; i >= 0; i--) {
    if (fixed.client[i] !== client || fixed.day[i] !== day || (fixed.open[i] === -Infinity && fixed.close[i] === Infinity))
      continue;
    return Math.max(fixed.open[i]! - start, start - fixed.close[i]!);
  }
  if (hours === null) return 0;
  let nearest = Infinity;
  for (let w = hours.from[client * days + day]!; w < hours.from[client * days + day + 1]!; w++) {
    nearest = Math.min(nearest, Math.max(hours.open[w]! - start, start - hours.close[w]!));
  }
  return nearest;
}
