import { breaks, exceeds } from '../broken.ts';
import type { Broken } from '../broken.ts';
import type { TimedRoute } from '../timed-route.ts';

/** What the customers of a route want fits into its vehicle. */
export function capacity({ route: { day, vehicle }, shift, clients }: TimedRoute): Broken[] {
  const load = clients.reduce((sum, { demand }) => sum + demand, 0);
  return exceeds(load, shift.capacity) ? [breaks('route.capacity', { day, vehicle }, load, shift.capacity)] : [];
}
