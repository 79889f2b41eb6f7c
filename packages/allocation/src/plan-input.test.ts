import { expect, it } from 'vitest';
import { AllocationError } from './error.ts';
import { createPlan } from './plan.ts';
import { timeAxis } from './time-axis.ts';
import type { PlanInput } from './plan.ts';

const metrics = [{ id: 'calls', kind: 'count', unit: 'call' }];
const people = { id: 'who', kind: 'organisation', members: [{ id: 'co', parentId: null }] };

/** A time axis from pairs of a period and the one above it. */
const time = (...pairs: [string, string | null][]) => ({
  id: 'time',
  kind: 'time',
  members: pairs.map(([id, parentId]) => ({ id, parentId })),
});

function thrown(input: unknown): string {
  try {
    createPlan(input as PlanInput);
  } catch (error) {
    if (!(error instanceof AllocationError)) throw error;
    return `${error.code} at ${error.path}`;
  }
  return 'nothing';
}

it.each([
  [[{ ...people, id: null }], 'allocation.id.expected at axes.0.id'],
  [[{ ...people, id: '' }], 'allocation.id.expected at axes.0.id'],
  [[{ ...people, kind: 'person' }], 'allocation.choice.unknown at axes.0.kind'],
  [[{ ...people, members: [{ id: '', parentId: null }] }], 'allocation.id.expected at axes.0.members.0.id'],
  [[{ ...people, members: [{ id: 7, parentId: null }] }], 'allocation.id.expected at axes.0.members.0.id'],
  [[{ ...people, members: [null] }], 'allocation.object.expected at axes.0.members.0'],
  [[{ ...people, members: undefined }], 'allocation.list.expected at axes.0.members'],
  [[null], 'allocation.object.expected at axes.0'],
  [undefined, 'allocation.list.expected at axes'],
])('axes %j are an error with their place', (axes, problem) => {
  expect(thrown({ metrics, axes })).toBe(problem);
});

it.each([
  [[{ ...metrics[0], id: null }], 'allocation.id.expected at metrics.0.id'],
  [[{ ...metrics[0], id: '' }], 'allocation.id.expected at metrics.0.id'],
  [[{ ...metrics[0], kind: 'score' }], 'allocation.choice.unknown at metrics.0.kind'],
  [[{ id: 'calls', kind: 'count' }], 'allocation.text.expected at metrics.0.unit'],
  [[null], 'allocation.object.expected at metrics.0'],
  [undefined, 'allocation.list.expected at metrics'],
])('metrics %j are an error with their place', (given, problem) => {
  expect(thrown({ metrics: given, axes: [people] })).toBe(problem);
});

it('refuses periods that share a day under one parent, or reach beyond it', () => {
  const overlap = 'allocation.period.overlap at axes.0.members.2.id';
  expect(thrown({ metrics, axes: [time(['2026', null], ['2026-01', '2026'], ['2026-01-05', '2026'])] })).toBe(overlap);
  expect(thrown({ metrics, axes: [time(['2026', null], ['2026-01', '2026'], ['2026-02-10', '2026-01'])] })).toBe(overlap);
  expect(thrown({ metrics, axes: [time(['all', null], ['2026-W07', 'all'], ['2026-02-15', 'all'])] })).toBe(overlap);
  // Whatever month the fiscal year begins in, it has no nineteen months.
  expect(thrown({ metrics, axes: [time(['2026', null], ['2026-01', '2026'], ['2027-07', '2026'])] })).toBe(overlap);
});

it('looks at the tree also where parents stand after their children', () => {
  const axis = time(['2026-02-10', '2026-01'], ['2026-01', '2026'], ['2026', null]);
  expect(thrown({ metrics, axes: [axis] })).toBe('allocation.period.overlap at axes.0.members.0.id');
});

it('takes every calendar a company may have', () => {
  for (const scheme of [1, 4, 12, { fiscalYearStartMonth: 4, weekRule: 'thursday' }] as const) {
    for (const grain of ['quarter', 'month'] as const) {
      expect(thrown({ metrics, axes: [timeAxis({ period: '2026', grain, scheme })] })).toBe('nothing');
    }
  }
  for (const weekRule of ['thursday', 'workingDays'] as const) {
    const scheme = { fiscalYearStartMonth: 4, weekRule } as const;
    for (const grain of ['week', 'day'] as const) {
      expect(thrown({ metrics, axes: [timeAxis({ period: '2026', grain, scheme })] })).toBe('nothing');
    }
  }
  expect(thrown({ metrics, axes: [time(['all', null], ['H1', 'all'], ['H2', 'all'], ['2026-01', 'H1'])] })).toBe('nothing');
});
