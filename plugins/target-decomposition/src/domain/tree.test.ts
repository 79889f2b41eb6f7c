import { describe, expect, it } from 'vitest';
import { organisationChanges } from './changes.ts';
import { smallCompany } from './small-company.ts';
import { buildNodes, isActive } from './tree.ts';
import type { AllocationValue } from './types.ts';

const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);

describe('the tree of a plan', () => {
  it('has people who sell under their unit, with the months they are there', () => {
    const nodes = buildNodes({ ...smallCompany, asOf: '2026-11-20' });
    expect(nodes.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['co', null, null],
      ['east', null, null],
      ['east~amy', null, null],
      ['east~bob', '2026-04', null],
      ['west', null, null],
      ['west~cat', null, '2026-06'],
    ]);
  });

  it('knows only what was known on its day: a later leave has not happened and a later joiner is not there', () => {
    const nodes = buildNodes({ ...smallCompany, asOf: '2026-01-01' });
    expect(nodes.map(({ id, to }) => [id, to])).toEqual([
      ['co', null],
      ['east', null],
      ['east~amy', null],
      ['west', null],
      ['west~cat', null],
    ]);
  });

  it('counts a month for whoever is there on its first day', () => {
    const memberships = [
      { personId: 'amy', unitId: 'east', primary: true, validFrom: '2020-01-01', validTo: '2026-05-16' },
      { personId: 'amy', unitId: 'west', primary: true, validFrom: '2026-05-16', validTo: null },
    ];
    const nodes = buildNodes({ ...smallCompany, memberships, asOf: '2026-11-20' }).filter((node) => node.kind === 'person');
    expect(nodes.map((node) => [node.id, node.from, node.to])).toEqual([
      ['east~amy', null, '2026-05'],
      ['west~amy', '2026-05', null],
    ]);
    expect(isActive(nodes[0] ?? { from: null, to: null }, '2026-06')).toBe(false);
  });

  it('tells who left with what they still hold, and who joined without a target', () => {
    const planned = buildNodes({ ...smallCompany, asOf: '2026-01-01' });
    const stored = planned.map(({ id, parentId, kind, label, from, to }): AllocationValue => ({
      planId: 'p',
      period: '2026',
      nodeId: id,
      parentId,
      kind,
      label,
      from,
      to,
      held: [],
      edits: [],
      months: Object.fromEntries(months.map((month) => [month, 100])),
    }));
    const changes = organisationChanges(stored, buildNodes({ ...smallCompany, asOf: '2026-11-20' }), months);
    expect(changes).toEqual([
      { kind: 'left', nodeId: 'west~cat', label: '凯特', unitId: 'west', month: '2026-07', openMinor: 600 },
      { kind: 'joined', nodeId: 'east~bob', label: '鲍勃', unitId: 'east', month: '2026-04', openMinor: 0 },
    ]);
  });
});
