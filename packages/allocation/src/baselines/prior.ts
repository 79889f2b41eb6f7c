import { sumMembers } from './fact-table.ts';
import type { Method } from '../methods/method.ts';
import type { FactTable } from './fact-table.ts';

/**
 * By what was there in the same period a year earlier, or whatever period the facts were compiled to stand for. Who has no
 * fact is unknown (null), who has facts of 0 gets nothing; a cell below zero (returns above sales) weighs nothing.
 */
export function prior(facts: FactTable, name = 'prior'): Method {
  return {
    name,
    weigh: ({ plan, axis, box, members }, out) => sumMembers(facts, plan, axis, box, members, out),
  };
}
