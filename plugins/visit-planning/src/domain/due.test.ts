import { describe, expect, it } from 'vitest';
import { byUrgency, dueOf } from './due.ts';
import { anAccount } from './fixtures.ts';
import { defaultSettings as settings } from './settings.ts';

const today = '2026-03-12'; // a Thursday
const sunday = '2026-03-15';
const due = (lastOn: string | null, change = {}) => dueOf(anAccount('a', change), lastOn, today, sunday, settings);

describe('dueOf', () => {
  it('counts from the last visit and takes the interval from the account before the rule for its tier', () => {
    expect(due('2026-02-25')).toMatchObject({
      dueOn: '2026-03-11',
      daysSince: 15,
      everyDays: 14,
      cadenceFrom: 'tier',
      status: 'overdue',
    });
    expect(due('2026-02-25', { visitEveryDays: 30 })).toMatchObject({
      dueOn: '2026-03-27',
      cadenceFrom: 'account',
      status: 'fresh',
    });
  });

  it('is due, not overdue, on the day itself and until the end of the week', () => {
    expect(due('2026-02-26').status).toBe('due');
    expect(due('2026-03-01').status).toBe('due'); // due on Sunday the 15th
    expect(due('2026-03-02').status).toBe('soon');
  });

  it('counts an account without any visit as due with two intervals', () => {
    expect(due(null)).toMatchObject({ status: 'due', ratio: 2, daysSince: null });
  });

  it('puts the higher tier first at the same ratio, and the id decides ties', () => {
    const at = (id: string, tier: 'A' | 'C') =>
      dueOf(anAccount(id, { tier, visitEveryDays: 10 }), '2026-03-02', today, sunday, settings);
    expect([at('z', 'C'), at('b', 'A'), at('a', 'A')].sort(byUrgency).map((item) => item.accountId)).toEqual(['a', 'b', 'z']);
  });
});
