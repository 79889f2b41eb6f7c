import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { representativeMonth } from './cards/representative-month.ts';
import { managerQuarter } from './cards/manager-quarter.ts';
import { toNumber } from './exact.ts';
import type { Fact, Target } from './facts.ts';
import { builtInIndicators } from './indicators.ts';
import { plainNumber, plainPoints } from './plain.ts';
import { scoreChecked } from './score-people.ts';
import { canonicalJson } from './snapshot.ts';
import { exampleCard } from './testing/example-card.ts';

/** Amounts in 分 up to a hundred million 元, small counts, halves, and numbers no double product can hold. */
const amount = fc.oneof(
  fc.nat(12),
  fc.nat(10_000_000_000),
  fc.integer({ min: -1000, max: -1 }),
  fc.nat(20_000).map((n) => n / 8),
  fc.maxSafeNat(),
);
const goal = fc.oneof(
  fc.nat(12),
  fc.nat(10_000_000_000),
  fc.nat(200).map((n) => n / 100),
  fc.constant(null),
);
const fact = (indicatorId: string) =>
  fc.record({
    personId: fc.constantFrom('li', 'wu', 'yu'),
    indicatorId: fc.constant(indicatorId),
    numerator: fc.option(amount, { freq: 12 }),
    denominator: fc.oneof(fc.nat(40), fc.nat(10_000_000_000), fc.maxSafeNat()),
  });
const facts = fc.tuple(...builtInIndicators.flatMap(({ id }) => [fact(id), fact(id), fact(id)]));
const targets = fc.tuple(
  ...builtInIndicators.flatMap(({ id }) =>
    ['li', 'wu'].map((personId) => fc.record({ personId: fc.constant(personId), indicatorId: fc.constant(id), value: goal })),
  ),
);

describe('the short way over safe integers', () => {
  it.each([exampleCard, representativeMonth, managerQuarter])(
    'gives $id the same bytes as the long way over fractions',
    (card) => {
      fc.assert(
        fc.property(facts, targets, (rows: readonly Fact[], goals: readonly Target[]) => {
          const people = ['li', 'wu', 'yu', 'nobody'];
          const [short, long] = (['short', 'long'] as const).map((way) =>
            canonicalJson(scoreChecked(card, rows, goals, { people }, way)),
          );
          expect(short).toBe(long);
        }),
        { numRuns: 400 },
      );
    },
  );

  it('writes a quotient with the digits of the long way', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }), fc.integer({ min: 1, max: 9_000_000_000 }), (n, d) => {
        expect(plainNumber(n, d)).toBe(toNumber({ n: BigInt(n), d: BigInt(d) }));
      }),
    );
  });

  it('rounds a tie to the even neighbour, also below zero, and gives up rather than lose a digit', () => {
    const half = (n: number) => plainPoints(1, { n, d: 2 });
    expect([1, 3, 5, -1, -3].map(half)).toEqual([0, 2, 2, 0, -2]);
    expect(plainPoints(100_000, { n: Number.MAX_SAFE_INTEGER, d: 1 })).toBeNull();
    expect(plainNumber(1, Number.MAX_SAFE_INTEGER)).toBeNull();
  });
});
