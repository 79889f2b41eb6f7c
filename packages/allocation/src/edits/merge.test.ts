import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeEdits } from './merge.ts';
import { replay, scriptOf } from './replay.ts';
import { after, at, hold, months, quarter, set, team, value } from './test-plans.ts';
import { boxOf } from '../plan.ts';
import { overlaps } from '../grid.ts';
import type { Edit } from './edit.ts';

const by = (who: string, edit: Edit): Edit => ({ ...edit, by: who });
const base = team();
const setAs = (who: string, place: string, amount: number): Edit => by(who, set(place, amount)(base));
const holdAs = (who: string, place: string): Edit => by(who, hold(place)(base));
const release = (place: string): Edit => ({ kind: 'release', target: { at: at(base, place) } });

describe('two people', () => {
  it('who edit different cells lose nothing and are not asked', () => {
    const merge = mergeEdits(base, [setAs('li', 'n1 01', 15)], [setAs('wang', 's1 02', 12)]);
    expect([merge.conflicts, merge.dropped]).toEqual([[], []]);
    expect([value(merge.plan, 'n1 01'), value(merge.plan, 's1 02'), value(merge.plan, 'co')]).toEqual([15, 12, 127]);
    expect(merge.plan.journal.slice(-2).map((entry) => entry.by)).toEqual(['wang', 'li']);
  });

  it('who say the same are of one mind', () => {
    expect(mergeEdits(base, [setAs('li', 'n1 01', 15)], [setAs('wang', 'n1 01', 15)]).conflicts).toEqual([]);
  });

  it('who set one cell to two values are shown both', () => {
    const [mine, theirs] = [[setAs('li', 'n1 01', 15)], [setAs('wang', 'n1 01', 18)]];
    const { conflicts, plan } = mergeEdits(base, mine, theirs);
    expect(conflicts).toMatchObject([
      {
        kind: 'sameCell',
        at: { organisation: 'n1', time: '01' },
        base: 10,
        mine: 15,
        theirs: 18,
        merged: 15,
        authors: { mine: { by: 'li' }, theirs: { by: 'wang' } },
        edits: [0],
      },
    ]);
    expect(value(plan, 'n1 01')).toBe(15);
    const [{ id } = { id: '' }] = conflicts;
    const taken = mergeEdits(base, mine, theirs, { [id]: 'theirs' });
    expect([taken.conflicts, taken.dropped, value(taken.plan, 'n1 01')]).toEqual([[], [0], 18]);
    const kept = mergeEdits(base, mine, theirs, { [id]: 'mine' });
    expect([kept.conflicts, kept.dropped, value(kept.plan, 'n1 01')]).toEqual([[], [], 15]);
  });

  it('are told when my spread moves a cell that they set by hand', () => {
    const theirs = [setAs('wang', 'n1 01', 16)];
    // Alone, 110 over six equal cells is 18 and two units for January: 19. On theirs it is 16 of 66: 26.67, so 27.
    const mine = [setAs('li', 'north Q1', 110)];
    const merge = mergeEdits(base, mine, theirs);
    expect(merge.conflicts).toMatchObject([
      { kind: 'theirsMoved', mine: 19, theirs: 16, merged: 27, edits: [0], choices: ['both', 'theirs'] },
    ]);
    const id = merge.conflicts[0]?.id ?? '';
    expect(mergeEdits(base, mine, theirs, { [id]: 'both' }).conflicts).toEqual([]);
    const dropped = mergeEdits(base, mine, theirs, { [id]: 'theirs' });
    expect([dropped.conflicts, value(dropped.plan, 'n1 01')]).toEqual([[], 16]);
  });

  it('are told when my relative edit starts from another amount', () => {
    const mine: Edit[] = [{ kind: 'percent', target: { at: at(base, 'north Q1') }, percent: 10, by: 'li' }];
    const merge = mergeEdits(base, mine, [setAs('wang', 'n1 Q1', 40)]);
    // 60 and 10 % are 66 for me; on top of 70 they are 77. Their 40 become 44.
    const shown = merge.conflicts.map(({ kind, mine: own, theirs, merged }) => [kind, own, theirs, merged]);
    expect(shown).toEqual([
      ['theirsMoved', 33, 40, 44],
      ['mineMoved', 66, 70, 77],
    ]);
  });

  it('are told when their hold refuses my edit, and can choose', () => {
    const [mine, theirs] = [[setAs('li', 'n1 01', 15)], [setAs('wang', 'n1 01', 12), holdAs('wang', 'n1 01')]];
    const merge = mergeEdits(base, mine, theirs);
    expect(merge.dropped).toEqual([0]);
    expect(merge.conflicts).toMatchObject([
      {
        kind: 'refused',
        mine: 15,
        theirs: 12,
        merged: 12,
        authors: { mine: { by: 'li' }, theirs: { by: 'wang' } },
        refusal: { code: 'held' },
      },
    ]);
    const id = merge.conflicts[0]?.id ?? '';
    const theirWay = mergeEdits(base, mine, theirs, { [id]: 'theirs' });
    expect([theirWay.conflicts, value(theirWay.plan, 'n1 01')]).toEqual([[], 12]);
    const myWay = mergeEdits(base, mine, theirs, { [id]: 'mine' });
    // Their cell has now another value: that stays visible until it is accepted, too.
    expect(value(myWay.plan, 'n1 01')).toBe(15);
    expect(myWay.conflicts.map(({ kind }) => kind)).toEqual(['sameCell']);
    expect(myWay.plan.holds.size).toBe(0);
  });

  it('keep a question open while the choices made do not bring it about', () => {
    const theirs = [setAs('wang', 'north 01', 30), setAs('wang', 'n1 01', 18)];
    const mine = [setAs('li', 'n1 01', 20)];
    const [team = '', cell = ''] = mergeEdits(base, mine, theirs).conflicts.map(({ id }) => id);
    const open = (choices: Parameters<typeof mergeEdits>[3]) =>
      mergeEdits(base, mine, theirs, choices).conflicts.map(({ id }) => id);
    // Their 33 for the team and my 20 for the one do not go together.
    expect(open({ [team]: 'theirs', [cell]: 'mine' })).toEqual([team]);
    expect(open({ [team]: 'both', [cell]: 'mine' })).toEqual([]);
    expect(open({ [team]: 'theirs' })).toEqual([]);
  });

  it('are still asked about a value when its hold was given up', () => {
    const mine = [setAs('li', 'n1 01', 20), holdAs('li', 'n1 01'), release('n1 01')];
    expect(mergeEdits(base, mine, [setAs('wang', 'n1 01', 18)]).conflicts).toMatchObject([
      { kind: 'sameCell', mine: 20, theirs: 18 },
    ]);
  });

  it('are told when one holds what the other releases', () => {
    const held = after(base, hold('n1 Q1'));
    const merge = mergeEdits(held, [holdAs('li', 'n1 Q1')], [release('n1 Q1')]);
    expect(merge.conflicts).toMatchObject([{ kind: 'hold', edits: [0], choices: ['mine', 'theirs'] }]);
    const id = merge.conflicts[0]?.id ?? '';
    expect(mergeEdits(held, [holdAs('li', 'n1 Q1')], [release('n1 Q1')], { [id]: 'mine' })).toMatchObject({ conflicts: [] });
    const theirs = mergeEdits(held, [holdAs('li', 'n1 Q1')], [release('n1 Q1')], { [id]: 'theirs' });
    expect([theirs.conflicts, theirs.plan.holds.size]).toEqual([[], 0]);
  });

  it('are not asked about a value by who only gave a hold up', () => {
    const held = after(base, hold('n1 Q1'));
    const merge = mergeEdits(held, [release('n1 Q1')], [release('n1 Q1'), setAs('wang', 'n1 Q1', 60)]);
    expect([merge.conflicts, value(merge.plan, 'n1 Q1')]).toEqual([[], 60]);
  });

  it('are told when siblings of a held total gave way to both', () => {
    const held = after(quarter(10, 20, 30), hold('Q1'));
    const merge = mergeEdits(held, [set('01', 20)(held)], [set('02', 24)(held)]);
    // Theirs first: 9, 24, 27. Mine takes 11 from 24 and 27 in proportion: 19 and 21 rounded from 18.82 and 21.18.
    expect(months(merge.plan)).toEqual([20, 19, 21]);
    expect(merge.conflicts).toMatchObject([{ kind: 'theirsMoved', at: { time: '02' }, theirs: 24, merged: 19 }]);
  });
});

const place = fc.tuple(fc.constantFrom('co', 'north', 'n1', 'n2', 'south', 's1', 's2'), fc.constantFrom('Q1', '01', '02', '03'));
const anyEdit = fc
  .tuple(place, fc.integer({ min: 0, max: 500 }), fc.constantFrom('set', 'add', 'hold', 'clear'))
  .map(([[who, when], amount, kind]): Edit => {
    const target = { at: { organisation: who, time: when } };
    if (kind === 'set' || kind === 'add') return { kind, target, value: amount };
    return { kind: kind, target };
  });
const anyEdits = fc.array(anyEdit, { minLength: 1, maxLength: 4 });
const cells = (plan: typeof base): (number | null)[] => ['n1', 'n2', 's1', 's2'].flatMap((who) => months(plan, who));
const valueEdits = (edits: Edit[]): Edit[] => edits.filter(({ kind }) => kind !== 'hold');

it('commutes without a question where no cell of one overlaps a cell of the other and nothing is held', () => {
  fc.assert(
    fc.property(anyEdits, anyEdits, (left, right) => {
      const [mine, theirs] = [valueEdits(left), valueEdits(right)];
      const box = (edit: Edit) => boxOf(base, edit.target.at);
      fc.pre(mine.every((a) => theirs.every((b) => !overlaps(base.grid, box(a), box(b)))));
      const [one, other] = [mergeEdits(base, mine, theirs), mergeEdits(base, theirs, mine)];
      expect([one.conflicts, one.dropped]).toEqual([[], []]);
      expect(cells(one.plan)).toEqual(cells(other.plan));
    }),
  );
});

it('says so whenever a cell that either entered does not come out as entered, and is the same every time', () => {
  fc.assert(
    fc.property(anyEdits, anyEdits, (mine, theirs) => {
      const merge = mergeEdits(base, mine, theirs);
      expect(JSON.stringify(mergeEdits(base, mine, theirs).conflicts)).toBe(JSON.stringify(merge.conflicts));
      const named = new Set(merge.conflicts.map(({ at: { organisation, time } }) => `${organisation} ${time}`));
      for (const edits of [mine, theirs]) {
        const alone = replay(base, scriptOf(edits));
        for (const { edit } of alone.done) {
          const cell = Object.values(edit.target.at).join(' ');
          if (value(alone.plan, cell) !== value(merge.plan, cell)) expect(named).toContain(cell);
        }
      }
    }),
  );
});
