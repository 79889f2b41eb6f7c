/** A small company for tests: co ─ east (amy, bob) and west (cat). bob joined in April, cat left at the end of June. */
import type { TreeInput } from './tree.ts';

export const smallCompany: Omit<TreeInput, 'asOf'> = {
  units: [
    { id: 'co', parentId: null, name: '公司', validFrom: '2020-01-01', validTo: null },
    { id: 'east', parentId: 'co', name: '华东', validFrom: '2020-01-01', validTo: null },
    { id: 'west', parentId: 'co', name: '西南', validFrom: '2020-01-01', validTo: null },
  ],
  memberships: [
    { personId: 'amy', unitId: 'east', primary: true, validFrom: '2020-01-01', validTo: null },
    { personId: 'bob', unitId: 'east', primary: true, validFrom: '2026-04-01', validTo: null },
    { personId: 'cat', unitId: 'west', primary: true, validFrom: '2020-01-01', validTo: '2026-07-01' },
    { personId: 'boss', unitId: 'co', primary: true, validFrom: '2020-01-01', validTo: null },
  ],
  people: [
    { id: 'amy', name: '艾米', role: 'rep' },
    { id: 'bob', name: '鲍勃', role: 'rep' },
    { id: 'cat', name: '凯特', role: 'rep' },
    { id: 'boss', name: '老板', role: 'manager' },
  ],
  period: '2026',
  fiscalYearStartMonth: 1,
};
