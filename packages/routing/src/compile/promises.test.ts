import { expect, it } from 'vitest';
import { customer, problemFile, representative } from '../problem/fixtures/small-problem.ts';
import { parseVisitProblem } from '../problem/parse-visit-problem.ts';
import { compileProblem } from './compile-problem.ts';

it('a promise by a representative of another group is broken, not kept by somebody else', () => {
  const promised = [{ date: '2026-03-03', representative: 'other' }];
  const file = problemFile([customer('a', { owner: 'r', promised }), customer('b', { owner: 'other' })], {
    representatives: [representative('r'), representative('other')],
  });
  const groups = compileProblem(parseVisitProblem(file)).parts.map((part) => part.compile());
  expect(groups).toHaveLength(2);
  expect(groups.flatMap(({ excluded }) => excluded.map(({ customer: id, reason }) => [id, reason]))).toEqual([
    ['a', 'promise.representative'],
  ]);
  expect(groups.map(({ instance }) => instance.fixed.count)).toEqual([0, 0]);
});
