import { describe, expect, it } from 'vitest';
import type { Answer, AnswerValue } from '../answer.ts';
import type { Condition } from './condition.ts';
import { holds } from './holds.ts';

const answers: Record<string, Answer> = {
  n: { value: 5 },
  d: { value: '2026-11-02' },
  many: { value: ['a', 'b'] },
  na: { value: 'na' },
  out: { value: 7, notApplicable: true },
};
const check = (condition: Condition): boolean => holds(condition, (id) => answers[id] ?? null);
const equals = (item: string, value: AnswerValue & (string | number)): Condition => ({ item, equals: value });

describe('holds', () => {
  it('compares numbers with numbers and days with days, edges excluded', () => {
    expect([4, 5, 6].map((gt) => check({ item: 'n', gt }))).toEqual([true, false, false]);
    expect([4, 5, 6].map((lt) => check({ item: 'n', lt }))).toEqual([false, false, true]);
    expect(['2026-11-01', '2026-11-02', '2026-11-03'].map((gt) => check({ item: 'd', gt }))).toEqual([true, false, false]);
    expect(check({ item: 'n', gt: '4' })).toBe(false);
  });

  it('finds one of several choices', () => {
    expect(['a', 'b', 'c'].map((v) => check(equals('many', v)))).toEqual([true, true, false]);
    expect(check({ item: 'many', in: ['c', 'b'] })).toBe(true);
    expect(check({ item: 'many', in: [] })).toBe(false);
  });

  it('reads "does not apply" as the value na, which has no order', () => {
    expect(['na', 'out'].map((id) => check(equals(id, 'na')))).toEqual([true, true]);
    expect(check({ item: 'na', gt: 'a' })).toBe(false);
    expect(check({ item: 'out', lt: 9 })).toBe(false);
    expect(check({ item: 'na', answered: true })).toBe(true);
  });

  it('finds nothing in an unanswered item except that it is unanswered', () => {
    expect(check(equals('x', 'yes'))).toBe(false);
    expect(check({ not: equals('x', 'yes') })).toBe(true);
    expect(check({ item: 'x', answered: false })).toBe(true);
    expect([check({ all: [] }), check({ any: [] })]).toEqual([true, false]);
  });
});
