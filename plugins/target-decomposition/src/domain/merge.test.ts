import { describe, expect, it } from 'vitest';
import { mergeLeaves } from './merge.ts';
import type { AllocationValue } from './types.ts';

const value = (nodeId: string, parentId: string | null, january: number, february: number): AllocationValue => ({
  planId: 'p',
  period: '2026',
  nodeId,
  parentId,
  kind: 'person',
  label: nodeId,
  from: null,
  to: null,
  held: [],
  edits: [],
  months: { '2026-01': january, '2026-02': february },
});
const base = [value('co', null, 30, 30), value('amy', 'co', 10, 10), value('bob', 'co', 20, 20)];

describe('two people’s changes', () => {
  it('go together when they touched different cells', () => {
    const mine = [value('co', null, 31, 30), value('amy', 'co', 11, 10), value('bob', 'co', 20, 20)];
    const theirs = [value('co', null, 30, 35), value('amy', 'co', 10, 10), value('bob', 'co', 20, 25)];
    const merge = mergeLeaves(base, mine, theirs);
    expect(merge.conflicts).toEqual([]);
    expect(merge.leaves).toEqual({ amy: { '2026-01': 11, '2026-02': 10 }, bob: { '2026-01': 20, '2026-02': 25 } });
    expect(merge.takenOver).toEqual(['bob']);
  });

  it('are a choice where they touched the same cell, and none where they agree', () => {
    const mine = [value('co', null, 31, 31), value('amy', 'co', 11, 11), value('bob', 'co', 20, 20)];
    const theirs = [value('co', null, 32, 31), value('amy', 'co', 12, 11), value('bob', 'co', 20, 20)];
    const { conflicts } = mergeLeaves(base, mine, theirs);
    expect(conflicts).toEqual([{ nodeId: 'amy', label: 'amy', months: [{ month: '2026-01', base: 10, mine: 11, theirs: 12 }] }]);
    expect(mergeLeaves(base, mine, theirs, { amy: 'mine' }).leaves['amy']?.['2026-01']).toBe(11);
    expect(mergeLeaves(base, mine, theirs, { amy: 'theirs' }).leaves['amy']?.['2026-01']).toBe(12);
  });
});
