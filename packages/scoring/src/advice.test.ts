import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { managerQuarter } from './cards/manager-quarter.ts';
import { exampleCard as card } from './testing/example-card.ts';
import { explain } from './explain.ts';
import type { Fact, Target } from './facts.ts';
import { builtInIndicators } from './indicators.ts';
import { lintCard } from './lint-card.ts';
import { scoreCard } from './score-card.ts';
import { scoreTeams } from './team.ts';
import { whatIf } from './what-if.ts';

const target = (personId: string, value = 50_000_000): Target => ({
  personId,
  indicatorId: 'sales-amount',
  value,
});
const month = (personId: string, change: Readonly<Record<string, [number, number?]>> = {}): Fact[] =>
  Object.entries({
    'sales-amount': [45_000_000],
    'receipts-rate': [38_000_000, 40_000_000],
    'overdue-receivables': [2],
    'new-customers': [3],
    'effective-visit-rate': [34, 40],
    'compliance-incidents': [0],
    ...change,
  }).map(([indicatorId, [numerator, denominator]]) => ({
    personId,
    indicatorId,
    numerator: numerator ?? null,
    denominator,
  }));
const ask = (facts: Fact[], itemId: string) =>
  whatIf(card, scoreCard(card, facts, [target('li')]), 'li', itemId, builtInIndicators);

describe('whatIf', () => {
  it('names the next step: two more effective visits, two more customers, no overdue item', () => {
    expect(ask(month('li'), 'effective-visits').nextStep).toEqual({
      value: 0.9,
      numerator: 36,
      change: 2,
      gain: 1_875,
    });
    expect(ask(month('li'), 'new-customers').nextStep).toMatchObject({
      numerator: 5,
      change: 2,
      gain: 3_000,
    });
    expect(ask(month('li'), 'overdue').nextStep).toMatchObject({ numerator: 0, change: -2, gain: 4_000 });
  });

  it('names the value for the next grade: 86.125 needs 3.875 more, that is 89.6875 % of 50万', () => {
    const facts = month('li', { 'sales-amount': [40_000_000] });
    expect(ask(facts, 'sales').nextGrade).toEqual({
      gradeId: 'A',
      value: 44_843_750,
      numerator: 44_843_750,
      change: 4_843_750,
      gain: 3_875,
    });
    expect(ask(facts, 'new-customers').nextGrade).toBeNull();
  });

  it('promises nothing to the incomplete and to those held down by a veto', () => {
    expect(ask(month('li', { 'compliance-incidents': [1] }), 'sales')).toEqual({
      nextStep: null,
      nextGrade: null,
    });
    expect(ask(month('li').slice(1), 'new-customers')).toEqual({ nextStep: null, nextGrade: null });
  });

  it('keeps its promise, and less does at most by rounding to the very edge', () => {
    const facts = fc.tuple(fc.nat(70_000_000), fc.nat(40_000_000), fc.nat(6), fc.nat(6), fc.nat(40));
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom('sales', 'receipts', 'overdue', 'new-customers', 'effective-visits'),
        ([a, b, c, d, e], itemId) => {
          const values: Record<string, [number, number?]> = {
            'sales-amount': [a],
            'receipts-rate': [b, 40_000_000],
            'overdue-receivables': [c],
            'new-customers': [d],
            'effective-visit-rate': [e, 40],
          };
          const indicatorId = card.groups.flatMap((g) => g.items).find((i) => i.id === itemId)?.indicatorId ?? '';
          const scoreWith = (numerator: number) =>
            scoreCard(card, month('li', { ...values, [indicatorId]: [numerator, values[indicatorId]?.[1]] }), [target('li')])
              .people[0];
          const found = ask(month('li', values), itemId).nextGrade;
          if (!found) return;
          const towards = Math.sign(found.change);
          const edge = (card.grades?.find((g) => g.id === found.gradeId)?.from ?? 0) * 1000;
          expect(scoreWith(found.numerator)?.gradeId).toBe(found.gradeId);
          expect(scoreWith(found.numerator - towards)?.points).toBeLessThanOrEqual(edge);
        },
      ),
    );
  });
});

describe('scoreTeams', () => {
  it('adds numerators, denominators and targets, then applies the curves once', () => {
    const facts = [...month('li'), ...month('wu', { 'sales-amount': [30_000_000], 'effective-visit-rate': [26, 40] })];
    const result = scoreTeams(card, facts, [target('li'), target('wu')], [{ id: 'north', members: ['li', 'wu'] }]);
    const [team] = result.people;
    expect(explain(result, 'north').points).toBe(team?.points);
    const items = team!.groups.flatMap((g) => g.items);
    expect(items.map((i) => [i.numerator, i.denominator])).toEqual([
      [75_000_000, null],
      [76_000_000, 80_000_000],
      [4, null],
      [6, null],
      [60, 80],
    ]);
    // 75 of 100万: 40 × 0.75; 60 of 80 visits are 75 %: level 2.5 of 4
    expect([items[0]?.points, items[4]?.points]).toEqual([30_000, 9_375]);
  });

  it('names members without data and leaves their targets out with them', () => {
    const facts = [...month('li'), ...month('wu').slice(1)];
    const {
      people: [team],
      missing,
    } = scoreTeams(card, facts, [target('li'), target('wu')], [{ id: 'north', members: ['li', 'wu'] }]);
    expect(missing).toEqual({ north: { 'sales-amount': ['wu'] } });
    expect(team?.groups[0]?.items[0]).toMatchObject({ target: 50_000_000, points: 36_000 });
  });

  it('weights the targets of a ratio by their denominators', () => {
    const overdue = (personId: string, numerator: number, denominator: number): Fact => ({
      personId,
      indicatorId: 'overdue-rate',
      numerator,
      denominator,
    });
    const goal = (personId: string, value: number): Target => ({
      personId,
      indicatorId: 'overdue-rate',
      value,
    });
    const {
      people: [team],
    } = scoreTeams(
      managerQuarter,
      [overdue('a', 5, 100), overdue('b', 15, 300)],
      [goal('a', 0.1), goal('b', 0.02)],
      [{ id: 't', members: ['a', 'b'] }],
    );
    expect(team?.groups[0]?.items[1]).toMatchObject({ target: 0.04, value: 0.05 }); // (0.1 × 100 + 0.02 × 300) ÷ 400
  });

  it('refuses a person in two teams', () => {
    expect(() =>
      scoreTeams(
        card,
        [],
        [],
        [
          { id: 'a', members: ['li'] },
          { id: 'b', members: ['li'] },
        ],
      ),
    ).toThrow('teams.1.members.0');
  });
});

describe('lintCard', () => {
  it('lists cliffs of the example card and nothing that contradicts it', () => {
    const found = lintCard(card, { targets: [target('li')], people: ['li', 'wu'] });
    expect(found.filter((p) => p.level !== 'note').map((p) => `${p.code} ${p.path} ${p.message.en}`)).toEqual([
      'curve.cliff groups.0.items.0.curve The score jumps by 60% at 60%.',
      'card.missing-target groups.0.items.0 1 people have no target: wu.',
      'curve.cliff groups.1.items.0.curve The score jumps by 40% at 1.',
      'curve.cliff groups.1.items.0.curve The score jumps by 30% at 2.',
      'curve.cliff groups.1.items.0.curve The score jumps by 30% at 3.',
      'curve.cliff groups.1.items.1.curve The score jumps by 25% at 60%.',
    ]);
    expect(found.filter((p) => p.code === 'curve.dead-zone').length).toBeGreaterThan(0);
  });

  it('finds a curve against its indicator, a curve that turns and a grade out of reach', () => {
    const [group] = managerQuarter.groups;
    const [first, second] = group!.items;
    const broken = {
      ...managerQuarter,
      grades: [...managerQuarter.grades!, { id: 'S', name: { zh: '超', en: 'S' }, from: 130 }],
      groups: [
        {
          ...group!,
          items: [
            { ...first!, curve: { kind: 'binary', axis: 'value', at: 5, edge: 'below' } as const },
            {
              ...second!,
              curve: {
                kind: 'step',
                axis: 'value',
                includedEdge: 'lower',
                steps: [
                  { from: 1, points: 50 },
                  { from: 2, points: 40 },
                ],
              } as const,
            },
          ],
        },
        managerQuarter.groups[1]!,
      ],
    };
    const codes = lintCard(broken).map((p) => p.code);
    expect(codes).toContain('curve.direction');
    expect(codes).toContain('curve.not-monotone');
    expect(codes).toContain('card.grade-unreachable');
  });
});
