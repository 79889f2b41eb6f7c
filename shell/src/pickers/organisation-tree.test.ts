import { describe, expect, it } from 'vitest';
import { branchesAbove, treeRows, visibleRows } from './organisation-tree.ts';
import type { Organisation } from '@milepost/sdk';

const unit = (id: string, parentId: string | null, path: string, kind: 'company' | 'region' | 'team') => ({
  id,
  parentId,
  name: `单位${id}`,
  kind,
  managerId: null,
  validFrom: '2024-01-01',
  validTo: null,
  path,
});
const person = (id: string, name: string, unitId: string, leads: string | null = null) => ({
  id,
  name,
  role: 'rep' as const,
  unitId,
  leads,
  joinedOn: '2024-01-01',
  leftOn: null,
});

const organisation: Organisation = {
  asOf: '2026-11-21',
  units: [unit('co', null, '/co/', 'company'), unit('e', 'co', '/co/e/', 'region'), unit('e1', 'e', '/co/e/e1/', 'team')],
  people: [person('p1', '张伟', 'e1'), person('p2', '李娜', 'e1', 'e1'), person('p3', '王芳', 'e', 'e')],
};

describe('the organisation tree', () => {
  const rows = treeRows(organisation, '全部');

  it('lists each unit with the leader first and counts the people of the whole branch', () => {
    expect(rows.map(({ key, level }) => `${level} ${key}`)).toEqual([
      '1 all',
      '1 unit:co',
      '2 unit:e',
      '3 person:p3',
      '3 unit:e1',
      '4 person:p2',
      '4 person:p1',
    ]);
    expect(rows.find(({ key }) => key === 'unit:e')?.people).toBe(3);
    expect(rows.find(({ key }) => key === 'unit:e1')?.people).toBe(2);
  });

  it('starts at the top of what is visible when the parent is not', () => {
    const branch = treeRows({ ...organisation, units: organisation.units.slice(1) }, '全部');
    expect(branch[1]).toMatchObject({ key: 'unit:e', level: 1, parent: null });
  });

  it('shows children of open branches only', () => {
    expect(visibleRows(rows, new Set(['unit:e']), '').map(({ key }) => key)).toEqual(['all', 'unit:co']);
    expect(visibleRows(rows, new Set(['unit:co', 'unit:e']), '').map(({ key }) => key)).toEqual([
      'all',
      'unit:co',
      'unit:e',
      'person:p3',
      'unit:e1',
    ]);
  });

  it('shows what matches a text together with the branches above it', () => {
    expect(visibleRows(rows, new Set(), '李').map(({ key }) => key)).toEqual(['unit:co', 'unit:e', 'unit:e1', 'person:p2']);
    expect(branchesAbove(rows, 'person:p1')).toEqual(['unit:e1', 'unit:e', 'unit:co']);
  });
});
