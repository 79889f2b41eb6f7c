import { representativeMonth } from '@milepost/scoring';
import type { Fact } from '@milepost/scoring';
import { describe, expect, it } from 'vitest';
import { buildBoard, median, summarise } from './board.ts';
import { balanced, curveFields, weightSum, withItem } from './card-edit.ts';
import { helpFor } from './help.ts';
import { chooseMonth, isOver, monthOf, monthsUpTo, receivablesDay } from './month.ts';
import { branchBelow, participantsOf } from './participants.ts';
import type { Organisation, Participant } from './participants.ts';
import { buildRun, hashHolds } from './run.ts';
import { whoFor } from './scope.ts';
import { readPasted, suggest } from './targets.ts';
import { builtInVersion, compareVersions, nextVersion, versionFor } from './versions.ts';

const person = (id: string, unitId = 'sh'): Participant => ({
  id,
  name: `名${id}`,
  unitId,
  unitName: unitId,
  days: 31,
  daysInUnit: 31,
  monthDays: 31,
  movedFrom: [],
  joinedOn: null,
  leftOn: null,
  since: '2020-01-01',
});

/** 45 of 50 万 sold, 9.5 of 10 万 received, 3 customers won, 8 of 10 visits effective, 3.5 of 10 万 receivables overdue. */
const factsOf = (personId: string, sold = 45_000_000): Fact[] => [
  { personId, indicatorId: 'sales-amount', numerator: sold },
  { personId, indicatorId: 'receipts-rate', numerator: 9_500_000, denominator: 10_000_000 },
  { personId, indicatorId: 'new-customers', numerator: 3 },
  { personId, indicatorId: 'effective-visit-rate', numerator: 8, denominator: 10 },
  { personId, indicatorId: 'overdue-rate', numerator: 3_500_000, denominator: 10_000_000 },
];
const planned = { kind: 'plan', planId: 'p', planName: '2026年销售目标', planPeriod: '2026' } as const;
const target = (personId: string) => ({
  personId,
  period: '2026-10',
  indicatorId: 'sales-amount',
  value: 50_000_000,
  origin: planned,
});
const board = (
  people: readonly Participant[],
  withTarget: readonly string[],
  frozen: Parameters<typeof buildBoard>[0]['frozen'] = [],
  sold?: number,
) =>
  buildBoard({
    participants: people,
    facts: people.flatMap(({ id }) => factsOf(id, sold)),
    targets: withTarget.map(target),
    current: builtInVersion,
    versions: [],
    frozen,
  });

describe('the month of a period', () => {
  it('is the asked one inside the period, else the last begun', () => {
    expect(chooseMonth('2026', '2026-03', '2026-11-20', 1)).toMatchObject({ month: '2026-03', chosen: true });
    expect(chooseMonth('2026-Q4', '2026-03', '2026-11-20', 1)).toEqual({
      months: ['2026-10', '2026-11'],
      month: '2026-11',
      chosen: true,
    });
    expect(chooseMonth('2027-01', undefined, '2026-11-20', 1)).toEqual({ months: [], month: null, chosen: false });
  });

  it('knows its days, its receivables day and whether it is over', () => {
    expect(monthOf('2028-02')).toEqual({ id: '2028-02', from: '2028-02-01', to: '2028-02-29', days: 29 });
    expect(isOver('2026-10', '2026-10-31')).toBe(false);
    expect(isOver('2026-10', '2026-11-01')).toBe(true);
    expect([receivablesDay('2026-10', '2026-11-20'), receivablesDay('2026-11', '2026-11-20')]).toEqual([
      '2026-10-31',
      '2026-11-19',
    ]);
    expect(monthsUpTo('2026-02', 3)).toEqual(['2025-12', '2026-01', '2026-02']);
  });
});

describe('participants', () => {
  const unit = (id: string, parentId: string | null, managerId: string | null = null) => ({
    id,
    parentId,
    name: id,
    kind: 'team' as const,
    managerId,
    validFrom: '2020-01-01',
    validTo: null,
    path: '',
  });
  const rep = (id: string, joinedOn = '2020-01-01', leftOn: string | null = null) => ({
    id,
    name: id,
    jobTitle: null,
    role: 'rep' as const,
    email: null,
    joinedOn,
    leftOn,
    homeLat: null,
    homeLon: null,
  });
  const stay = (personId: string, unitId: string, validFrom: string, validTo: string | null = null) => ({
    id: `${personId}${unitId}`,
    personId,
    unitId,
    primary: true,
    validFrom,
    validTo,
  });
  const organisation: Organisation = {
    units: [unit('co', null), unit('east', 'co', 'mia'), unit('sh', 'east', 'tom'), unit('cd', 'co')],
    people: [rep('amy'), rep('bob'), rep('new', '2026-10-20'), rep('old')],
    memberships: [
      stay('amy', 'sh', '2020-01-01'),
      stay('bob', 'cd', '2020-01-01', '2026-10-11'),
      stay('bob', 'sh', '2026-10-11'),
      stay('new', 'sh', '2026-10-20'),
      stay('old', 'sh', '2020-01-01', '2026-10-01'),
    ],
  };

  it('lists people where they ended the month, with the days of movers and joiners', () => {
    const found = participantsOf(organisation, new Set(['sh']), monthOf('2026-10'));
    expect(found.map(({ id, days, daysInUnit, movedFrom }) => [id, days, daysInUnit, movedFrom.join()])).toEqual([
      ['amy', 31, 31, ''],
      ['bob', 31, 21, 'cd'],
      ['new', 12, 12, ''],
    ]);
    expect(participantsOf(organisation, new Set(['cd']), monthOf('2026-10'))).toEqual([]);
    expect(participantsOf(organisation, new Set(['sh']), monthOf('2026-09')).map(({ id }) => id)).toEqual(['amy', 'old']);
  });

  it('shows representatives themselves, managers their branch, never a unit outside it', () => {
    const as = (personId: string, role: 'rep' | 'manager' | 'ops', scope: string | null) =>
      whoFor({ personId, role, today: '2026-11-20' }, organisation, scope);
    expect(as('amy', 'rep', 'co')).toEqual({ personId: 'amy' });
    expect(as('tom', 'manager', null)).toEqual({ units: new Set(['sh']), unitId: 'sh' });
    expect(as('tom', 'manager', 'co')).toEqual({ units: new Set(['sh']), unitId: 'sh' });
    expect(as('tom', 'manager', 'cd')).toBeNull();
    expect(as('olga', 'ops', null)).toEqual({ units: branchBelow(organisation.units, ['co']), unitId: 'co' });
  });
});

describe('the board', () => {
  it('scores by the card, and what is shown adds up to the total', () => {
    const [row] = board([person('a')], ['a']);
    // 40 × 0.9 = 36; 20 × 1 = 20; 35 % lies half way from 50 % to 20 %: 10 × 0.5; 10 × 1.2; 80 % lies half way from level 2 to 3: 20 × 2.5/4.
    expect([...(row?.items ?? [])].map(([id, { result }]) => [id, result.points])).toEqual([
      ['sales', 36_000],
      ['receipts', 20_000],
      ['overdue', 5_000],
      ['new-customers', 12_000],
      ['effective-visits', 12_500],
    ]);
    expect(row?.result.points).toBe(85_500);
    const shown = [...(row?.items.values() ?? [])].reduce((sum, item) => sum + Math.round(item.shown * 10), 0);
    expect(shown).toBe(Math.round((row?.total ?? 0) * 10));
    expect(row?.gradeId).toBe('B');
    expect(row?.result.vetoesWithoutData).toEqual(['compliance']);
  });

  it('leaves a total open without a target: no grade, no rank, not 0', () => {
    const rows = board([person('a'), person('b')], ['a']);
    expect(rows.map(({ total, rank, gradeId }) => [total !== null, rank, gradeId])).toEqual([
      [true, 1, 'B'],
      [false, null, null],
    ]);
    expect(summarise(rows, representativeMonth)).toMatchObject({ people: 2, complete: 1, median: rows[0]?.total });
  });

  it('keeps a frozen score and shows what today would give beside it', async () => {
    const input = {
      period: '2026-10',
      unit: { id: 'sh', name: '上海' },
      runId: 'r',
      version: builtInVersion,
      participants: [person('a'), person('b')],
      facts: [...factsOf('a'), ...factsOf('b', 50_000_000)],
      targets: [target('a'), target('b')],
      frozenOn: '2026-11-02',
    };
    const run = await buildRun(input);
    const [a, b] = board([person('a'), person('b')], ['a', 'b'], run.people, 50_000_000);
    expect([a?.result.points, a?.recomputed?.points, b?.recomputed]).toEqual([85_500, 89_500, null]);
    expect(run.people.map(({ standing }) => [standing.rank, standing.of])).toEqual([
      [2, 2],
      [1, 2],
    ]);
    expect(run.people[0]?.standing.members).toEqual([
      { points: 89_500, gradeId: 'B' },
      { points: 85_500, gradeId: 'B' },
    ]);
    expect(await hashHolds(run.record)).toBe(true);
    expect(await hashHolds({ ...run.record, snapshot: run.record.snapshot.replace('45000000', '95000000') })).toBe(false);
    expect((await buildRun({ ...input, facts: [...input.facts].reverse() })).record.sha256).toBe(run.record.sha256);
  });

  it('says what would help, the largest gain first', () => {
    const [row] = board([person('a')], ['a']);
    const help = row ? helpFor(row.card, row.result) : [];
    // To the cap of 120 %: 15 万 more for 12 points. One visit more that counts: 90 % lies half way from level 3 to 4, one level more: 20/4 points.
    expect(help[0]).toMatchObject({ itemId: 'sales', nextStep: { change: 15_000_000, gain: 12_000 } });
    expect(help.find(({ itemId }) => itemId === 'effective-visits')?.nextStep).toMatchObject({ change: 1, gain: 5_000 });
  });

  it('takes the middle of two for a median and nothing for none', () => {
    expect([median([3, 1, 2]), median([4, 1]), median([])]).toEqual([2, 2.5, null]);
  });
});

describe('cards', () => {
  it('finds the version of a month, by start and then by number', () => {
    const version = (number: string, effectiveFrom: string) => ({
      ...builtInVersion,
      effectiveFrom,
      card: { ...representativeMonth, version: number },
    });
    const versions = [version('1.10.0', '2026-06'), version('1.9.0', '2026-06'), version('1.0.0', '2026-01')];
    expect(['2025-12', '2026-05', '2026-06'].map((month) => versionFor(versions, month).card.version)).toEqual([
      '1.0.0',
      '1.0.0',
      '1.10.0',
    ]);
    expect(versionFor(versions, '2025-12').effectiveFrom).toBe('2000-01');
    expect([nextVersion(versions), nextVersion([])]).toEqual(['1.11.0', '1.0.0']);
    expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0);
  });

  it('adds weights exactly and puts the rest on one item, where it fits', () => {
    const card = withItem(representativeMonth, 'sales', { weight: 33.3 });
    expect(weightSum(card)).toBe(93.3);
    expect(balanced(card, 'receipts')?.groups[0]?.items[1]?.weight).toBe(26.7);
    expect(balanced(withItem(representativeMonth, 'sales', { weight: 60 }), 'overdue')).toBeNull();
  });

  it('changes a number of a curve and nothing else', () => {
    const curve = { kind: 'three-point', axis: 'value', baseline: 0.6, target: 0.95, stretch: 1 } as const;
    const fields = curveFields(curve);
    expect(fields.map(({ key, value }) => [key, value])).toEqual([
      ['baseline', 0.6],
      ['target', 0.95],
      ['stretch', 1],
      ['stretchPoints', null],
    ]);
    expect(fields[2]?.set(null)).toEqual({ kind: 'three-point', axis: 'value', baseline: 0.6, target: 0.95 });
  });
});

describe('targets', () => {
  it('suggests last year times growth in whole thousands, and the average for those without', () => {
    const found = suggest(
      [
        { personId: 'a', lastYear: 40_000_000 },
        { personId: 'b', lastYear: 20_000_000 },
        { personId: 'c', lastYear: null },
      ],
      0.1,
    );
    expect([...found].map(([id, { value, source }]) => [id, value, source])).toEqual([
      ['a', 44_000_000, 'last-year'],
      ['b', 22_000_000, 'last-year'],
      ['c', 33_000_000, 'team-average'],
    ]);
    const low = suggest(
      [
        { personId: 'a', lastYear: 40_000_000 },
        { personId: 'b', lastYear: 400_000 },
      ],
      0,
    );
    expect(low.get('b')).toMatchObject({ value: 20_200_000, source: 'team-average' });
    expect(suggest([{ personId: 'a', lastYear: null }], 0.1).size).toBe(0);
  });

  it('reads pasted lines and names each that cannot be read', () => {
    const people = [
      { id: 'p1', name: '王伟' },
      { id: 'p2', name: '李娜' },
      { id: 'p3', name: '李娜' },
    ];
    const parse = (text: string) => (/^\d+$/.test(text) ? Number(text) * 100 : null);
    const lines = readPasted('姓名\t目标\n王伟\t450000\n王伟\t1\n李娜\t5\np2\t700\n赵六\t1\np3\tx', people, parse);
    expect(lines.map((line) => (line.ok ? [line.line, line.personId, line.value] : [line.line, line.problem]))).toEqual([
      [2, 'p1', 45_000_000],
      [3, 'twice'],
      [4, 'ambiguous'],
      [5, 'p2', 70_000],
      [6, 'name'],
      [7, 'amount'],
    ]);
  });
});
