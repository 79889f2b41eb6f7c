import type { CardItem, ScoreCard } from './card.ts';
import { checkCard } from './check-card.ts';
import { analyse } from './curves/analyse.ts';
import { axisWords } from './curves/curve.ts';
import { moduleOf } from './curves/index.ts';
import { toDecimal, toNumber } from './exact.ts';
import type { Target } from './facts.ts';
import { builtInIndicators } from './indicators.ts';
import type { IndicatorDefinition } from './indicators.ts';
import { problem } from './problem.ts';
import type { Problem, Text } from './problem.ts';

/** A problem with how much it matters: an `error` keeps the card from scoring, a `note` may be intended. */
export interface LintProblem extends Problem {
  readonly level: 'error' | 'warning' | 'note';
}

/** What the linter compares against. */
export interface LintOptions {
  readonly indicators?: readonly IndicatorDefinition[];
  /** With targets, people without one for an item that needs it are named. */
  readonly targets?: readonly Target[];
  readonly people?: readonly string[];
  /** A jump of more than this share of an item's points is a cliff. Default 0.2. */
  readonly cliffShare?: number;
}

/** Everything questionable about a card, each with its path: weights, cliffs, dead zones, curves that turn, missing targets. */
export function lintCard(card: ScoreCard, options: LintOptions = {}): LintProblem[] {
  const errors = checkCard(card, options.indicators ?? builtInIndicators);
  if (errors.length > 0) return errors.map((p) => ({ ...p, level: 'error' }));
  const items = card.groups.flatMap((group, g) => group.items.map((item, i) => ({ item, path: `groups.${g}.items.${i}` })));
  return [
    ...items.flatMap(({ item, path }) => [
      ...lintCurve(item, path, options, options.indicators ?? builtInIndicators),
      ...lintDirection(item, path, options.indicators ?? builtInIndicators),
      ...lintTargets(item, path, options),
    ]),
    ...lintGrades(card),
  ];
}

function lintCurve(
  item: CardItem,
  path: string,
  { cliffShare = 0.2 }: LintOptions,
  indicators: readonly IndicatorDefinition[],
): LintProblem[] {
  const { monotone, jumps, deadZones } = analyse(item.curve);
  const isRatio = indicators.find(({ id }) => id === item.indicatorId)?.unit === 'ratio';
  const words = axisWords(moduleOf(item.curve).axis(item.curve), isRatio);
  const found: LintProblem[] = jumps
    .filter((jump) => Math.abs(jump.share) > cliffShare)
    .map((jump) => {
      const [at, share] = [words(toNumber(jump.at)), `${Math.round(jump.share * 1000) / 10}%`];
      return warn(
        problem(
          'curve.cliff',
          `${path}.curve`,
          `在 ${at} 处得分突变 ${share}。`,
          `The score jumps by ${share} at ${at}.`,
          '如非有意，请改用线性或增加台阶。',
          'Unless intended, use a line or more steps.',
        ),
      );
    });
  if (monotone === 'none') {
    found.push(
      warn(
        problem(
          'curve.not-monotone',
          `${path}.curve`,
          '得分随数值先升后降或先降后升。',
          'The score rises and falls along the axis.',
          '请确认这是有意为之。',
          'Make sure this is intended.',
        ),
      ),
    );
  }
  const noted = deadZones.map((zone): LintProblem => {
    const range = rangeText(zone.from && words(toNumber(zone.from)), zone.to && words(toNumber(zone.to)));
    const points = toDecimal(zone.points);
    return {
      level: 'note',
      ...problem(
        'curve.dead-zone',
        `${path}.curve`,
        `${range.zh}得分恒为 ${points}。`,
        `${range.en} the score stays at ${points}.`,
        '此区间内的努力不改变得分。',
        'Effort inside this range changes nothing.',
      ),
    };
  });
  return [...found, ...noted];
}

/** A range of a curve's axis in words; null is an open end. */
function rangeText(from: string | null, to: string | null): Text {
  if (from === null && to === null) return { zh: '无论多少，', en: 'Everywhere' };
  if (from === null) return { zh: `${to} 以下`, en: `Below ${to}` };
  if (to === null) return { zh: `${from} 以上`, en: `Above ${from}` };
  return { zh: `${from} 至 ${to} 之间`, en: `Between ${from} and ${to}` };
}

/** A curve that rewards what its indicator calls worse. */
function lintDirection(item: CardItem, path: string, indicators: readonly IndicatorDefinition[]): LintProblem[] {
  const better = indicators.find((i) => i.id === item.indicatorId)?.better;
  const { monotone } = analyse(item.curve);
  const against = (better === 'higher' && monotone === 'falling') || (better === 'lower' && monotone === 'rising');
  if (!against) return [];
  return [
    warn(
      problem(
        'curve.direction',
        `${path}.curve`,
        '曲线方向与指标的好坏方向相反。',
        'The curve rewards the direction the indicator calls worse.',
        '请检查界点的顺序或评分方式。',
        'Check the order of the points or the kind of curve.',
      ),
    ),
  ];
}

function lintTargets(item: CardItem, path: string, { targets, people }: LintOptions): LintProblem[] {
  if (moduleOf(item.curve).axis(item.curve) !== 'attainment' || item.target !== undefined) return [];
  if (targets === undefined) return [];
  const having = new Set(targets.filter((t) => t.indicatorId === item.indicatorId && (t.value ?? 0) > 0).map((t) => t.personId));
  const everybody = people ?? [...new Set(targets.map((t) => t.personId))];
  const without = everybody.filter((id) => !having.has(id));
  if (without.length === 0) return [];
  const names = without.slice(0, 5).join(', ') + (without.length > 5 ? ' …' : '');
  return [
    warn(
      problem(
        'card.missing-target',
        path,
        `${without.length} 人没有目标：${names}。`,
        `${without.length} people have no target: ${names}.`,
        '请设置个人目标或默认目标。',
        'Set their targets or a default.',
      ),
    ),
  ];
}

/** Grades above everything the card can give. */
function lintGrades(card: ScoreCard): LintProblem[] {
  const tops = card.groups.flatMap((group) =>
    group.items.map((item) => {
      const weight = card.weights === 'of-group' ? (item.weight * (group.weight ?? 0)) / 100 : item.weight;
      return item.unscored ? 0 : weight * analyse(item.curve).maxShare;
    }),
  );
  const reachable = tops.reduce((a, b) => a + b, 0);
  return (card.grades ?? []).flatMap((grade, i) =>
    grade.from <= reachable + 1e-9
      ? []
      : [
          warn(
            problem(
              'card.grade-unreachable',
              `grades.${i}`,
              `最高可得 ${reachable} 分，达不到 ${grade.from} 分。`,
              `The card gives ${reachable} points at most, never ${grade.from}.`,
              '请降低起点或放宽封顶。',
              'Lower the grade or raise a cap.',
            ),
          ),
        ],
  );
}

const warn = (p: Problem): LintProblem => ({ ...p, level: 'warning' });
