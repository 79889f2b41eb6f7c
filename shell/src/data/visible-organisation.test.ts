import { describe, expect, it } from 'vitest';
import { ledUnit, scopeIsVisible, visibleOrganisation } from './visible-organisation.ts';
import type { Organisation, SessionInfo } from '@milepost/sdk';

const unit = (id: string, parentId: string | null, managerId: string | null) => ({
  id,
  parentId,
  managerId,
  name: id,
  kind: 'team' as const,
  validFrom: '2024-01-01',
  validTo: null,
  path: `/${id}/`,
});
const person = (id: string, unitId: string, leads: string | null = null) => ({
  id,
  unitId,
  leads,
  name: id,
  role: 'rep' as const,
  joinedOn: '2024-01-01',
  leftOn: null,
});
/** co > east > sh, co > west: anna leads east, ben works in sh, carl in west. */
const organisation: Organisation = {
  asOf: '2026-11-20',
  units: [unit('co', null, null), unit('east', 'co', 'anna'), unit('sh', 'east', null), unit('west', 'co', 'dora')],
  people: [person('anna', 'east', 'east'), person('ben', 'sh'), person('carl', 'west'), person('dora', 'west', 'west')],
};
const who = (personId: string, role: SessionInfo['user']['role']) => ({
  user: { id: personId, personId, name: personId, role, unitId: null },
});
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('what may be chosen as a scope', () => {
  it('is the led branch for a manager', () => {
    const { units, people } = visibleOrganisation(organisation, who('anna', 'manager'));
    expect([ids(units), ids(people)]).toEqual([
      ['east', 'sh'],
      ['anna', 'ben'],
    ]);
    expect(ledUnit(organisation, who('anna', 'manager'))?.id).toBe('east');
  });

  it('is oneself for a representative and everything for the office', () => {
    const { units, people } = visibleOrganisation(organisation, who('ben', 'rep'));
    expect([ids(units), ids(people)]).toEqual([[], ['ben']]);
    for (const role of ['ops', 'admin', 'auditor'] as const)
      expect(visibleOrganisation(organisation, who('x', role))).toBe(organisation);
    expect(ledUnit(organisation, who('ben', 'rep'))).toBeNull();
  });

  it('refuses another region and its people, whatever unit is named beside them', () => {
    const sees = (unitId: string | null, personId: string | null) =>
      scopeIsVisible(organisation, who('anna', 'manager'), { unitId, personId });
    expect([sees(null, null), sees('sh', null), sees('sh', 'ben')]).toEqual([true, true, true]);
    expect([sees('west', null), sees('co', null), sees('sh', 'carl'), sees('gone', null)]).toEqual([false, false, false, false]);
  });
});
