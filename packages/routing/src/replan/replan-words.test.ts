import { describe, expect, it } from 'vitest';
import type { CostParts } from '../solution.ts';
import { nextValueWords, plannedValueWords } from '../value/value-words.ts';
import { brokenWords, choiceWords, differenceWords, dropWords, moveWords, shiftWords } from './replan-words.ts';
import type { ReplanSpeech } from './replan-words.ts';

const names = ['永固机械', '华东阀门'];
const zh: ReplanSpeech = {
  language: 'zh',
  client: (c) => names[c]!,
  day: (d) => `3 月 ${d + 2} 日`,
  vehicle: (v) => ['李雷', '韩梅梅'][v]!,
  event: () => '李雷请假',
};
const en: ReplanSpeech = {
  language: 'en',
  client: (c) => ['Yonggu', 'Huadong'][c]!,
  day: (d) => `${d + 2} March`,
  vehicle: (v) => ['Li Lei', 'Han Meimei'][v]!,
  event: () => 'Li Lei is away',
};
const none: CostParts = {
  brokenPromises: 0,
  missedRequired: 0,
  lostValue: 0,
  cadence: 0,
  travel: 0,
  fixed: 0,
  balance: 0,
  changes: 0,
  total: 0,
};
const from = { client: 0, day: 0, vehicle: 0, start: 570 };
const to = { client: 0, day: 1, vehicle: 1, start: null };

describe('sentences about a new plan', () => {
  it('say what moved, from where to where, and why', () => {
    const move = { client: 0, occurrence: 0, from, to };
    expect(moveWords(zh, { ...move, why: { code: 'event', event: 0 } })).toBe(
      '永固机械：3 月 2 日 09:30 李雷 → 3 月 3 日 韩梅梅（李雷请假）。',
    );
    expect(moveWords(en, { ...move, why: { code: 'makes-room', room: [1] } })).toBe(
      'Yonggu: 2 March 09:30 Li Lei → 3 March Han Meimei (makes room for Huadong).',
    );
    expect(moveWords(zh, { ...move, why: { code: 'makes-room', room: [1] } })).toContain('（为“华东阀门”腾出时间）');
    expect(moveWords(en, { ...move, why: { code: 'better' } })).toContain('(the plan costs less so)');
    expect(shiftWords(zh, { ...move, to: { ...from, start: 630 } })).toBe('永固机械：3 月 2 日当天改时间，09:30 → 10:30。');
  });
  it('name what is broken or dropped with its reason', () => {
    const broken = { client: 1, day: 0, kind: 'person', reason: 'absent', event: 0, instead: { ...to, client: 1 } } as const;
    expect(brokenWords(zh, broken)).toBe(
      '华东阀门：3 月 2 日，承诺的人员无法前往（李雷请假，负责人不在），改为 3 月 3 日 韩梅梅。',
    );
    expect(brokenWords(en, { ...broken, kind: 'urgent', reason: 'budget', instead: null })).toBe(
      'Huadong: 2 March: the urgent visit finds no place (it takes more changes than allowed).',
    );
    expect(dropWords(en, { client: 0, occurrence: 0, visit: from, why: 'cancelled' })).toBe(
      'Yonggu: the visit of 2 March 09:30 Li Lei is dropped (cancelled).',
    );
  });
  it('put the choice in two sentences', () => {
    const option = { routes: [], moved: [], shifted: [], added: [], dropped: [], difference: none };
    const count = { otherDay: 0, otherVehicle: 0, moved: 0, shifted: 0, added: 0, removed: 0 };
    const broken = [{ client: 1, day: 0, kind: 'urgent', reason: 'budget', event: 0, instead: null } as const];
    const looked = { vehicles: 1, slots: 1, visits: 1, moves: 1 };
    const within = { ...option, count, broken };
    const keeping = { ...option, count: { ...count, moved: 2 }, broken: [] };
    expect(choiceWords(zh, { within, keeping, looked })).toEqual([
      '按预算：移动 0 次拜访，减少 0 次，1 项承诺无法兑现。',
      '若允许移动 2 次拜访，可多兑现 1 项承诺。',
    ]);
    expect(choiceWords(en, { within: keeping, keeping: null, looked })).toEqual([
      'Within the budget: 2 moved, 0 dropped, every promise is kept.',
    ]);
  });
  it('show figures that add up', () => {
    expect(differenceWords('zh', { ...none, travel: 20, lostValue: -400, total: -380 })).toBe('失去的价值 −400，路程 +20');
    expect(differenceWords('en', none)).toBe('no difference');
    const difference = { ...none, travel: 20, lostValue: -400, total: -380 };
    expect(plannedValueWords(en, { client: 0, slot: 0, day: 0, vehicle: 0, difference, worth: 380 })).toBe(
      'Yonggu, 2 March: worth +380 (value lost −400, travel +20).',
    );
    const best = {
      client: 0,
      slot: 0,
      day: 0,
      vehicle: 1,
      after: null,
      start: 600,
      difference,
      worth: 380,
      displaced: { client: 1, difference: none },
    };
    expect(nextValueWords(zh, { client: 0, kind: 'missing', best })).toBe(
      '永固机械：缺少的拜访最好安排在 3 月 2 日，由韩梅梅前往，需放弃“华东阀门”当天的拜访，净价值 +380（失去的价值 −400，路程 +20）。',
    );
    expect(nextValueWords(en, { client: 0, kind: 'extra', best: null })).toBe('Yonggu: one more visit fits on no day.');
  });
});
