import { expect, it } from 'vitest';
import { storedRecords } from './testing/stored-records.ts';
import { verifySums } from './verify-sums.ts';

const record = (nodeId: string, parentId: string | null, value: number | null) => ({
  nodeId,
  parentId,
  months: { '2026-01': value },
});
const codes = (...records: ReturnType<typeof record>[]): string[] => verifySums(records).map(({ code }) => code);

it('names the cell that is not the sum of its children, and what it should be', () => {
  const wrong = storedRecords.map((one) => (one.nodeId === 'north' ? { ...one, months: { ...one.months, '2026-05': 1 } } : one));
  expect(verifySums(storedRecords)).toEqual([]);
  expect(verifySums(wrong)).toEqual([
    { node: 'north', period: '2026-05', code: 'sum', value: 1, expected: null, path: 'records.0.months.2026-05' },
  ]);
});

it('tells null from zero, and finds halves, duplicates and broken trees', () => {
  expect(codes(record('a', null, 3), record('b', 'a', 1), record('c', 'a', 2))).toEqual([]);
  expect(codes(record('a', null, 0), record('b', 'a', null))).toEqual(['sum']);
  expect(codes(record('a', null, null), record('b', 'a', null))).toEqual([]);
  expect(codes(record('a', null, 1.5))).toEqual(['integer']);
  expect(codes(record('b', 'x', 1))).toEqual(['parent']);
  expect(codes(record('a', 'b', 1), record('b', 'a', 1))).toEqual(['cycle', 'cycle']);
  expect(codes(record('a', null, 1), record('a', null, 1))).toEqual(['duplicate']);
});
