import type { CostParts, Solution } from '../../solution.ts';
import type { Part } from './sub-instance.ts';

/** Joins the plans of the parts into one, in the numbering of the whole. */
export function mergeSolutions(parts: readonly Part[], solutions: readonly Solution[]): Solution {
  const routes = solutions.flatMap((solution, index) => {
    const part = parts[index]!;
    return solution.routes.map((route) => ({
      ...route,
      slot: part.slots[route.slot]!,
      vehicle: part.vehicles[route.vehicle]!,
      visits: route.visits.map((visit) => ({ ...visit, client: part.clients[visit.client]! })),
    }));
  });
  const unserved = solutions.flatMap((solution, index) =>
    solution.unserved.map((entry) => ({ ...entry, client: parts[index]!.clients[entry.client]! })),
  );
  return {
    routes: routes.sort((a, b) => a.slot - b.slot),
    unserved: unserved.sort((a, b) => a.client - b.client || (a.promisedDay ?? -1) - (b.promisedDay ?? -1)),
    cost: solutions.map(({ cost }) => cost).reduce(addCosts),
  };
}

function addCosts(a: CostParts, b: CostParts): CostParts {
  return {
    brokenPromises: a.brokenPromises + b.brokenPromises,
    missedRequired: a.missedRequired + b.missedRequired,
    lostValue: a.lostValue + b.lostValue,
    cadence: a.cadence + b.cadence,
    travel: a.travel + b.travel,
    fixed: a.fixed + b.fixed,
    balance: a.balance + b.balance,
    changes: a.changes + b.changes,
    total: a.total + b.total,
  };
}
