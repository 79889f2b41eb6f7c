import type { Instance } from '../instance.ts';
import type { NewPlace } from './plan-event.ts';

/** Travel between places of an instance and new ones, which are numbered from `instance.places` on. */
export interface Travel {
  distance(from: number, to: number): number;
  duration(from: number, to: number): number;
}

/** Looks travel up without copying the matrices. */
export function travelLookup(instance: Instance, extra: readonly NewPlace[]): Travel {
  const { places } = instance;
  const look = (
    matrix: Float64Array,
    away: (place: NewPlace) => ArrayLike<number>,
    back: (place: NewPlace) => ArrayLike<number>,
  ) => {
    return (from: number, to: number): number => {
      if (from < places && to < places) return matrix[from * places + to]!;
      if (from === to) return 0;
      // Between two new places the later one speaks.
      return from > to ? away(extra[from - places]!)[to]! : back(extra[to - places]!)[from]!;
    };
  };
  const distance = look(
    instance.distance,
    (place) => place.distanceTo,
    (place) => place.distanceFrom ?? place.distanceTo,
  );
  const duration = look(
    instance.duration,
    (place) => place.durationTo ?? place.distanceTo,
    (place) => place.durationFrom ?? place.durationTo ?? place.distanceFrom ?? place.distanceTo,
  );
  return { distance, duration };
}
