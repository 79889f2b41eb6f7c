import { expect, it } from 'vitest';
import { buildInstance } from '../build-instance.ts';
import { featuresOf, randomSpec } from '../testing/random-spec.ts';
import { startSearch } from './start-search.ts';
import type { Budget } from './start-search.ts';

const search = startSearch(buildInstance(randomSpec(1, featuresOf(0, 4, 2, 1))));
const now = (): number => 0;

it.each<[what: string, budget: Budget, code: string, path: string]>([
  ['iterations that are no number', { iterations: NaN }, 'routing.search.iterations', 'iterations'],
  ['fewer than no iterations', { iterations: -1 }, 'routing.search.iterations', 'iterations'],
  ['half an iteration', { iterations: 1.5 }, 'routing.search.iterations', 'iterations'],
  ['iterations without end', { iterations: Infinity }, 'routing.search.iterations', 'iterations'],
  ['seconds that are no number', { seconds: NaN, now }, 'routing.search.seconds', 'seconds'],
  ['fewer than no seconds', { seconds: -0.5, now }, 'routing.search.seconds', 'seconds'],
  ['seconds without a clock', { seconds: 1 }, 'routing.search.clock', 'now'],
  ['seconds without a clock beside iterations', { seconds: 1, iterations: 5 }, 'routing.search.clock', 'now'],
])('refuses %s before the first move', (_, budget, code, path) => {
  expect(() => search.run(budget)).toThrow(expect.objectContaining({ code, path }));
});

it('takes no iterations, and parts of a second', () => {
  expect([...search.run({ iterations: 0 })].map(({ iteration }) => iteration)).toEqual([0]);
  let clock = 0;
  expect([...search.run({ seconds: 0.5, now: () => (clock += 300) })].at(-1)?.seconds).toBe(0.6);
});
