import { describe, expect, it } from 'vitest';
import { AllocationError } from '../error.ts';
import { applyEdit } from './apply-edit.ts';
import { createHistory, editHistory } from './history.ts';
import { mergeEdits } from './merge.ts';
import { quarter } from './test-plans.ts';
import type { Edit } from './edit.ts';

const plan = quarter(10, 20, 30);
const target = { at: {} };
const set = { kind: 'set', target, value: 60 };

/** Code and path of what is thrown, as JSON from outside would be given. */
function thrown(edit: unknown): string {
  try {
    applyEdit(plan, edit as Edit);
  } catch (error) {
    if (!(error instanceof AllocationError)) throw error;
    for (const text of [error.texts.zh, error.texts.en]) expect(text).not.toContain('{value}');
    return `${error.code} at ${error.path}`;
  }
  return 'nothing';
}

describe('a malformed edit is an error with its place:', () => {
  it.each([
    [{ ...set, kind: 'Set' }, 'allocation.choice.unknown at kind'],
    [{ target, value: 1 }, 'allocation.choice.unknown at kind'],
    [{ ...set, kind: 'toString' }, 'allocation.choice.unknown at kind'],
    [null, 'allocation.object.expected at '],
    ['set', 'allocation.object.expected at '],
    [[set], 'allocation.object.expected at '],
    [{ kind: 'set', value: 1 }, 'allocation.object.expected at target'],
    [{ kind: 'clear' }, 'allocation.object.expected at target'],
    [{ kind: 'hold', target: null }, 'allocation.object.expected at target'],
    [{ ...set, target: {} }, 'allocation.object.expected at target.at'],
    [{ ...set, target: { at: [] } }, 'allocation.object.expected at target.at'],
    [{ ...set, target: { at: null } }, 'allocation.object.expected at target.at'],
    [{ ...set, target: { at: {}, metric: 5 } }, 'allocation.text.expected at target.metric'],
    [{ ...set, target: { at: {}, metric: 'x' } }, 'allocation.metric.unknown at target.metric'],
    [{ ...set, target: { at: { time: null } } }, 'allocation.member.unknown at target.at.time'],
    [{ ...set, value: '60' }, 'allocation.total.invalid at value'],
    [{ ...set, value: undefined }, 'allocation.total.invalid at value'],
    [{ ...set, value: null }, 'allocation.total.invalid at value'],
    [{ ...set, kind: 'percent' }, 'allocation.percent.invalid at percent'],
    [{ ...set, kind: 'percent', percent: '5' }, 'allocation.percent.invalid at percent'],
    [{ ...set, by: 5 }, 'allocation.text.expected at by'],
    [{ ...set, within: null }, 'allocation.object.expected at within'],
    [{ ...set, within: 'Q1' }, 'allocation.object.expected at within'],
    [{ ...set, keepManual: 'no' }, 'allocation.flag.expected at keepManual'],
    [{ ...set, keepSeasonality: 1 }, 'allocation.flag.expected at keepSeasonality'],
    [{ ...set, spread: null }, 'allocation.object.expected at spread'],
    [{ ...set, spread: 'even' }, 'allocation.object.expected at spread'],
    [{ ...set, spread: {} }, 'allocation.choice.unknown at spread.method'],
    [{ ...set, spread: { method: 'Even' } }, 'allocation.choice.unknown at spread.method'],
    [{ ...set, spread: { method: 'reference', at: 5 } }, 'allocation.object.expected at spread.at'],
    [{ ...set, spread: { method: 'reference', metric: 'x' } }, 'allocation.metric.unknown at spread.metric'],
    [{ ...set, spread: { method: 'reference', match: 'name' } }, 'allocation.choice.unknown at spread.match'],
    [{ ...set, spread: { method: 'weights' } }, 'allocation.list.expected at spread.weights'],
    [{ ...set, spread: { method: 'weights', weights: [null] } }, 'allocation.object.expected at spread.weights.0'],
    [{ ...set, spread: { method: 'weights', weights: [{ weight: 1 }] } }, 'allocation.object.expected at spread.weights.0.at'],
    [
      { ...set, spread: { method: 'weights', weights: [{ at: {}, weight: '1' }] } },
      'allocation.weight.invalid at spread.weights.0.weight',
    ],
  ])('%j', (edit, problem) => {
    expect(thrown(edit)).toBe(problem);
  });

  it('also in a history and in a merge', () => {
    const wrong = { ...set, kind: 'Set' } as unknown as Edit;
    expect(() => editHistory(createHistory(plan), wrong)).toThrow(AllocationError);
    expect(() => mergeEdits(plan, [], [wrong])).toThrow(AllocationError);
  });
});

it('says what can be chosen', () => {
  expect(() => applyEdit(plan, { ...set, kind: 'Set' } as unknown as Edit)).toThrow(/"Set" ≠ set \| add \| percent/);
});
