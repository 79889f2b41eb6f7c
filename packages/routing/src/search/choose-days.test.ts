import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildInstance } from '../build-instance.ts';
import type { FrequencySpec } from '../instance-spec.ts';
import { buildModel } from './build-model.ts';
import { chooseDays } from './choose-days.ts';
import { emptyState } from './state.ts';
import type { SearchState } from './state.ts';

interface Case {
  readonly frequency: FrequencySpec;
  readonly costs: readonly number[];
  readonly prize: number;
  readonly promised: readonly number[];
}

function prepare({ frequency, costs, prize, promised }: Case): SearchState {
  const days = costs.length;
  const instance = buildInstance({
    ...{ days, dayNumbers: costs.map((_, day) => day + 2 * Math.floor(day / 5)), places: 1, distance: new Float64Array(1) },
    clients: [{ place: 0, prize, frequency }],
    slots: [],
    fixed: promised.map((day) => ({ client: 0, day })),
  });
  const state = emptyState(buildModel(instance), 1);
  const { trial } = state;
  trial.stamp = 1;
  trial.dayStamp.fill(1);
  trial.cost.set(costs);
  return state;
}

/** What the cheapest set of days costs, by trying all of them. */
function bruteForce({ frequency, costs, prize, promised }: Case): number {
  const { visits, leastGap = 1, greatestGap = Infinity, lastVisit, cadenceCost = 0, idealGap = 0 } = frequency;
  const wanted = Math.max(visits, promised.length);
  const number = (day: number): number => day + 2 * Math.floor(day / 5);
  const pinned = promised.filter((day) => costs[day]! < Infinity);
  let best = Infinity;
  for (let set = 0; set < 1 << costs.length; set++) {
    const days = costs.flatMap((_, day) => ((set >> day) & 1 ? [day] : []));
    if (days.length > wanted || pinned.some((day) => !days.includes(day))) continue;
    const whole = days.length === wanted;
    const most = whole ? greatestGap : Infinity;
    let cost = (wanted - days.length) * prize;
    days.forEach((day, i) => {
      cost += costs[day]!;
      const before = i > 0 ? number(days[i - 1]!) : lastVisit;
      if (before === undefined) return;
      const gap = number(day) - before;
      const decided = promised.includes(day) && (i === 0 || promised.includes(days[i - 1]!));
      const overdue = i === 0 && before + most < 0;
      if (!decided && (gap < leastGap || (gap > most && !overdue))) cost = Infinity;
      cost += cadenceCost * Math.abs(gap - idealGap);
    });
    const end = days.at(-1);
    if (whole && end !== undefined && !promised.includes(end) && number(costs.length - 1) + 1 - number(end) > greatestGap)
      cost = Infinity;
    best = Math.min(best, cost);
  }
  return best;
}

const cases = fc.record({
  frequency: fc.record({
    visits: fc.integer({ min: 1, max: 4 }),
    leastGap: fc.integer({ min: 1, max: 4 }),
    greatestGap: fc.integer({ min: 3, max: 12 }),
    idealGap: fc.integer({ min: 1, max: 6 }),
    cadenceCost: fc.integer({ min: 0, max: 3 }),
    lastVisit: fc.option(fc.integer({ min: -15, max: -1 }), { nil: undefined }),
  }),
  costs: fc.array(
    fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 30 }) }, { weight: 1, arbitrary: fc.constant(Infinity) }),
    {
      minLength: 1,
      maxLength: 9,
    },
  ),
  prize: fc.integer({ min: 1, max: 60 }),
  promised: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 2 }),
});

it('chooses the set of days that brute force finds cheapest', () => {
  fc.assert(
    fc.property(cases, ({ promised, ...rest }) => {
      const problem = { ...rest, promised: promised.filter((day) => day < rest.costs.length) };
      const state = prepare(problem);
      const wanted = Math.max(problem.frequency.visits, problem.promised.length);
      const cadence = chooseDays(state, 0);
      const days = [...state.trial.chosen.subarray(0, state.trial.chosenCount)];
      const cost = days.reduce((sum, day) => sum + problem.costs[day]!, cadence + (wanted - days.length) * problem.prize);
      expect(cost).toBeCloseTo(bruteForce(problem), 9);
    }),
    { numRuns: 2000 },
  );
});
