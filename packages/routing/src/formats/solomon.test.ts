import { expect, it } from 'vitest';
import { RoutingError } from '../error.ts';
import { readSolomon } from './solomon.ts';

const small = `T1

VEHICLE
NUMBER     CAPACITY
  2         20

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0       100          0
    1      1         1          5         10        20         10   \r
    2      6         8          5          0        50          2.5
`;

function refused(text: string): string {
  try {
    readSolomon(text);
  } catch (error) {
    if (error instanceof RoutingError) return `${error.code} ${error.path}`;
    throw error;
  }
  return 'read';
}

it('cuts distances of small files after one decimal, in tenths', () => {
  const { instance, name, distances, scale, clientIds } = readSolomon(small);
  expect([name, distances, scale, clientIds]).toEqual(['T1', 'truncated', 10, ['1', '2']]);
  // √2 = 1.41…, √(25 + 49) = 8.60…, and 10.
  expect([...instance.distance]).toEqual([0, 14, 100, 14, 0, 86, 100, 86, 0]);
  expect([[...instance.windows!.open], [...instance.windows!.close]]).toEqual([[100, 0], [200, 500]]); // prettier-ignore
  expect([...instance.clients.service]).toEqual([100, 25]);
  expect([...instance.slots.latest]).toEqual([1000, 1000]);
  expect([...instance.slots.capacity]).toEqual([20, 20]);
});

it('takes doubles when they are asked for or vehicles come first', () => {
  const exact = readSolomon(small, { distances: 'exact' });
  expect([exact.scale, exact.instance.distance[1]]).toEqual([1, Math.SQRT2]);
  const vehicles = readSolomon(small, { objective: 'vehicles-first' });
  expect([vehicles.distances, vehicles.vehicleCost]).toEqual(['exact', 40]);
});

it('takes doubles for more than fifty customers', () => {
  const rows = Array.from({ length: 49 }, (_, index) => `${index + 3} 0 1 1 0 9 1\n`);
  expect(readSolomon(small + rows.slice(1).join('')).distances).toBe('truncated');
  expect(readSolomon(small + rows.join('')).distances).toBe('exact');
});

it.each([
  ['an empty file', '', 'routing.format.end line 1'],
  ['another order of sections', small.replace('VEHICLE', 'CUSTOMER'), 'routing.format.section line 3'],
  ['a line that is cut', small.slice(0, small.indexOf('         2.5')), 'routing.format.columns line 12'],
  ['no depot', small.replace('    0      0', '    3      0'), 'routing.format.depot '],
  ['the same number twice', small.replace('    2      6', '    1      6'), 'routing.format.duplicate line 12'],
  ['a window that closes first', small.replace('0        50', '60        50'), 'routing.format.window line 12'],
])('refuses %s', (_, text, expected) => {
  expect(refused(text)).toBe(expected);
});
