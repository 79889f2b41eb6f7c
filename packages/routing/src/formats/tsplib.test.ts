import { expect, it } from 'vitest';
import { RoutingError } from '../error.ts';
import { readTsplib } from './tsplib.ts';

const plane = (rule: string, points: string): string =>
  `NAME : t\nCOMMENT: by hand\nTYPE: TSP\nDIMENSION: 2\nEDGE_WEIGHT_TYPE : ${rule}\nNODE_COORD_SECTION\n${points}\nEOF\n`;
const matrix = (layout: string, numbers: string): string =>
  `NAME: m\nTYPE: ATSP\nDIMENSION: 3\nEDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: ${layout}\nEDGE_WEIGHT_SECTION\n${numbers}\nEOF`;

function refused(text: string): string {
  try {
    readTsplib(text);
  } catch (error) {
    if (error instanceof RoutingError) return `${error.code} ${error.path}`;
    throw error;
  }
  return 'read';
}

it.each([
  // √5 = 2.24, √8 = 2.83; halves go up.
  ['EUC_2D', '1 0 0\n2 2 1', 2],
  ['EUC_2D', '1 0 0\n2 2 2', 3],
  ['EUC_2D', '1 0 0\n2 0 2.5', 3],
  ['CEIL_2D', '1 0 0\n2 2 1', 3],
  ['MAN_2D', '1 0 0\n2 2.4 -1', 3],
  ['MAX_2D', '1 0 0\n2 2.4 -3.6', 4],
  // √(100 / 10) = 3.16 goes up, √(90 / 10) = 3 stays.
  ['ATT', '1 0 0\n2 10 0', 4],
  ['ATT', '1 0 0\n2 9 3', 3],
  // A degree of the equator is 111.3 km and half of one, written .30, 55.7; both plus one, cut.
  ['GEO', '1 0.00 0.00\n2 0.00 1.00', 112],
  ['GEO', '1 0.00 0.00\n2 0.00 -0.30', 56],
])('measures by %s as TSPLIB does (%s)', (rule, points, expected) => {
  const { instance } = readTsplib(plane(rule, points));
  expect([...instance.distance]).toEqual([0, expected, expected, 0]);
});

it.each([
  ['FULL_MATRIX', '9 1 2\n3 9 4\n5 6 9', [0, 1, 2, 3, 0, 4, 5, 6, 0]],
  ['UPPER_ROW', '1 2\n3', [0, 1, 2, 1, 0, 3, 2, 3, 0]],
  ['LOWER_ROW', '1\n2 3', [0, 1, 2, 1, 0, 3, 2, 3, 0]],
  ['UPPER_DIAG_ROW', '0 1 2 0 3 0', [0, 1, 2, 1, 0, 3, 2, 3, 0]],
  ['LOWER_DIAG_ROW', '0 1 0 2 3 0', [0, 1, 2, 1, 0, 3, 2, 3, 0]],
  ['UPPER_COL', '1 2 3', [0, 1, 2, 1, 0, 3, 2, 3, 0]],
  ['LOWER_COL', '1 2 3', [0, 1, 2, 1, 0, 3, 2, 3, 0]],
  ['UPPER_DIAG_COL', '0 1 0 2 3 0', [0, 1, 2, 1, 0, 3, 2, 3, 0]],
  ['LOWER_DIAG_COL', '0 1 2 0 3 0', [0, 1, 2, 1, 0, 3, 2, 3, 0]],
])('reads a matrix laid out as %s', (layout, numbers, expected) => {
  expect([...readTsplib(matrix(layout, numbers)).instance.distance]).toEqual(expected);
});

it.each([
  // By rows above the diagonal, or by columns below it, 0–1 0–2 0–3 1–2 1–3 2–3; the other way round 0–1 0–2 1–2 0–3 1–3 2–3.
  ['UPPER_ROW', [1, 2, 3, 4, 5, 6]],
  ['LOWER_COL', [1, 2, 3, 4, 5, 6]],
  ['LOWER_ROW', [1, 2, 4, 3, 5, 6]],
  ['UPPER_COL', [1, 2, 4, 3, 5, 6]],
])('tells rows from columns in %s', (layout, [a, b, c, d, e, f]) => {
  const { distance } = readTsplib(matrix(layout, '1 2 3 4 5 6').replace('DIMENSION: 3', 'DIMENSION: 4')).instance;
  expect([...distance]).toEqual([0, a, b, c, a, 0, d, e, b, d, 0, f, c, e, f, 0]);
});

it('makes one tour that begins at the first city', () => {
  const { instance, clientIds, name } = readTsplib(plane('EUC_2D', '4 0 0\n9 3 4'));
  expect([name, clientIds]).toEqual(['t', ['9']]);
  expect([instance.slots.count, instance.slots.startPlace[0], instance.clients.place[0]]).toEqual([1, 0, 1]);
});

it.each([
  ['an empty file', '', 'routing.format.missing '],
  ['another kind of problem', plane('EUC_2D', '1 0 0\n2 1 1').replace('TSP', 'CVRP'), 'routing.format.keyword line 3'],
  ['another rule', plane('XRAY1', '1 0 0\n2 1 1'), 'routing.format.keyword line 5'],
  ['a rule that only looks like a member', plane('constructor', '1 0 0\n2 1 1'), 'routing.format.keyword line 5'],
  ['an unknown keyword', `FIXED_EDGES_SECTION\n${plane('EUC_2D', '1 0 0\n2 1 1')}`, 'routing.format.keyword line 1'],
  ['a city that is missing', plane('EUC_2D', '1 0 0'), 'routing.format.columns line 8'],
  ['the same city twice', plane('EUC_2D', '1 0 0\n1 1 1'), 'routing.format.duplicate line 8'],
  ['no size', plane('EUC_2D', '').replace('DIMENSION: 2\n', ''), 'routing.format.missing '],
  ['a size beyond memory', plane('EUC_2D', '').replace('DIMENSION: 2', 'DIMENSION: 50000'), 'routing.format.tooMany line 4'],
  ['an unknown layout', matrix('UPPER', '1 2 3'), 'routing.format.keyword line 5'],
  ['too few numbers', matrix('UPPER_ROW', '1 2').replace('\nEOF', ''), 'routing.format.end line 7'],
  ['too many numbers', matrix('UPPER_ROW', '1 2 3 4'), 'routing.format.triangle line 7'],
  ['a negative distance', matrix('UPPER_ROW', '1 2 -3'), 'routing.format.negative line 7'],
])('refuses %s', (_, text, expected) => {
  expect(refused(text)).toBe(expected);
});
