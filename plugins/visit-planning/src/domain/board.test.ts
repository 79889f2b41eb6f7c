import { describe, expect, it } from 'vitest';
import { itemsOfDay, routeWith } from './board.ts';
import { aVisit } from './fixtures.ts';

const day = '2026-03-12';
const visits = [
  aVisit('done', 'a', day, { routeOrder: 1, status: 'completed' }),
  aVisit('p1', 'b', day, { routeOrder: 2 }),
  aVisit('p2', 'c', day, { routeOrder: 3 }),
  aVisit('off', 'd', day, { routeOrder: 1, status: 'cancelled' }),
];
const changes = (id: string, index: number) =>
  routeWith(visits.find((visit) => visit.id === id) ?? aVisit(id, 'x', '2026-03-13'), day, index, visits).map(
    ({ visit, routeOrder }) => [visit.id, routeOrder],
  );

describe('routeWith', () => {
  it('never touches what is completed or cancelled, and changes only what has to change', () => {
    expect(changes('p2', 0)).toEqual([
      ['p2', 2],
      ['p1', 3],
    ]);
    expect(changes('p2', 2)).toEqual([]);
    expect(changes('new', 0)).toEqual([
      ['new', 2],
      ['p1', 3],
      ['p2', 4],
    ]);
    expect(changes('new', 99)).toEqual([['new', 4]]);
  });
});

describe('itemsOfDay', () => {
  it('shows a visit of the CRM only where the plan has none for that account', () => {
    const crm = ['b', 'z'].map(
      (accountId) =>
        ({
          id: `crm-${accountId}`,
          accountId,
          ownerId: 'amy',
          dayOn: day,
          status: 'planned',
          purpose: null,
          outcome: null,
          startAt: null,
        }) as const,
    );
    expect(itemsOfDay(day, visits, crm).map((item) => (item.kind === 'visit' ? item.visit.id : item.crm.id))).toEqual([
      'done',
      'p1',
      'p2',
      'off',
      'crm-z',
    ]);
  });
});
