import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupsOf } from './groups.ts';

it('people linked through others are one group; those nobody shares are alone', () => {
  expect(groupsOf(5, [[0, 1], [3], [1, 4], []])).toEqual([
    { people: [0, 1, 4], customers: [0, 2] },
    { people: [2], customers: [] },
    { people: [3], customers: [1] },
  ]);
});

it('is the finest division in which nobody shares a customer across groups', () => {
  const whoMay = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 3 }), { maxLength: 8 });
  fc.assert(
    fc.property(whoMay, (lists) => {
      // Reaching everybody through shared customers, step by step.
      const reach = Array.from({ length: 8 }, (_, person) => new Set([person]));
      for (let step = 0; step < 8; step += 1) {
        for (const list of lists)
          for (const set of reach) if (list.some((one) => set.has(one))) list.forEach((one) => set.add(one));
      }
      for (const { people, customers } of groupsOf(8, lists)) {
        for (const person of people) expect([...reach[person]!].sort()).toEqual(people);
        for (const customer of customers) expect(people).toContain(lists[customer]![0]);
      }
    }),
  );
});
