import { expect, it } from 'vitest';
import { buildInstance } from '../../build-instance.ts';
import { checkPlan } from '../../constraints/check-plan.ts';
import type { InstanceSpec } from '../../instance-spec.ts';
import { startSearch } from '../start-search.ts';

/** A square grid of points 1 apart, the depot in a corner. */
function grid(side: number, more: Partial<InstanceSpec> = {}): InstanceSpec {
  const places = side * side;
  const distance = Float64Array.from({ length: places * places }, (_, cell) => {
    const a = Math.floor(cell / places);
    const b = cell % places;
    return Math.hypot(Math.floor(a / side) - Math.floor(b / side), (a % side) - (b % side));
  });
  const clients = Array.from({ length: places - 1 }, (_, c) => ({ place: c + 1 }));
  return { days: 1, places, distance, clients, slots: [{ day: 0, vehicle: 0, start: 0, end: 0 }], ...more };
}

function run(spec: InstanceSpec, iterations: number): { total: number; problems: unknown[]; bytes: string } {
  const instance = buildInstance(spec);
  const search = startSearch(instance);
  for (const event of search.run({ iterations })) void event;
  const best = search.best();
  return { total: best.cost.total, problems: checkPlan(instance, best), bytes: JSON.stringify(best) };
}

it('finds the shortest tour of a grid, and the same one again', () => {
  // An even grid has a tour whose every journey is 1.
  expect(run(grid(8), 3000)).toMatchObject({ total: 64, problems: [] });
  expect(run(grid(8), 500).bytes).toBe(run(grid(8), 500).bytes);
});

it('leaves a limited day to insertion', () => {
  const limited = grid(4, { slots: [{ day: 0, vehicle: 0, start: 0, end: 0, maxDuration: 10 }] });
  const { total, problems } = run(limited, 500);
  expect(problems).toEqual([]);
  expect(total).toBeLessThanOrEqual(10);
});
