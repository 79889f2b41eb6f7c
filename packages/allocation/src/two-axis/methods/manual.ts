import { exactSum } from '../../exact.ts';
import type { CellWeights } from '../edit.ts';
import type { Division, Method } from './method.ts';

/**
 * Entered values, by node and period: whoever has one keeps it, an entered 0 gets nothing, and what is left of the pool
 * goes to the people nobody spoke about, the same to each. A unit without an entry of its own has those of the people in
 * it. On the time axis the entries of the divided node count, by month.
 */
export function manual(values: CellWeights): Method {
  const entry = (node: string, period: string): number | null => values[node]?.[period] ?? null;
  const own = ({ axis, node, period }: Division, member: string): number | null =>
    axis === 'time' ? entry(node, member) : entry(member, period);
  const below = (division: Division, member: string): readonly (number | null)[] =>
    division.axis === 'time' ? [null] : division.leavesUnder(member).map((leaf) => entry(leaf, division.period));
  return {
    name: 'manual',
    reserve: (division) =>
      division.members.map((member) => own(division, member) ?? exactSum(below(division, member).map((value) => value ?? 0))),
    weigh: (division) =>
      division.members.map((member) =>
        own(division, member) === null ? below(division, member).filter((value) => value === null).length : 0,
      ),
  };
}
