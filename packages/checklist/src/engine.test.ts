import { describe, expect, it } from 'vitest';
import type { Answers } from './answer.ts';
import { checkRun, verifyRun } from './check-run.ts';
import { checkTemplate } from './check-template.ts';
import type { Condition } from './conditions/index.ts';
import { evaluate } from './evaluate.ts';
import { lintTemplate } from './lint-template.ts';
import { createRun } from './run.ts';
import { score } from './score.ts';
import type { ChecklistItem, Section, Template } from './template.ts';
import { q, say, t, template } from './test-forms.ts';

const simple = template(
  [
    {
      id: 'one',
      title: t('One'),
      weight: 60,
      items: [q('a', { weight: 50 }), q('b', { weight: 50, critical: true })],
    },
    {
      id: 'two',
      title: t('Two'),
      weight: 40,
      floor: 50,
      items: [
        q('c', {
          weight: 70,
          type: 'choice',
          options: [
            { id: 'full', title: t('f'), score: 100 },
            { id: 'part', title: t('p'), score: 70 },
            { id: 'none', title: t('n'), score: 0 },
          ],
        }),
        q('d', {
          weight: 30,
          showIf: { item: 'c', in: ['part', 'none'] },
          evidence: { when: 'fail', needs: ['note', 'photo'] },
        }),
      ],
    },
  ],
  {
    passFrom: 80,
    riskLevels: [
      { id: 'high', title: t('h'), from: 0 },
      { id: 'low', title: t('l'), from: 80 },
    ],
  },
);

describe('evaluate', () => {
  it('shows, requires and counts what applies', () => {
    expect(checkTemplate(simple)).toEqual([]);
    const before = evaluate(simple, {});
    expect(before).toMatchObject({
      visible: ['a', 'b', 'c'],
      required: ['a', 'b', 'c'],
      progress: { answered: 0, total: 3 },
      complete: false,
    });
    expect(before.missing.map((p) => `${p.path}: ${p.message.en}`)).toContain(
      'sections.1.items.0: This question needs an answer.',
    );
    expect(evaluate(simple, say({ a: 'yes', b: 'yes', c: 'part' })).visible).toEqual(['a', 'b', 'c', 'd']);
  });

  it('asks for the evidence of a failed answer', () => {
    const { missing, complete } = evaluate(simple, {
      ...say({ a: 'yes', b: 'na', c: 'part' }),
      d: { value: 'no', note: ' ' },
    });
    expect(missing.map((p) => [p.code, p.path])).toEqual([
      ['missing.note', 'sections.1.items.1'],
      ['missing.photo', 'sections.1.items.1'],
    ]);
    expect(complete).toBe(false);
  });

  it('names wrong answers by their place', () => {
    const { errors } = evaluate(simple, say({ a: 'maybe', c: 3 }));
    expect(errors.map((p) => [p.code, p.path])).toEqual([
      ['answer.unknown-option', 'sections.0.items.0'],
      ['answer.unknown-option', 'sections.1.items.0'],
    ]);
  });

  it('treats prototype names as absent answers', () => {
    expect(evaluate(simple, JSON.parse('{"__proto__":{"value":"yes"}}') as Answers).progress.answered).toBe(0);
    expect(checkTemplate(template([{ id: 's', title: t('s'), items: [q('__proto__')] }]))).toMatchObject([
      { code: 'template.id' },
    ]);
  });
});

describe('score', () => {
  it('weighs sections and questions: 60 × 1 + 40 × (70 × 0.7 + 30 × 1) / 100 = 91.6', () => {
    const result = score(simple, say({ a: 'yes', b: 'yes', c: 'part', d: 'yes' }));
    expect(result).toMatchObject({ percent: 91_600, result: 'pass', riskLevelId: 'low' });
    expect(result.sections.map((s) => [s.percent, s.points])).toEqual([
      [100_000, 60_000],
      [79_000, 31_600],
    ]);
    expect(result.sections[1]?.lines.map((l) => l.points)).toEqual([19_600, 12_000]);
  });

  it('takes what does not apply or is hidden out of the denominator', () => {
    const result = score(simple, say({ a: 'na', b: 'yes', c: 'full', d: 'no' }));
    expect(result.percent).toBe(100_000);
    expect(result.sections.map((s) => s.denominator)).toEqual([50_000, 70_000]);
    expect(score(simple, say({ a: 'na', b: 'na', c: 'part', d: 'yes' })).percent).toBe(79_000);
  });

  it('fails on a critical question whatever the total, and on a section below its floor', () => {
    expect(score(simple, say({ a: 'yes', b: 'no', c: 'full' }))).toMatchObject({
      percent: 70_000,
      result: 'fail',
      reasons: [{ code: 'critical', id: 'b' }, { code: 'pass-mark' }],
    });
    expect(score(simple, say({ a: 'yes', b: 'yes', c: 'none', d: 'yes' }))).toMatchObject({
      percent: 72_000,
      result: 'fail',
      reasons: [{ code: 'floor', id: 'two' }, { code: 'pass-mark' }],
    });
  });

  it('lets a section exactly on its floor pass', () => {
    const half = template([
      {
        id: 's',
        title: t('s'),
        weight: 100,
        floor: 50,
        items: [q('a', { weight: 50 }), q('b', { weight: 50 })],
      },
    ]);
    expect(score(half, say({ a: 'yes', b: 'no' }))).toMatchObject({ percent: 50_000, result: 'pass' });
  });

  it('stays open while something is unanswered', () => {
    expect(score(simple, say({ a: 'yes', b: 'yes' }))).toMatchObject({
      result: 'open',
      riskLevelId: null,
      unanswered: ['c'],
    });
  });
});

describe('createRun', () => {
  it('follows the declared policy for hidden answers', () => {
    const play = (hiddenAnswer: Template['hiddenAnswer']) => {
      const run = createRun({ ...simple, hiddenAnswer }, say({ c: 'part', d: 'no' }));
      expect(run.setAnswer('c', { value: 'full' })).toEqual(['c', 'd']);
      const held = [run.answers(), run.submission()].map((a) => 'd' in a);
      run.setAnswer('c', { value: 'none' });
      return [...held, run.item('d')?.answered];
    };
    expect(play('keep')).toEqual([true, true, true]);
    expect(play('clear-on-submit')).toEqual([true, false, true]);
    expect(play('clear')).toEqual([false, false, false]);
  });

  it('refuses an item the template does not have', () => {
    expect(() => createRun(simple).setAnswer('z', null)).toThrow('answers.z');
  });
});

describe('checkTemplate and lintTemplate', () => {
  const section = (items: ChecklistItem[], extra: Partial<Section> = {}): Template =>
    template([{ id: 's', title: t('s'), items, ...extra }]);

  it('finds a cycle and names it by path', () => {
    const ring = section([
      q('a', { showIf: { item: 'c', equals: 'yes' } }),
      q('b', { showIf: { item: 'a', equals: 'yes' } }),
      q('c', { requiredIf: { item: 'b', answered: true } }),
    ]);
    expect(checkTemplate(ring)).toMatchObject([
      {
        code: 'template.cycle',
        path: 'sections.0.items.0',
        message: { en: 'The conditions go round in a circle: a → c → b → a.' },
      },
    ]);
    expect(() => evaluate(ring, {})).toThrow('a → c → b → a');
  });

  it('finds weights that do not make 100, and what the score needs', () => {
    const problems = checkTemplate(
      section([q('a', { weight: 99.99 }), q('b', { type: 'text', critical: true })], { weight: 100 }),
    );
    expect(problems.map((p) => [p.code, p.path, p.remedy.en])).toEqual([
      ['template.weights-not-100', 'sections.0.items', 'Give out another 0.01%.'],
      ['template.no-score', 'sections.0.items.1', 'Give its options scores or a passing range.'],
    ]);
  });

  it.each<[string, Condition]>([
    ['an option that is not on offer', { item: 'a', equals: 'maybe' }],
    [
      'one answer that would be two things',
      {
        all: [
          { item: 'a', equals: 'yes' },
          { item: 'a', in: ['no', 'na'] },
        ],
      },
    ],
    [
      'answered and not',
      {
        all: [
          { item: 'a', equals: 'yes' },
          { item: 'a', answered: false },
        ],
      },
    ],
    ['equal and not equal', { all: [{ item: 'a', equals: 'yes' }, { not: { item: 'a', equals: 'yes' } }] }],
    [
      'an empty interval',
      {
        all: [
          { item: 'n', gt: 5 },
          { item: 'n', lt: 5 },
        ],
      },
    ],
    ['no alternative', { any: [] }],
  ])('finds conditions that never hold: %s', (_name, showIf) => {
    const found = lintTemplate(
      section([
        q('a'),
        q('n', { type: 'number', unit: t('u') }),
        q('b', { showIf }),
        q('c', { showIf: { item: 'b', answered: true } }),
      ]),
    );
    expect(found.map((p) => [p.code, p.path, p.level])).toEqual([
      ['template.never-shown', 'sections.0.items.2.showIf', 'warning'],
      ['template.never-shown', 'sections.0.items.3.showIf', 'warning'],
    ]);
  });

  it('finds missing translations and scores without weight', () => {
    const found = lintTemplate(
      section([q('a', { title: { zh: '甲', en: '' } }), q('b', { type: 'number', unit: t('u'), pass: { min: 1 } })]),
    );
    expect(found.map((p) => [p.code, p.path])).toEqual([
      ['template.unscored', 'sections.0.items.1'],
      ['template.translation', 'sections.0.items.0.title.en'],
    ]);
  });
});

describe('checkRun and verifyRun', () => {
  const answers = say({ a: 'yes', b: 'yes', c: 'full' });
  const run = {
    id: 'r',
    templateId: 't',
    templateVersion: '1',
    answers,
    submitted: { at: '2026-11-02T08:00:00Z', percent: 100_000, result: 'pass' },
  };

  it('accepts an honest run and refuses another version, a raised score, an unknown answer', () => {
    expect(verifyRun(run, simple)).toEqual([]);
    expect(checkRun(run, { ...simple, version: '2' })).toMatchObject([{ code: 'run.version', path: 'templateVersion' }]);
    expect(verifyRun({ ...run, answers: say({ a: 'no', b: 'yes', c: 'full' }) }, simple)).toMatchObject([{ code: 'run.score' }]);
    expect(verifyRun({ ...run, answers: { ...answers, z: { value: 'yes' } } }, simple)).toMatchObject([
      { code: 'run.unknown-item', path: 'answers.z' },
    ]);
  });
});
