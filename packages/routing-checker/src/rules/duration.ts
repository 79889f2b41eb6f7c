import { breaks, exceeds } from '../broken.ts';
import type { Broken } from '../broken.ts';
import type { TimedRoute } from '../timed-route.ts';

/** From departure to return, waiting included, a route takes no longer than it may. */
export function duration({ route: { day, vehicle }, shift, timing }: TimedRoute): Broken[] {
  const taken = timing.arrival - timing.departure;
  return exceeds(taken, shift.maxDuration) ? [breaks('route.duration', { day, vehicle }, taken, shift.maxDuration)] : [];
}
