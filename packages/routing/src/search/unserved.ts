import type { Unserved } from '../solution.ts';
import type { SearchModel } from './model.ts';
import { reasonFor } from './reason.ts';
import { restore } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { emptyState } from './state.ts';

/** Lists broken promises and missing visits with the constraint that keeps each of them out of this plan. */
export function unservedOf(model: SearchModel, plan: Snapshot): Unserved[] {
  const list: Unserved[] = [];
  const state = emptyState(model, 1);
  restore(state, plan);
  const everyDay = Array.from({ length: model.days }, (_, day) => day);
  for (let client = 0; client < model.clients; client++) {
    if (state.absentAt[client]! < 0) continue;
    const broken = everyDay.filter((day) => isBroken(model, state.slotOf, client, day));
    for (const day of broken) list.push({ client, missing: 1, promisedDay: day, reason: reasonFor(state, client, [day]) });
    const missing = plan.missing[client]! - Math.min(plan.missing[client]!, broken.length);
    if (missing > 0) list.push({ client, missing, promisedDay: null, reason: reasonFor(state, client, everyDay) });
  }
  return list;
}

function isBroken({ promised, clients }: SearchModel, slotOf: Int32Array, client: number, day: number): boolean {
  const node = day * clients + client;
  return promised !== null && promised[node] === 1 && slotOf[node]! < 0;
}
