import { expect, it } from 'vitest';
import { organisation } from '../decompose/testing/small-plan.ts';
import { timeAxis } from '../time-axis.ts';
import { driver } from './driver.ts';
import { manual } from './manual.ts';
import { planOver, weighed } from './testing/weigh.ts';

const plan = planOver(organisation, timeAxis({ period: '2026-Q1', grain: 'month', scheme: 1 }));

it('reserves what was given, also for cells inside, and lets the rest share', () => {
  const method = manual([
    { at: { organisation: 's1' }, amount: 50 },
    { at: { organisation: 'n1' }, amount: 0 },
  ]);
  // South has nobody but s1: it is spoken for. North still has n2.
  expect(weighed(plan, method, 'organisation', {}, 'reserve')).toEqual([0, 50]);
  expect(weighed(plan, method, 'organisation', {})).toEqual([2, 0]);
  expect(weighed(plan, method, 'organisation', { organisation: 'north' }, 'reserve')).toEqual([0, null]);
  expect(weighed(plan, method, 'organisation', { organisation: 'north' })).toEqual([0, 1]);
});

it('divides the rest by another method', () => {
  const method = manual([{ at: { organisation: 'n1', time: '2026-01' }, amount: 5 }], driver({ n1: 3, n2: 4 }));
  expect(method.name).toBe('manual+driver');
  // n1 has two free months: it shares by its weight and has 5 already.
  expect(weighed(plan, method, 'organisation', { organisation: 'north' }, 'reserve')).toEqual([5, null]);
  expect(weighed(plan, method, 'organisation', { organisation: 'north' })).toEqual([3, 4]);
  expect(weighed(plan, method, 'time', { organisation: 'n1' }, 'reserve')).toEqual([5, null, null]);
});

it('refuses entries that overlap, and amounts that are none', () => {
  const twice = manual([
    { at: { organisation: 'north' }, amount: 5 },
    { at: { organisation: 'n1', time: '2026-01' }, amount: 5 },
  ]);
  expect(() => weighed(plan, twice, 'organisation', {})).toThrow(/At entries\.1\.at/);
  expect(() => weighed(plan, manual([{ at: {}, amount: -5 }]), 'organisation', {})).toThrow(/At entries\.0\.amount/);
  expect(() => weighed(plan, manual([{ at: {}, amount: 0.5 }]), 'organisation', {})).toThrow(/At entries\.0\.amount/);
});

it('adds up what is given below a cell, where branches differ in depth and an only child stands for its parent', () => {
  const members = ['co', 'east co', 'e1 east', 'west co', 'w1 west', 'w2 west', 'w21 w2', 'w22 w2'].map((line) => {
    const [id = '', parentId = null] = line.split(' ');
    return { id, parentId };
  });
  const uneven = planOver(
    { id: 'organisation', kind: 'organisation', members },
    timeAxis({ period: '2026-Q1', grain: 'month', scheme: 1 }),
  );
  const method = manual([
    { at: { organisation: 'e1' }, amount: 7 },
    { at: { organisation: 'w1', time: '2026-02' }, amount: 20 },
    { at: { organisation: 'w21' }, amount: 300 },
    { at: { organisation: 'w22', time: '2026-01' }, amount: 4000 },
  ]);
  const reserved = (at: Record<string, string>) => weighed(uneven, method, 'organisation', at, 'reserve');
  expect(reserved({})).toEqual([7, 4320]);
  expect(reserved({ organisation: 'west' })).toEqual([20, 4300]);
  expect(reserved({ organisation: 'w2' })).toEqual([300, 4000]);
  // An amount for the quarter says nothing about one of its months.
  expect(reserved({ time: '2026-01' })).toEqual([null, 4000]);
  // West has cells that are free and shares by its three people.
  expect(weighed(uneven, method, 'organisation', {})).toEqual([0, 3]);
});
