import { graphOf } from './graph.ts';
import { hasScoreMap } from './item-score.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { Template } from './template.ts';
import { milliPercent } from './weight.ts';

/** Everything that keeps a template from being published: ids, references, cycles, weights, scores, intervals. */
export function checkTemplate(template: Template): Problem[] {
  return [
    ...checkIds(template),
    ...graphOf(template).problems,
    ...checkWeights(template),
    ...checkScores(template),
    ...checkLevels(template),
  ];
}

const ID = /^[a-z][a-z0-9-]{0,63}$/;

function checkIds(template: Template): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  const check = (id: string, path: string): void => {
    if (!ID.test(id)) {
      problems.push(
        problem(
          'template.id',
          `${path}.id`,
          `编号“${id}”无效。`,
          `The id "${id}" is not usable.`,
          '请用小写字母开头的字母、数字和连字符。',
          'Use lower-case letters, digits and hyphens, starting with a letter.',
        ),
      );
    }
    const first = seen.get(id);
    if (first !== undefined) {
      problems.push(
        problem(
          'template.duplicate-id',
          `${path}.id`,
          `编号“${id}”已用于 ${first}。`,
          `The id "${id}" is already used at ${first}.`,
          '请改用不同的编号。',
          'Use another id.',
        ),
      );
    }
    seen.set(id, path);
  };
  template.sections.forEach((section, s) => {
    check(section.id, `sections.${s}`);
    section.items.forEach((item, i) => check(item.id, `sections.${s}.items.${i}`));
  });
  return problems;
}

/** Section weights make 100, and in each weighted section the question weights do. */
function checkWeights(template: Template): Problem[] {
  const problems: Problem[] = [];
  const weighted = template.sections.filter((s) => s.weight !== undefined);
  if (weighted.length > 0)
    problems.push(
      ...checkSum(
        weighted.map((s) => s.weight ?? 0),
        'sections',
      ),
    );
  template.sections.forEach((section, s) => {
    const weights = section.items.flatMap((item) => item.weight ?? []);
    if (section.weight !== undefined) problems.push(...checkSum(weights, `sections.${s}.items`));
    else if (weights.length > 0) {
      problems.push(
        problem(
          'template.section-unweighted',
          `sections.${s}.weight`,
          '题目有权重而章节没有。',
          'Questions here have weights, their section has none.',
          '请为章节设置权重，或去掉题目权重。',
          'Give the section a weight or remove those of the questions.',
        ),
      );
    }
  });
  return problems;
}

function checkSum(weights: readonly number[], path: string): Problem[] {
  const milli = weights.map((w) => (w > 0 ? milliPercent(w) : null));
  if (milli.includes(null)) {
    return [
      problem(
        'template.weight',
        path,
        '权重须大于 0，最多三位小数。',
        'Weights must be above 0 with at most three decimals.',
        '请改正权重。',
        'Correct the weights.',
      ),
    ];
  }
  const off = (100_000 - milli.reduce<number>((a, w) => a + (w ?? 0), 0)) / 1000;
  if (off === 0) return [];
  return [
    problem(
      'template.weights-not-100',
      path,
      `权重合计为 ${100 - off}%，须恰为 100%。`,
      `The weights add up to ${100 - off}%, not exactly 100%.`,
      off > 0 ? `请再分配 ${off}%。` : `请减去 ${-off}%。`,
      off > 0 ? `Give out another ${off}%.` : `Take away ${-off}%.`,
    ),
  ];
}

/** A weight or a critical mark needs a score; scores lie between 0 and 100. */
function checkScores(template: Template): Problem[] {
  return template.sections.flatMap((section, s) =>
    section.items.flatMap((item, i) => {
      const path = `sections.${s}.items.${i}`;
      const problems: Problem[] = [];
      if ((item.weight !== undefined || item.critical) && !hasScoreMap(item)) {
        problems.push(
          problem(
            'template.no-score',
            path,
            '此题有权重或为关键项，却没有得分规则。',
            'This question has a weight or is critical, but nothing says how it scores.',
            '请设置选项得分或合格范围。',
            'Give its options scores or a passing range.',
          ),
        );
      }
      const scores =
        'options' in item
          ? item.options.map((o) => o.score ?? 0)
          : 'scores' in item && item.scores
            ? Object.values(item.scores)
            : [];
      if (scores.some((value) => !(value >= 0 && value <= 100) || milliPercent(value) === null)) {
        problems.push(
          problem(
            'template.score-range',
            path,
            '得分须在 0 到 100 之间。',
            'Scores must lie between 0 and 100.',
            '请改正得分。',
            'Correct the scores.',
          ),
        );
      }
      if (item.weight !== undefined && 'options' in item && item.options.some((o) => o.score === undefined)) {
        problems.push(
          problem(
            'template.option-unscored',
            path,
            '计分题的每个选项都须有得分。',
            'Every option of a scored question needs a score.',
            '请补上得分。',
            'Add the score.',
          ),
        );
      }
      if ('options' in item && new Set(item.options.map((o) => o.id)).size !== item.options.length) {
        problems.push(
          problem(
            'template.duplicate-option',
            `${path}.options`,
            '选项编号重复。',
            'Two options share an id.',
            '请改用不同的编号。',
            'Use different ids.',
          ),
        );
      }
      return problems;
    }),
  );
}

function checkLevels(template: Template): Problem[] {
  const froms = (template.riskLevels ?? []).map((l) => l.from);
  const sound =
    froms.length === 0 ||
    (Math.min(...froms) === 0 && new Set(froms).size === froms.length && froms.every((f) => milliPercent(f) !== null));
  if (sound) return [];
  return [
    problem(
      'template.risk-levels',
      'riskLevels',
      '风险等级须从 0 起，起点互不相同。',
      'Risk levels must start at 0 and have different starts.',
      '请补上最低区间或改正起点。',
      'Add the lowest interval or correct the starts.',
    ),
  ];
}
