import { breaks, exceeds } from '../broken.ts';
import type { Broken } from '../broken.ts';
import type { TimedRoute } from '../timed-route.ts';

/** The vehicle leaves and returns while its depot is open. */
export function hours({ route: { day, vehicle }, shift, timing }: TimedRoute): Broken[] {
  const spot = { day, vehicle };
  return [
    ...(exceeds(shift.earliest, timing.departure) ? [breaks('route.departure', spot, timing.departure, shift.earliest)] : []),
    ...(exceeds(timing.arrival, shift.latest) ? [breaks('route.return', spot, timing.arrival, shift.latest)] : []),
  ];
}
