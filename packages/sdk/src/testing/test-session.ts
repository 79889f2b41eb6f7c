import type { SessionInfo } from '../host/types.ts';

/** A manager of a team, at work on 12 March 2026 in a company that reckons in 元 and calendar years. */
export const testSession: SessionInfo = {
  user: { id: 'u-manager', personId: 'p-manager', name: '王经理', role: 'manager', unitId: 'team-1' },
  tenant: { id: 'test', name: '清禾健康', currency: 'CNY', timeZone: 'Asia/Shanghai', fiscalYearStartMonth: 1 },
  today: '2026-03-12',
};
