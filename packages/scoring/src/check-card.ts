import { itemsOf, milliPercent } from './card.ts';
import type { ScoreCard } from './card.ts';
import { checkDeclaration } from './curves/check-curve.ts';
import { curveKinds } from './curves/index.ts';
import type { IndicatorDefinition } from './indicators.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';

/** Everything that keeps a card from being used; an empty list means it can score. */
export function checkCard(card: ScoreCard, indicators: readonly IndicatorDefinition[]): Problem[] {
  const known = new Set(indicators.map((i) => i.id));
  return [
    ...checkIds(card),
    ...checkWeights(card),
    ...card.groups.flatMap((group, g) =>
      group.items.flatMap((item, i) => {
        const path = `groups.${g}.items.${i}`;
        return [...checkIndicator(known, item.indicatorId, path), ...checkCurve(item.curve, `${path}.curve`)];
      }),
    ),
    ...checkVetoes(card, known),
    ...checkGrades(card),
  ];
}

function checkIds(card: ScoreCard): Problem[] {
  const lists: [string, readonly { readonly id: string }[]][] = [
    ['groups', card.groups],
    ['items', itemsOf(card)],
    ['vetoes', card.vetoes ?? []],
    ['grades', card.grades ?? []],
  ];
  return lists.flatMap(([path, list]) => {
    const ids = list.map((entry) => entry.id);
    return ids
      .filter((id, i) => ids.indexOf(id) !== i)
      .map((id) =>
        problem(
          'card.duplicate-id',
          path,
          `编号“${id}”重复。`,
          `The id "${id}" occurs twice.`,
          '请改用不同的编号。',
          'Use different ids.',
        ),
      );
  });
}

/** Weights: three decimals at most, not negative, and exactly 100 where they are added. */
function checkWeights(card: ScoreCard): Problem[] {
  const problems: Problem[] = [];
  card.groups.forEach((group, g) => {
    group.items.forEach((item, i) => {
      const path = `groups.${g}.items.${i}.weight`;
      const milli = milliPercent(item.weight);
      if (milli === null || milli < 0 || (milli === 0) !== (item.unscored === true)) problems.push(badWeight(path, item.weight));
    });
    if (card.weights === 'of-group') {
      if (milliPercent(group.weight ?? NaN) === null || (group.weight ?? 0) < 0)
        problems.push(badWeight(`groups.${g}.weight`, group.weight));
      problems.push(
        ...checkSum(
          group.items.map((i) => i.weight),
          `groups.${g}.items`,
        ),
      );
    }
  });
  const all = card.weights === 'of-group' ? card.groups.map((g) => g.weight ?? 0) : itemsOf(card).map((i) => i.weight);
  return [...problems, ...checkSum(all, 'groups')];
}

function checkSum(weights: readonly number[], path: string): Problem[] {
  const sum = weights.reduce((a, w) => a + (milliPercent(w) ?? 0), 0);
  if (sum === 100_000) return [];
  const off = (100_000 - sum) / 1000;
  return [
    problem(
      'card.weights-not-100',
      path,
      `权重合计为 ${sum / 1000}%，须恰为 100%。`,
      `The weights add up to ${sum / 1000}%, not exactly 100%.`,
      off > 0 ? `请再分配 ${off}%。` : `请减去 ${-off}%。`,
      off > 0 ? `Give out another ${off}%.` : `Take away ${-off}%.`,
    ),
  ];
}

const badWeight = (path: string, weight: number | undefined): Problem =>
  problem(
    'card.weight',
    path,
    `权重 ${String(weight)} 无效。`,
    `The weight ${String(weight)} is not usable.`,
    '请填写大于 0、最多三位小数的百分数；权重 0 只用于“不计分”项。',
    'Enter a percentage above 0 with at most three decimals; 0 is for unscored items only.',
  );

function checkIndicator(known: ReadonlySet<string>, id: string, path: string): Problem[] {
  if (known.has(id)) return [];
  return [
    problem(
      'card.unknown-indicator',
      `${path}.indicatorId`,
      `没有指标“${id}”。`,
      `There is no indicator "${id}".`,
      '请选择已有指标，或先定义它。',
      'Choose an existing indicator or define it first.',
    ),
  ];
}

function checkCurve(curve: ScoreCard['groups'][number]['items'][number]['curve'], path: string): Problem[] {
  if (curveKinds.includes(curve.kind)) return checkDeclaration(curve, path);
  return [
    problem(
      'curve.unknown',
      `${path}.kind`,
      `没有“${String(curve.kind)}”这种评分方式。`,
      `There is no curve "${String(curve.kind)}".`,
      `可用：${curveKinds.join('、')}。`,
      `Use one of ${curveKinds.join(', ')}.`,
    ),
  ];
}

function checkVetoes(card: ScoreCard, known: ReadonlySet<string>): Problem[] {
  return (card.vetoes ?? []).flatMap((rule, v) => {
    const path = `vetoes.${v}`;
    const { scope } = rule;
    const missing =
      (scope.level === 'group' && !card.groups.some((g) => g.id === scope.groupId)) ||
      (scope.level === 'item' && !itemsOf(card).some((i) => i.id === scope.itemId));
    const problems = [...checkIndicator(known, rule.indicatorId, path), ...checkCurve(rule.curve, `${path}.curve`)];
    if (missing) {
      problems.push(
        problem(
          'card.veto-scope',
          `${path}.scope`,
          '否决的对象不存在。',
          'The veto reaches for something that is not there.',
          '请选择卡内的分组或项目。',
          'Choose a group or an item of this card.',
        ),
      );
    }
    if (rule.effect.kind === 'cap' && !(rule.effect.points >= 0 && milliPercent(rule.effect.points) !== null)) {
      problems.push(
        problem(
          'card.veto-cap',
          `${path}.effect.points`,
          '封顶分须不小于 0，最多三位小数。',
          'The cap must be 0 or more with at most three decimals.',
          '请填写封顶分。',
          'Enter the cap in points.',
        ),
      );
    }
    return problems;
  });
}

function checkGrades(card: ScoreCard): Problem[] {
  const grades = card.grades ?? [];
  if (grades.length === 0) return [];
  const froms = grades.map((g) => g.from);
  if (Math.min(...froms) <= 0 && new Set(froms).size === froms.length && froms.every((f) => milliPercent(f) !== null)) return [];
  return [
    problem(
      'card.grades',
      'grades',
      '等级须从 0 分起、起点互不相同、最多三位小数。',
      'Grades must start at 0, with different starts of at most three decimals.',
      '请补上最低等级或改正起点。',
      'Add the lowest grade or correct the starts.',
    ),
  ];
}
