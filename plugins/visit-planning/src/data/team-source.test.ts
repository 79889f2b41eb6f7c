import { describe, expect, it } from 'vitest';
import { createTestHost, testSession } from '@milepost/sdk/testing';
import type { SessionInfo } from '@milepost/sdk';
import { defaultSettings } from '../domain/settings.ts';
import { loadTeam } from './team-source.ts';

const unit = (id: string, parentId: string | null, managerId: string | null) => ({
  id,
  parentId,
  managerId,
  name: id,
  validFrom: '2020-01-01',
  validTo: null,
});
const crm = {
  units: [unit('co', null, null), unit('team-1', 'co', 'p-manager'), unit('team-2', 'co', 'p-other')],
  people: [
    { id: 'amy', name: '艾米', role: 'rep' as const },
    { id: 'dan', name: '丹', role: 'rep' as const },
  ],
  memberships: [
    { id: 'm1', personId: 'amy', unitId: 'team-1', primary: true },
    { id: 'm2', personId: 'dan', unitId: 'team-2', primary: true },
  ],
};

async function listed(user: Partial<SessionInfo['user']>, unitId: string | null): Promise<string[]> {
  const { host } = createTestHost({
    crm,
    session: { ...testSession, user: { ...testSession.user, ...user } },
    scope: { unitId },
  });
  return (await loadTeam(host, { monday: '2026-03-09', settings: defaultSettings })).map(({ id }) => id);
}

describe('loadTeam', () => {
  it('lists a manager the representatives of the branch, without a unit in the scope too', async () => {
    expect(await listed({}, null)).toEqual(['amy']);
    expect(await listed({}, 'co')).toEqual(['amy']);
  });

  it('lists nobody of another branch, and not the company where a unit is gone', async () => {
    expect(await listed({}, 'team-2')).toEqual([]);
    expect(await listed({ unitId: 'closed' }, null)).toEqual(['amy']);
    expect(await listed({}, 'closed')).toEqual([]);
  });

  it('lists operations everybody of the scope', async () => {
    expect(await listed({ personId: 'olga', role: 'ops', unitId: null }, null)).toEqual(['amy', 'dan']);
    expect(await listed({ personId: 'olga', role: 'ops', unitId: null }, 'team-2')).toEqual(['dan']);
  });
});
