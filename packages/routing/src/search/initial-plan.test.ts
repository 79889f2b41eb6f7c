import { expect, it } from 'vitest';
import { buildInstance } from '../build-instance.ts';
import { checkPlan } from '../constraints/check-plan.ts';
import { randomSpec } from '../testing/random-spec.ts';
import type { Solution } from '../solution.ts';
import { startSearch } from './start-search.ts';

const spec = randomSpec(11, { clients: 10, days: 3, vehicles: 2, windows: true, gaps: true });
const routesOf = ({ routes }: Solution) =>
  routes.map(({ slot, visits }) => ({ slot, clients: visits.map(({ client }) => client) }));

function improved(): Solution {
  const search = startSearch(buildInstance(spec), { seed: 2 });
  for (const event of search.run({ iterations: 400 })) void event;
  return search.best();
}

it('begins with the plan given', () => {
  const plan = improved();
  expect(startSearch(buildInstance(spec), { initial: routesOf(plan) }).best()).toEqual(plan);
});

it('never touches a frozen slot', () => {
  const plan = routesOf(improved());
  const frozen = plan[0]!.slot;
  const turned = plan.map((route) => (route.slot === frozen ? { ...route, clients: route.clients.toReversed() } : route));
  const slots = spec.slots.map((slot, index) => ({ ...slot, frozen: index === frozen }));
  const search = startSearch(buildInstance({ ...spec, slots }), { initial: turned });
  for (const event of search.run({ iterations: 400 })) void event;
  expect(routesOf(search.best()).find(({ slot }) => slot === frozen)).toEqual(turned[0]);
});

it('leaves out of a plan what cannot be carried out', () => {
  const everybody = [{ slot: 0, clients: spec.clients.map((_, client) => client) }];
  const instance = buildInstance(spec);
  expect(checkPlan(instance, startSearch(instance, { initial: everybody }).best())).toEqual([]);
});
