import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from './answer.ts';
import type { Condition } from './conditions/index.ts';
import { evaluate } from './evaluate.ts';
import { createRun } from './run.ts';
import { score } from './score.ts';
import { q, say, t, template } from './test-forms.ts';

/** A template of 12 questions in 3 sections, each shown under random conditions on earlier ones. */
const arbitraryTemplate = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.constantFrom('yes', 'no', 'na'), fc.nat(3)), {
      minLength: 12,
      maxLength: 12,
    }),
    fc.constantFrom('keep' as const, 'clear' as const, 'clear-on-submit' as const),
  )
  .map(([rows, hiddenAnswer]) => {
    const condition = (i: number): Condition | undefined => {
      const [x = 0, y = 0, value = 'yes', kind = 0] = rows[i] ?? [];
      if (i === 0 || kind === 0) return undefined;
      const [one, two] = [
        { item: `q${x % i}`, equals: value },
        { item: `q${y % i}`, answered: true },
      ];
      return kind === 1 ? one : kind === 2 ? { any: [one, { not: two }] } : { all: [one, two] };
    };
    const items = rows.map((_, i) => q(`q${i}`, { weight: 25, showIf: condition(i) }));
    const sections = [0, 1, 2].map((s) => ({
      id: `s${s}`,
      title: t('s'),
      weight: [50, 30, 20][s],
      items: items.slice(4 * s, 4 * s + 4),
    }));
    return template(sections, { hiddenAnswer });
  });
const arbitrarySteps = fc.array(fc.tuple(fc.nat(11), fc.constantFrom('yes', 'no', 'na', null)), {
  maxLength: 30,
});

describe('properties', () => {
  it('incremental evaluation equals full evaluation, and tells exactly what changed', () => {
    fc.assert(
      fc.property(arbitraryTemplate, arbitrarySteps, (form, steps) => {
        const run = createRun(form);
        for (const [i, value] of steps) {
          const before = new Map(
            form.sections.flatMap((s) => s.items).map((item) => [item.id, JSON.stringify(run.item(item.id))]),
          );
          const changed = run.setAnswer(`q${i}`, value === null ? null : { value });
          expect(run.state()).toEqual(evaluate(form, run.answers()));
          for (const [id, state] of before) if (!changed.includes(id)) expect(JSON.stringify(run.item(id))).toBe(state);
          expect(score(form, run.submission())).toEqual(score(form, run.answers()));
        }
      }),
    );
  });

  it('scores stay between 0 and 100 and add up on every level', () => {
    fc.assert(
      fc.property(arbitraryTemplate, arbitrarySteps, (form, steps) => {
        const { percent, sections } = score(form, say(Object.fromEntries(steps.map(([i, value]) => [`q${i}`, value]))));
        const sum = (list: readonly { points: number }[]): number => list.reduce((a, b) => a + b.points, 0);
        expect(sum(sections)).toBe(percent ?? 0);
        for (const section of sections) expect(sum(section.lines)).toBe(section.points);
        expect(percent ?? 0).toBeGreaterThanOrEqual(0);
        expect(percent ?? 0).toBeLessThanOrEqual(100_000);
      }),
    );
  });

  it('"does not apply" takes out its own weight and nobody else’s', () => {
    const flat = template(
      [0, 1].map((s) => ({
        id: `s${s}`,
        title: t('s'),
        weight: 50,
        items: [0, 1, 2, 3].map((i) => q(`q${4 * s + i}`, { weight: 25 })),
      })),
    );
    const values = fc.array(fc.constantFrom('yes', 'no'), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(values, fc.nat(7), (list, out) => {
        const answers = Object.fromEntries(list.map((v, i) => [`q${i}`, v]));
        const lines = (a: Answers): [string, number, number | null][] =>
          score(flat, a).sections.flatMap((s) =>
            s.lines.map((l): [string, number, number | null] => [l.itemId, l.weight, l.score]),
          );
        const before = score(flat, say(answers)).sections;
        const after = score(flat, say({ ...answers, [`q${out}`]: 'na' })).sections;
        expect(lines(say({ ...answers, [`q${out}`]: 'na' }))).toEqual(lines(say(answers)).filter(([id]) => id !== `q${out}`));
        const hit = Math.floor(out / 4);
        expect(after.map((s) => s.denominator)).toEqual(before.map((s, i) => s.denominator - (i === hit ? 25_000 : 0)));
        expect(after[1 - hit]?.percent).toBe(before[1 - hit]?.percent);
      }),
    );
  });
});
