import { expect, it } from 'vitest';
import { childIds, leafIds, parentId } from './axis-ids.ts';
import { createAxis } from './axis.ts';

const axis = createAxis({
  id: 'organisation',
  kind: 'organisation',
  members: [
    { id: 'all', parentId: null },
    { id: 'north', parentId: 'all' },
    { id: 'zhao', parentId: 'all' },
    { id: 'li', parentId: 'north' },
    { id: 'wang', parentId: 'north' },
  ],
});

it('names leaves, parents and children', () => {
  expect(leafIds(axis)).toEqual(['li', 'wang', 'zhao']);
  expect(leafIds(axis, axis.numberOf.get('north'))).toEqual(['li', 'wang']);
  expect([parentId(axis, 'li'), parentId(axis, 'all')]).toEqual(['north', null]);
  expect([childIds(axis, 'all'), childIds(axis, 'li')]).toEqual([['north', 'zhao'], []]);
  expect(() => childIds(axis, 'sun')).toThrow(/sun/);
});
