import { expect, it } from 'vitest';
import { customer, problemFile } from '../problem/fixtures/small-problem.ts';
import { parseVisitProblem } from '../problem/parse-visit-problem.ts';
import { compileProblem } from './compile-problem.ts';

const group = (patterns: object[], change: object = {}, horizon = { from: '2026-03-30', until: '2026-04-13' }) =>
  compileProblem(parseVisitProblem(problemFile([customer('a', { patterns, ...change })], { horizon }))).parts[0]!.compile();
const datesOf = ({ instance, context }: ReturnType<typeof group>): string[] => {
  const { patternFrom } = instance.clients;
  return Array.from({ length: patternFrom[1]! }, (_, p) => {
    const days = [...instance.patterns.day.slice(instance.patterns.dayFrom[p], instance.patterns.dayFrom[p + 1])];
    return days.map((day) => context.days[day]!.date.slice(5)).join(' ');
  });
};

it('are sets of working days, every week or every other one from the week of the first day', () => {
  expect(datesOf(group([{ weekdays: [2, 4] }, { weekdays: [1], everyWeeks: 2 }]))).toEqual(['03-31 04-02 04-07 04-09']);
  expect(datesOf(group([{ weekdays: [3], everyWeeks: 2, firstWeek: 2 }]))).toEqual(['04-08']);
  expect(datesOf(group([{ dates: ['2026-04-09', '2026-03-31'] }, { dates: ['2026-03-31', '2026-04-09'] }]))).toEqual([
    '03-31 04-09',
  ]);
});

it('prefer those that lose nothing to a holiday: 6 April 2026 is off', () => {
  expect(datesOf(group([{ weekdays: [1] }, { weekdays: [2] }]))).toEqual(['03-31 04-07']);
  const { excluded, notices, instance } = group([{ weekdays: [1] }]);
  expect(instance.clients.visits[0]).toBe(1);
  expect(excluded).toMatchObject([{ customer: 'a', missing: 1, reason: 'pattern.none' }]);
  expect(notices).toMatchObject([{ code: 'pattern.shorter' }]);
});

it('contain what is promised: those that do are kept, otherwise the day is added to all', () => {
  const promised = [{ date: '2026-04-07' }];
  expect(datesOf(group([{ weekdays: [2] }, { weekdays: [3] }], { promised }))).toEqual(['03-31 04-07']);
  const { notices, ...rest } = group([{ weekdays: [3] }], { promised });
  expect(datesOf({ notices, ...rest })).toEqual(['04-01 04-07 04-08']);
  expect(notices).toMatchObject([{ code: 'frequency.promise' }]);
});

it('with no day left are listed, not dropped', () => {
  const { instance, excluded, notDue } = group([{ dates: ['2026-04-06'] }]);
  expect(instance.clients.count).toBe(0);
  expect([excluded, notDue]).toMatchObject([[{ customer: 'a', missing: 1, reason: 'pattern.none' }], []]);
});

it('of customers without a place, or whom nobody may visit, miss the visits of the longest pattern, promises among them', () => {
  // Mondays and Wednesdays of two weeks are four, 6 April among them; Tuesdays two.
  const patterns = [{ weekdays: [1, 3] }, { weekdays: [2] }];
  const { excluded } = group(patterns, { place: null, promised: [{ date: '2026-04-02' }] });
  expect(excluded.map(({ reason, missing, promisedDate }) => [reason, missing, promisedDate])).toEqual([
    ['place.missing', 1, '2026-04-02'],
    ['place.missing', 3, null],
  ]);
  const horizon = { from: '2026-03-30', until: '2026-04-13' };
  const alone = parseVisitProblem(problemFile([customer('a', { patterns, skills: ['x'] })], { horizon }));
  expect(compileProblem(alone).excluded).toMatchObject([{ customer: 'a', missing: 4, reason: 'people.none' }]);
});
