import { expect, it } from 'vitest';
import { RoutingError } from '../error.ts';
import { readCordeau } from './cordeau.ts';

const periodic = `1 2 2 2
30 10
0 8
 0 0 0 0 0 0 0
 7 3 0 2 4 2 1 3

12 3 4 1.5 5 1 2 1 2
`;

/** The code and line of the error. */
function refused(text: string): string {
  try {
    readCordeau(text);
  } catch (error) {
    if (error instanceof RoutingError) return `${error.code} ${error.path}`;
    throw error;
  }
  return 'read';
}

it('reads days, limits, combinations with the first day leftmost, and Euclidean doubles', () => {
  const { instance, clientIds, notes } = readCordeau(periodic);
  expect(clientIds).toEqual(['7', '12']);
  expect(notes).toEqual([]);
  expect(instance.days).toBe(2);
  // From the depot 3 and 5, between the two 4.
  expect([...instance.distance]).toEqual([0, 3, 5, 3, 0, 4, 5, 4, 0]);
  expect([...instance.clients.service]).toEqual([2, 1.5]);
  expect([...instance.clients.demand]).toEqual([4, 5]);
  expect([...instance.clients.visits]).toEqual([2, 1]);
  // 3 is both days; 1 is the second day, 2 the first.
  expect([...instance.patterns.day]).toEqual([0, 1, 1, 0]);
  // Two vehicles on each day; no limit of duration is written as 0.
  expect([...instance.slots.maxDuration]).toEqual([30, 30, Infinity, Infinity]);
  expect([...instance.slots.capacity]).toEqual([10, 10, 8, 8]);
  expect(instance.windows).toBeNull();
});

it('reads windows, those of the depot being its hours', () => {
  const { instance } = readCordeau('5 1 1 1\n0 0\n0 0 0 0 0 0 0 10 90\n1 3 4 2 1 1 1 1 20 30\n');
  expect([[...instance.windows!.open], [...instance.windows!.close]]).toEqual([[20], [30]]);
  expect([instance.slots.earliest[0], instance.slots.latest[0]]).toEqual([10, 90]);
  expect(instance.slots.capacity[0]).toBe(Infinity);
});

it('lets a vehicle cost more than any way when vehicles come first', () => {
  const { instance, vehicleCost } = readCordeau(periodic, { objective: 'vehicles-first' });
  // Longest journey 5, twice, for 2 customers on 2 days.
  expect(vehicleCost).toBe(40);
  expect([...instance.slots.fixedCost]).toEqual([40, 40, 40, 40]);
});

it('leaves out a row that stands for a missing vehicle, and says so', () => {
  const text = '1 1 2 1\n0 10\n0 5 5 0 0 0 0\n1 3 4 0 1 1 1 1\n2 5 5 0 10 1 1 1\n';
  const { clientIds, notes } = readCordeau(text);
  expect(clientIds).toEqual(['1']);
  expect(notes.map(({ code }) => code)).toEqual(['routing.format.placeholder']);
  expect(notes[0]!.en).toContain('line 5: customer 2');
  // One that takes time is a customer like any other.
  expect(readCordeau(text.replace('2 5 5 0', '2 5 5 1')).clientIds).toEqual(['1', '2']);
});

it('follows the combinations where the number of visits says otherwise, and says so', () => {
  const { instance, notes } = readCordeau(periodic.replace('12 3 4 1.5 5 1', '12 3 4 1.5 5 3'));
  expect(instance.clients.visits[1]).toBe(1);
  expect(notes.map(({ code }) => code)).toEqual(['routing.format.frequency']);
});

it.each([
  ['an empty file', '', 'routing.format.end line 1'],
  ['a file that ends early', periodic.slice(0, periodic.indexOf('12 3')), 'routing.format.end line 7'],
  ['a cut line', periodic.slice(0, periodic.indexOf(' 1 2\n')), 'routing.format.columns line 7'],
  ['an unknown type', periodic.replace('1 2 2 2', '2 2 2 2'), 'routing.format.kind line 1'],
  ['no day', '1 1 0 0\n', 'routing.format.days line 1'],
  ['half a vehicle', periodic.replace('1 2 2 2', '1 2.5 2 2'), 'routing.format.whole line 1'],
  ['fifty thousand customers', '1 1 50000 1\n0 0\n', 'routing.format.tooMany line 1'],
  ['a word for a number', periodic.replace('1.5', '1,5'), 'routing.format.number line 7'],
  ['a number beyond all maps', periodic.replace('3 4 1.5', '1e300 4 1.5'), 'routing.format.number line 7'],
  ['a negative demand', periodic.replace('1.5 5', '1.5 -5'), 'routing.format.negative line 7'],
  ['a day outside of the period', periodic.replace('2 1 2\n', '2 1 4\n'), 'routing.format.pattern line 7'],
  ['no combination', periodic.replace('1 2 1 2\n', '0 0\n'), 'routing.format.noPattern line 7'],
  ['the same number twice', periodic.replace('12 3', '7 3'), 'routing.format.duplicate line 7'],
  ['no depot', periodic.replace(' 0 0 0 0', ' 9 0 0 0'), 'routing.format.depot '],
  ['more customers than stated', `${periodic}13 1 1 1 1 1 1 1\n`, 'routing.format.tooMuch line 8'],
  ['a window that closes first', '5 1 1 1\n0 0\n0 0 0 0 0 0 0 0 9\n1 3 4 2 1 1 1 1 5 4\n', 'routing.format.window line 4'],
])('refuses %s', (_, text, expected) => {
  expect(refused(text)).toBe(expected);
});
