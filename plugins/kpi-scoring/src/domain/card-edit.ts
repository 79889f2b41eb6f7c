import { itemsOf } from '@milepost/scoring';
import type { CardItem, Curve, GradeBand, ScoreCard } from '@milepost/scoring';

/** Weights of the card in percent, added without floating-point dust. */
export function weightSum(card: ScoreCard): number {
  return itemsOf(card).reduce((sum, item) => sum + Math.round(item.weight * 1000), 0) / 1000;
}

/** The card with one item changed. */
export function withItem(card: ScoreCard, itemId: string, change: Partial<CardItem>): ScoreCard {
  return {
    ...card,
    groups: card.groups.map((group) => ({
      ...group,
      items: group.items.map((item) => (item.id === itemId ? { ...item, ...change } : item)),
    })),
  };
}

/** Puts what is missing to 100 % on one item, or takes it away; null when the item cannot carry it. */
export function balanced(card: ScoreCard, itemId: string): ScoreCard | null {
  const item = itemsOf(card).find((one) => one.id === itemId);
  if (!item) return null;
  const weight = (Math.round(item.weight * 1000) + 100_000 - Math.round(weightSum(card) * 1000)) / 1000;
  return weight > 0 && weight <= 100 ? withItem(card, itemId, { weight }) : null;
}

/** The card with one grade band changed. */
export function withGrade(card: ScoreCard, gradeId: string, change: Partial<GradeBand>): ScoreCard {
  return { ...card, grades: (card.grades ?? []).map((grade) => (grade.id === gradeId ? { ...grade, ...change } : grade)) };
}

/** One number of a curve that people may change. */
export interface CurveField {
  /** Text key: `param.floor`. */
  readonly key: string;
  /** Stands in a list: which place, from 1. */
  readonly index?: number;
  readonly value: number | null;
  /** `axis`: in what the curve reads (a percentage on attainment, the indicator's unit otherwise); `points`: points out of 100. */
  readonly unit: 'axis' | 'points';
  readonly optional: boolean;
  /** The curve with another number here; null removes an optional one. */
  readonly set: (value: number | null) => Curve;
}

/** The numbers of a curve in the order people read them. */
export function curveFields(curve: Curve): CurveField[] {
  const plain = (key: string, unit: CurveField['unit'] = 'axis', optional = false): CurveField => {
    const read = (curve as unknown as Readonly<Record<string, number | undefined>>)[key];
    return { key, value: read ?? null, unit, optional, set: (value) => withKey(curve, key, value) };
  };
  switch (curve.kind) {
    case 'ratio':
      return [plain('floor', 'axis', true), plain('cap', 'axis', true)];
    case 'three-point':
      return [plain('baseline'), plain('target'), plain('stretch', 'axis', true), plain('stretchPoints', 'points', true)];
    case 'step':
      return [
        plain('below', 'points', true),
        ...curve.steps.flatMap((step, index) => [
          {
            key: 'from',
            index: index + 1,
            value: step.from,
            unit: 'axis' as const,
            optional: false,
            set: (value: number | null) => withStep(curve, index, { from: value ?? 0 }),
          },
          {
            key: 'points',
            index: index + 1,
            value: step.points,
            unit: 'points' as const,
            optional: false,
            set: (value: number | null) => withStep(curve, index, { points: value ?? 0 }),
          },
        ]),
      ];
    case 'four-level':
      return curve.levels.map((level, index) => ({
        key: 'level',
        index: index + 1,
        value: level,
        unit: 'axis' as const,
        optional: false,
        set: (value: number | null): Curve => {
          const levels = [...curve.levels];
          levels[index] = value ?? 0;
          return { ...curve, levels: levels as unknown as typeof curve.levels };
        },
      }));
    case 'deduction':
      return [plain('start', 'points'), plain('perUnit', 'points'), { ...plain('floor', 'points', true), key: 'least' }];
    case 'goal-red-flag':
      return [plain('goal'), plain('redFlag')];
    case 'reverse':
      return [plain('cap')];
    case 'binary':
      return [plain('at')];
    case 'either-or':
    case 'veto':
      return [];
  }
}

/** A step curve with one interval more, two fifths above the last, or with the last one gone. */
export function withSteps(curve: Extract<Curve, { kind: 'step' }>, change: 'add' | 'remove'): Curve {
  if (change === 'remove') return { ...curve, steps: curve.steps.slice(0, -1) };
  const [before, last] = [curve.steps.at(-2), curve.steps.at(-1)];
  const gap = last && before ? last.from - before.from : 1;
  return { ...curve, steps: [...curve.steps, { from: (last?.from ?? 0) + gap, points: (last?.points ?? 0) + 10 }] };
}

function withStep(curve: Extract<Curve, { kind: 'step' }>, at: number, change: Partial<{ from: number; points: number }>): Curve {
  return { ...curve, steps: curve.steps.map((step, index) => (index === at ? { ...step, ...change } : step)) };
}

function withKey(curve: Curve, key: string, value: number | null): Curve {
  const rest = Object.fromEntries(Object.entries(curve).filter(([name]) => name !== key));
  return (value === null ? rest : { ...rest, [key]: value }) as unknown as Curve;
}

/** The place of a problem of the linter in words of the card: which group or item it is about. */
export function placeOf(
  card: ScoreCard,
  path: string,
): { readonly group: number | null; readonly item: CardItem | null; readonly grade: GradeBand | null } {
  const match = /^groups\.(\d+)(?:\.items\.(\d+))?/.exec(path);
  const grade = /^grades\.(\d+)/.exec(path);
  const group = match ? Number(match[1]) : null;
  const item = match?.[2] !== undefined ? (card.groups[group ?? 0]?.items[Number(match[2])] ?? null) : null;
  return { group, item, grade: grade ? (card.grades?.[Number(grade[1])] ?? null) : null };
}
