import type { PlannedRoute } from '../initial-plan.ts';
import type { Part } from './sub-instance.ts';

/** The routes of a plan that belong to a part, in its numbering; visits of clients outside the part are left out. */
export function partOfPlan(part: Part, plan: readonly PlannedRoute[]): PlannedRoute[] {
  const slotAt = new Map(part.slots.map((slot, index) => [slot, index]));
  const clientAt = new Map(part.clients.map((client, index) => [client, index]));
  return plan
    .filter(({ slot }) => slotAt.has(slot))
    .map(({ slot, clients }) => ({
      slot: slotAt.get(slot)!,
      clients: clients.map((client) => clientAt.get(client)).filter((client) => client !== undefined),
    }));
}
