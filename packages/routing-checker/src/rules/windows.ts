import { breaks, exceeds } from '../broken.ts';
import type { Broken } from '../broken.ts';
import type { TimedRoute } from '../timed-route.ts';

/** Service starts within the window of each customer. */
export function windows({ route, clients, timing }: TimedRoute): Broken[] {
  return clients.flatMap(({ window: [open, close] }, index) => {
    const start = timing.starts[index] as number;
    if (!exceeds(open, start) && !exceeds(start, close)) return [];
    const { day, vehicle } = route;
    return [breaks('visit.window', { day, vehicle, client: route.visits[index]?.client }, start, `[${open}, ${close}]`)];
  });
}
