import { expect, it } from 'vitest';
import { startSearch } from '../search/start-search.ts';
import { readInstance } from './read-instance.ts';
import { solutionFile } from './solution-file.ts';

it('speaks in days, vehicles and customers of the file, and of its units', () => {
  // From the depot 3 and 5, between them 4: both customers on one day 12, the first once more 6.
  const named = readInstance('1 1 2 2\n0 10\n0 10\n0 0 0 0 0 0 0\n7 3 0 2 4 2 1 3\n9 3 4 2 5 1 1 1\n', 'cordeau');
  const plan = solutionFile(named, startSearch(named.instance).best(), 'small');
  expect(plan).toMatchObject({ format: 'milepost.routes/1', instance: 'small', distances: 'exact', cost: 18, unserved: [] });
  expect(plan.routes.map(({ day, vehicle }) => [day, vehicle])).toEqual([[1, 1], [2, 1]]); // prettier-ignore
  expect(plan.routes[0]!.visits.map(({ client }) => client)).toEqual(['7']);
  expect(plan.routes[1]!.visits.map(({ client }) => client).sort()).toEqual(['7', '9']);
});

it('gives tenths back as the numbers of the file', () => {
  const text = 'T\nVEHICLE\nNUMBER CAPACITY\n1 9\nCUSTOMER\nCUST\n0 0 0 0 0 99 0\n5 1 1 1 7.5 20 1\n';
  const named = readInstance(text, 'solomon');
  const plan = solutionFile(named, startSearch(named.instance).best(), 'other');
  // There 1.4, waiting until 7.5, a minute of service, back at 9.9.
  expect(plan).toMatchObject({ instance: 'T', cost: 2.8, distances: 'truncated' });
  expect(plan.routes[0]).toMatchObject({ arrival: 9.9, visits: [{ client: '5', start: 7.5 }] });
});
