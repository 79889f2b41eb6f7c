import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleCard as card } from './testing/example-card.ts';
import { explain } from './explain.ts';
import type { Explanation } from './explain.ts';
import { scoreCard } from './score-card.ts';

const ids = [
  'sales-amount',
  'receipts-rate',
  'overdue-receivables',
  'new-customers',
  'effective-visit-rate',
  'compliance-incidents',
];

function addsUp(node: Explanation): void {
  const counted = node.children.filter((c) => c.points !== undefined);
  if (counted.length > 0) {
    expect(counted.reduce((sum, c) => sum + (c.points ?? 0), 0)).toBe(node.points);
    // `shown` is printed with one decimal: compare in tenths, where doubles are exact.
    expect(counted.reduce((sum, c) => sum + Math.round((c.shown ?? 0) * 10), 0)).toBe(Math.round((node.shown ?? 0) * 10));
  }
  node.children.forEach(addsUp);
}

describe('explain', () => {
  it('adds up on every level, exactly and as shown', () => {
    const facts = fc.tuple(...ids.map(() => fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 }))));
    fc.assert(
      fc.property(facts, (values) => {
        const rows = values.map(([numerator, denominator], i) => ({
          personId: 'li',
          indicatorId: ids[i] ?? '',
          numerator,
          denominator,
        }));
        addsUp(explain(scoreCard(card, rows, [{ personId: 'li', indicatorId: 'sales-amount', value: 700 }]), 'li'));
      }),
    );
  });

  it('reaches the records behind a value', () => {
    const facts = [{ personId: 'li', indicatorId: 'sales-amount', numerator: 45, factRefs: ['o2', 'o1'] }];
    const tree = explain(scoreCard(card, facts, [{ personId: 'li', indicatorId: 'sales-amount', value: 50 }]), 'li', 1, card);
    const earned = tree.children[0]?.children[0]?.children[0];
    expect(earned?.children.map((c) => c.label.en)).toEqual([
      'Value: 45',
      'Target: 50',
      'Attainment: 0.9',
      'Ratio: points = 100 × attainment, nothing below 60%, capped at 120%',
      'Curve points: 90',
      'Numerator',
      'Records: 2',
    ]);
    expect(earned?.children.at(-1)?.factRefs).toEqual(['o1', 'o2']);
  });

  it('names an unknown person', () => {
    expect(() => explain(scoreCard(card, []), 'wu')).toThrow('people.wu');
  });
});
