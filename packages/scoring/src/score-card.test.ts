import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCard as card } from './testing/example-card.ts';
import { managerQuarter } from './cards/manager-quarter.ts';
import { checkCard } from './check-card.ts';
import type { Fact, Target } from './facts.ts';
import { builtInIndicators } from './indicators.ts';
import { scoreCard } from './score-card.ts';

const targets = (personId: string): Target[] => [{ personId, indicatorId: 'sales-amount', value: 50_000_000 }];

/** 销售额 45万 of 50万; 38万 of 40万 due; 2 overdue; 3 new customers; 34 of 40 visits effective; no incident. */
const month = (personId: string): Fact[] => [
  { personId, indicatorId: 'sales-amount', numerator: 45_000_000, factRefs: ['order-2', 'order-1'] },
  { personId, indicatorId: 'receipts-rate', numerator: 38_000_000, denominator: 40_000_000 },
  { personId, indicatorId: 'overdue-receivables', numerator: 2 },
  { personId, indicatorId: 'new-customers', numerator: 3 },
  { personId, indicatorId: 'effective-visit-rate', numerator: 34, denominator: 40 },
  { personId, indicatorId: 'compliance-incidents', numerator: 0 },
];
const without = (facts: Fact[], id: string): Fact[] => facts.filter((f) => f.indicatorId !== id);

describe('scoreCard', () => {
  it('both example cards are sound', () => {
    expect(checkCard(card, builtInIndicators)).toEqual([]);
    expect(checkCard(managerQuarter, builtInIndicators)).toEqual([]);
  });

  it('scores a month by hand arithmetic', () => {
    const [person] = scoreCard(card, month('li'), targets('li')).people;
    const points = Object.fromEntries(person!.groups.flatMap((g) => g.items).map((i) => [i.itemId, i.points]));
    // 40 × 0.9; 20 × 1 (95 %); 10 × 6/10; 15 × 1; 15 × 3.5/4 (85 % lies half way between 80 % and 90 %)
    expect(points).toEqual({
      sales: 36_000,
      receipts: 20_000,
      overdue: 6_000,
      'new-customers': 15_000,
      'effective-visits': 13_125,
    });
    expect(person).toMatchObject({ points: 90_125, complete: true, gradeId: 'A', rank: 1 });
  });

  it('adds numerators and denominators of several facts, never ratios', () => {
    const facts = [
      ...without(month('li'), 'effective-visit-rate'),
      { personId: 'li', indicatorId: 'effective-visit-rate', numerator: 1, denominator: 1 },
      { personId: 'li', indicatorId: 'effective-visit-rate', numerator: 5, denominator: 9 },
    ];
    const item = scoreCard(card, facts, targets('li')).people[0]!.groups[1]!.items[1]!;
    expect(item).toMatchObject({ numerator: 6, denominator: 10, value: 0.6, points: 3_750 });
  });

  it('keeps the total open without data, which is not 0', () => {
    const open = scoreCard(card, without(month('li'), 'new-customers'), targets('li')).people[0]!;
    expect(open).toMatchObject({
      complete: false,
      gradeId: null,
      rank: null,
      pendingWeight: 15_000,
      points: 75_125,
    });
    const zero = [...without(month('li'), 'new-customers'), { personId: 'li', indicatorId: 'new-customers', numerator: 0 }];
    expect(scoreCard(card, zero, targets('li')).people[0]).toMatchObject({ complete: true, points: 75_125 });
  });

  it('keeps the total open without a target', () => {
    expect(scoreCard(card, month('li')).people[0]).toMatchObject({ complete: false, pendingWeight: 40_000 });
  });

  it('spreads the weight of what does not apply over the rest', () => {
    const facts = [
      ...without(month('li'), 'receipts-rate'),
      { personId: 'li', indicatorId: 'receipts-rate', numerator: 0, denominator: 0 },
    ];
    const items = scoreCard(card, facts, targets('li')).people[0]!.groups.flatMap((g) => g.items);
    expect(items.map((i) => i.weight)).toEqual([50_000, 0, 12_500, 18_750, 18_750]);
    expect(items.map((i) => i.points)).toEqual([45_000, 0, 7_500, 18_750, 16_406]); // 18.75 × 0.875 = 16.40625
  });

  it('refuses what does not apply when the card forbids it', () => {
    const facts = [
      ...without(month('li'), 'new-customers'),
      { personId: 'li', indicatorId: 'new-customers', numerator: null, applicable: false },
    ];
    expect(() => scoreCard({ ...card, notApplicable: 'forbidden' }, facts, targets('li'))).toThrow(/people\.li\.new-customers/);
  });

  it('caps the total on a veto and cites why, as a line that adds up', () => {
    const facts = [
      ...without(month('li'), 'compliance-incidents'),
      { personId: 'li', indicatorId: 'compliance-incidents', numerator: 1, factRefs: ['finding-7'] },
    ];
    const person = scoreCard(card, facts, targets('li')).people[0]!;
    expect(person).toMatchObject({ points: 59_000, gradeId: 'D' });
    expect(person.adjustments).toMatchObject([{ vetoId: 'compliance', points: -31_125, factRefs: ['finding-7'] }]);
  });

  it('lets the stricter of two vetoes decide, and takes nothing twice', () => {
    const [first] = card.vetoes!;
    const strict = {
      ...card,
      vetoes: [first!, { ...first!, id: 'second', effect: { kind: 'cap' as const, points: 50 } }, { ...first!, id: 'third' }],
    };
    const facts = [
      ...without(month('li'), 'compliance-incidents'),
      { personId: 'li', indicatorId: 'compliance-incidents', numerator: 2 },
    ];
    const person = scoreCard(strict, facts, targets('li')).people[0]!;
    expect(person.points).toBe(50_000);
    expect(person.adjustments.map((a) => a.points)).toEqual([-31_125, -9_000, 0]);
  });

  it('names a veto that could not be judged', () => {
    expect(scoreCard(card, without(month('li'), 'compliance-incidents'), targets('li')).people[0]!.vetoesWithoutData).toEqual([
      'compliance',
    ]);
  });

  it('ranks 1, 2, 2, 4 and leaves the open ones out', () => {
    const people = ['a', 'b', 'c', 'd', 'e'];
    const sales: Record<string, number> = { a: 50_000_000, b: 45_000_000, c: 45_000_000, d: 40_000_000 };
    const facts = people.flatMap((p) => [
      ...without(month(p), 'sales-amount'),
      { personId: p, indicatorId: 'sales-amount', numerator: sales[p] ?? null },
    ]);
    expect(scoreCard(card, facts, people.flatMap(targets)).people.map((p) => p.rank)).toEqual([1, 2, 2, 4, null]);
  });

  it.each([
    ['weights of 99.99', { weight: 39.99 }, 'groups: The weights add up to 99.99%, not exactly 100%. Give out another 0.01%.'],
    ['an unknown indicator', { indicatorId: 'luck' }, 'groups.0.items.0.indicatorId'],
    ['a cap of 0', { curve: { kind: 'ratio', cap: 0 } as const }, 'groups.0.items.0.curve.cap'],
  ])('refuses %s with the path and the remedy', (_name, change, message) => {
    const [results, ...others] = card.groups;
    const [first, ...rest] = results!.items;
    const broken = {
      ...card,
      groups: [{ ...results!, items: [{ ...first!, ...change }, ...rest] }, ...others],
    };
    expect(() => scoreCard(broken, [])).toThrow(message);
  });

  it('refuses NaN, two currencies and two targets', () => {
    const fact = (numerator: number, currency: string): Fact => ({
      personId: 'li',
      indicatorId: 'sales-amount',
      numerator,
      currency,
    });
    expect(() => scoreCard(card, [fact(NaN, 'CNY')])).toThrow('facts.0.numerator');
    expect(() => scoreCard(card, [fact(1, 'CNY'), fact(1, 'USD')])).toThrow('facts.1.currency');
    expect(() => scoreCard(card, [], [...targets('li'), ...targets('li')])).toThrow('targets.1');
  });

  it('does not depend on the order of facts, and every sum adds up', () => {
    const people = ['a', 'b', 'c'];
    const arbitrary = fc.array(
      fc.record({
        personId: fc.constantFrom(...people),
        indicatorId: fc.constantFrom(
          'sales-amount',
          'receipts-rate',
          'overdue-receivables',
          'new-customers',
          'effective-visit-rate',
          'compliance-incidents',
        ),
        numerator: fc.option(fc.nat(60_000_000), { freq: 9 }),
        denominator: fc.option(fc.nat(60_000_000), { freq: 9 }),
        applicable: fc.boolean(),
      }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(arbitrary, (facts) => {
        const result = scoreCard(card, facts, people.flatMap(targets), { people });
        expect(scoreCard(card, [...facts].reverse(), people.flatMap(targets), { people })).toEqual(result);
        for (const person of result.people) {
          const sum = (list: readonly { points: number }[]): number => list.reduce((a, b) => a + b.points, 0);
          for (const group of person.groups) expect(sum(group.items) + sum(group.adjustments)).toBe(group.points);
          expect(sum(person.groups) + sum(person.adjustments)).toBe(person.points);
          const weight = person.groups.reduce((a, g) => a + g.weight, 0);
          expect([0, 100_000]).toContain(weight);
          expect(person.points).toBeGreaterThanOrEqual(0);
          expect(person.points).toBeLessThanOrEqual(120_000);
        }
      }),
      { numRuns: 200 },
    );
  });
});
