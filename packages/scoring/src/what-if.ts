import { itemsOf } from './card.ts';
import type { CardItem, ScoreCard } from './card.ts';
import { analyse } from './curves/analyse.ts';
import { heightOf, pieces } from './curves/evaluate.ts';
import { moduleOf } from './curves/index.ts';
import { heightAt, solve } from './curves/piece.ts';
import type { Piece } from './curves/piece.ts';
import { add, compare, div, exact, fraction, mul, roundHalfEven, sub, toNumber, ZERO } from './exact.ts';
import type { Exact } from './exact.ts';
import type { IndicatorDefinition } from './indicators.ts';
import type { ItemResult, PersonResult, ScoreResult } from './result.ts';
import { gradeOf } from './score-people.ts';

/** What one item would have to be. For a ratio the denominator is taken as it is now. */
export interface Needed {
  /** Value the item needs, in its unit, rounded towards the better side. */
  readonly value: number;
  /** Numerator it needs. */
  readonly numerator: number;
  /** Change of the numerator from now; negative where less is better. */
  readonly change: number;
  /** Thousandths of a point the total gains. */
  readonly gain: number;
}

/** Counterfactuals of one item, everything else unchanged. Null where nothing better can be reached through it. */
export interface WhatIf {
  /** The next edge of the curve at which the points are higher than now. */
  readonly nextStep: Needed | null;
  /** The least that lifts the grade. A jump of the curve may lift it by more than one: `gradeId` is the grade reached. */
  readonly nextGrade: (Needed & { readonly gradeId: string }) | null;
}

/**
 * What an item needs for the next edge of its curve and for the next grade. Every answer was checked by evaluating it; it is
 * what the unrounded points need, so a total that only rounds up to a grade may get there a trifle earlier.
 * Null for both when the item has no points yet, the person is incomplete or a veto holds the total down.
 */
export function whatIf(
  card: ScoreCard,
  result: ScoreResult,
  personId: string,
  itemId: string,
  indicators: readonly IndicatorDefinition[],
): WhatIf {
  const person = result.people.find((p) => p.personId === personId);
  const item = itemsOf(card).find((i) => i.id === itemId);
  const now = person?.groups.flatMap((g) => g.items).find((i) => i.itemId === itemId);
  if (!person?.complete || !item || now?.status !== 'scored' || isHeldDown(person)) return { nextStep: null, nextGrade: null };
  const search = searchOf(item, now, indicators.find((i) => i.id === item.indicatorId)?.unit ?? 'count');
  if (!search) return { nextStep: null, nextGrade: null };
  const grade = nextGradeOf(card, person.points);
  const needed = grade && search.forPoints(now.earned + Math.round(grade.from * 1000) - person.points);
  return {
    nextStep: search.nextStep(),
    nextGrade: grade && needed ? { ...needed, gradeId: gradeOf(card, person.points + needed.gain) ?? grade.id } : null,
  };
}

const isHeldDown = (person: PersonResult): boolean =>
  [person, ...person.groups, ...person.groups.flatMap((g) => g.items)].some((r) => r.adjustments.length > 0);

function nextGradeOf(card: ScoreCard, points: number): { id: string; from: number } | null {
  const rising = [...(card.grades ?? [])].sort((a, b) => a.from - b.from);
  return rising.find((g) => g.from * 1000 > points) ?? null;
}

interface Search {
  nextStep(): Needed | null;
  forPoints(points: number): Needed | null;
}

/** Walks the pieces of a curve from the present value towards the better side. */
function searchOf(item: CardItem, now: ItemResult, unit: IndicatorDefinition['unit']): Search | null {
  const { monotone } = analyse(item.curve);
  if (now.numerator === null || (monotone !== 'rising' && monotone !== 'falling')) return null;
  const up = monotone === 'rising';
  const scale = now.denominator === null ? exact(1) : exact(now.denominator);
  const byTarget = moduleOf(item.curve).axis(item.curve) === 'attainment';
  const target = byTarget ? exact(now.target ?? 1) : exact(1);
  const toX = (numerator: Exact): Exact => div(div(numerator, scale), target);
  const current = exact(now.numerator);
  const pointsAt = (numerator: Exact): number => {
    const share = div(heightOf(pieces(item.curve), toX(numerator)), moduleOf(item.curve).full(item.curve));
    return Number(roundHalfEven(mul(fraction(BigInt(now.weight), 1n), share)));
  };
  /** Numerators come in whole units (one 分, one customer, one visit); days may be halves. */
  const grain = exact(unit === 'days' ? 0.5 : 1);
  const needed = (x: Exact, enough: (points: number) => boolean): Needed | null => {
    let numerator = snap(mul(mul(x, target), scale), grain, up);
    for (let i = 0; i < 3 && !enough(pointsAt(numerator)); i++) numerator = up ? add(numerator, grain) : sub(numerator, grain);
    const points = pointsAt(numerator);
    if (!enough(points) || compare(numerator, ZERO) < 0) return null;
    return {
      value: toNumber(div(numerator, scale)),
      numerator: toNumber(numerator),
      change: toNumber(sub(numerator, current)),
      gain: points - now.earned,
    };
  };
  const ahead = pieces(item.curve).filter((p) => isAhead(p, toX(current), up));
  if (!up) ahead.reverse();
  return {
    nextStep() {
      const more = (points: number): boolean => points > now.earned;
      for (const piece of ahead) {
        // The far end of the present piece, and both ends of the pieces beyond it, are where something changes.
        const edges = up ? [piece.from, piece.to] : [piece.to, piece.from];
        for (const edge of edges) {
          if (edge === null || compare(edge, toX(current)) * (up ? 1 : -1) <= 0) continue;
          const found = needed(edge, more);
          if (found) return found;
        }
      }
      return null;
    },
    forPoints(points) {
      const height = mul(div(exact(points), exact(now.weight)), moduleOf(item.curve).full(item.curve));
      for (const piece of ahead) {
        const x = firstReaching(piece, height, up);
        const found = x && needed(x, (p) => p >= points);
        if (found) return found;
      }
      return null;
    },
  };
}

const isAhead = (piece: Piece, x: Exact, up: boolean): boolean =>
  up ? piece.to === null || compare(piece.to, x) >= 0 : piece.from === null || compare(piece.from, x) <= 0;

/** The point of a piece nearest to the present at which it reaches a height. */
function firstReaching(piece: Piece, height: Exact, up: boolean): Exact | null {
  const near = up ? piece.from : piece.to;
  if (near !== null && compare(heightAt(piece.shape, near), height) >= 0) return near;
  const x = solve(piece.shape, height);
  if (x === null) return null;
  const inside = (piece.from === null || compare(x, piece.from) >= 0) && (piece.to === null || compare(x, piece.to) <= 0);
  return inside ? x : null;
}

/** Rounds to a multiple of `grain` towards the better side. */
function snap(value: Exact, grain: Exact, up: boolean): Exact {
  const ratio = div(value, grain);
  const low = ratio.n / ratio.d - (ratio.n < 0n && ratio.n % ratio.d !== 0n ? 1n : 0n);
  const whole = ratio.n % ratio.d === 0n ? low : up ? low + 1n : low;
  return mul(fraction(whole, 1n), grain);
}
