import type { CellWeights } from '../edit.ts';
import type { Method } from './method.ts';

/**
 * Entered values, by node and period. Whoever has one keeps it; those without share what is left evenly by leaves;
 * an entered 0 gets nothing. On the time axis the entries of the divided node count, by month.
 */
export function manual(values: CellWeights): Method {
  return {
    name: 'manual',
    fixed: true,
    weigh: ({ axis, members, node, period }) =>
      members.map((member) =>
        axis === 'time' ? (values[node]?.[member] ?? null) : (values[member]?.[period] ?? null),
      ),
  };
}
