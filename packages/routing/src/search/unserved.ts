import type { Route, Unserved } from '../solution.ts';
import type { SearchModel } from './model.ts';
import type { Snapshot } from './snapshot.ts';

/** Lists who lacks visits. */
export function unservedOf(model: SearchModel, plan: Snapshot, _routes: readonly Route[]): Unserved[] {
  const list: Unserved[] = [];
  for (let client = 0; client < model.clients; client++) {
    const missing = plan.missing[client]!;
    if (missing > 0) list.push({ client, missing, promisedDay: null, reason: 'full-time' });
  }
  return list;
}
