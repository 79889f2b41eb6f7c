import { describe, expect, it } from 'vitest';
import { dueOf } from './due.ts';
import { anAccount, aVisit } from './fixtures.ts';
import { proposeWeek, withVisitShifted, withoutVisit } from './propose.ts';
import type { ProposalInput } from './propose.ts';
import { defaultSettings } from './settings.ts';
import type { PlannedAccount, VisitRecord } from './types.ts';

const today = '2026-03-12'; // Thursday
const days = ['2026-03-12', '2026-03-13'];

function input(accounts: readonly PlannedAccount[], change: Partial<ProposalInput> = {}): ProposalInput {
  const settings = { ...defaultSettings, dailyCapacity: 2 };
  return {
    days,
    accounts: new Map(accounts.map((account) => [account.id, account])),
    dues: accounts.map((account) => dueOf(account, '2026-01-01', today, '2026-03-15', settings)),
    existing: [],
    spokenFor: new Set(),
    start: { lat: 31, lon: 121 },
    settings,
    ...change,
  };
}
const placed = (proposal: ReturnType<typeof proposeWeek>) =>
  proposal.days.map((day) => day.added.map(({ accountId }) => accountId));

describe('proposeWeek', () => {
  it('keeps what lies together on one day and never exceeds the capacity', () => {
    const north = (id: string) => anAccount(id, { lat: 31.5, lon: 121 });
    const south = (id: string) => anAccount(id, { lat: 30.5, lon: 121 });
    const proposal = proposeWeek(input([north('n1'), south('s1'), north('n2'), south('s2'), north('n3')]));
    expect(proposal.days.map((day) => day.added.length)).toEqual([2, 2]);
    expect(placed(proposal)[0]).toContain('n1');
    expect(proposal.left).toEqual([{ accountId: 's2', why: 'full' }]);
  });

  it('leaves existing visits as they are and fills only the room beside them', () => {
    const existing: VisitRecord[] = [
      aVisit('v1', 'a', '2026-03-12', { status: 'completed' }),
      aVisit('v2', 'b', '2026-03-12', { routeOrder: 2 }),
    ];
    const before = JSON.stringify(existing);
    const proposal = proposeWeek(
      input(
        ['a', 'b', 'c', 'd', 'e'].map((id) => anAccount(id)),
        { existing },
      ),
    );
    expect(JSON.stringify(existing)).toBe(before);
    expect(placed(proposal)).toEqual([[], ['c', 'd']]);
    expect(proposal.days[0]?.kept).toBe(2);
  });

  it('gives a cancelled visit its place back, also to the same account', () => {
    const existing = [aVisit('v1', 'a', '2026-03-12', { status: 'cancelled', cancelReason: '盘点' })];
    expect(placed(proposeWeek(input([anAccount('a')], { existing })))).toEqual([['a'], []]);
  });

  it('plans only on days on which the account is open, and says so when there is none', () => {
    const friday = anAccount('f', { openingHours: { fri: [['09:00', '12:00']] } });
    const monday = anAccount('m', { openingHours: { mon: [['09:00', '12:00']] } });
    const proposal = proposeWeek(input([friday, monday]));
    expect(placed(proposal)).toEqual([[], ['f']]);
    expect(proposal.left).toEqual([{ accountId: 'm', why: 'closed' }]);
  });

  it('leaves out what is not due and what the CRM takes care of', () => {
    const fresh = anAccount('x', { visitEveryDays: 300 });
    expect(placed(proposeWeek(input([fresh, anAccount('y')], { spokenFor: new Set(['y']) })))).toEqual([[], []]);
  });

  it('estimates times over the road: 20 km at 24 km/h with a detour of 1.35 take 67.5 minutes', () => {
    // 20 km south of the start is 20 / 111.195 of a degree.
    const proposal = proposeWeek(input([anAccount('a', { lat: 31 - 20 / 111.195, lon: 121 })]));
    expect(proposal.days[0]?.added[0]?.time).toBe('10:10'); // 10:07.5, to the next five minutes
    expect(proposal.days[0]?.roadKm).toBeCloseTo(27, 1);
  });

  it('gives the same plan for the same input in another order', () => {
    const accounts = Array.from({ length: 9 }, (_, index) =>
      anAccount(`k${index}`, { lat: 31 + ((index * 7) % 9) / 50, lon: 121 + ((index * 5) % 9) / 50 }),
    );
    expect(proposeWeek(input([...accounts].reverse()))).toEqual(proposeWeek(input(accounts)));
  });

  it('can be revised: an order is changed, a visit is left out, kilometres follow', () => {
    const given = input([anAccount('a', { lat: 31.1, lon: 121 }), anAccount('b', { lat: 31.2, lon: 121 })], {
      days: ['2026-03-12'],
    });
    const proposal = proposeWeek(given);
    expect(placed(proposal)).toEqual([['a', 'b']]);
    const shifted = withVisitShifted(proposal, given, 'b', -1);
    expect(placed(shifted)).toEqual([['b', 'a']]);
    expect(shifted.days[0]?.roadKm).toBeGreaterThan(proposal.days[0]?.roadKm ?? 0);
    expect(shifted.days[0]?.added.map((item) => item.routeOrder)).toEqual([1, 2]);
    expect(placed(withoutVisit(proposal, given, 'a'))).toEqual([['b']]);
  });
});
