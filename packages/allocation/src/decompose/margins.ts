import { keysAt, ranksAt } from '../edits/region.ts';
import { finish } from '../edits/write.ts';
import { changeError } from '../change-error.ts';
import { fit, roundToMargins } from '../fitting/index.ts';
import { boxAt, positionsOf } from '../grid.ts';
import { boxOf, boxValue, metricOf, refOf, withValues } from '../plan.ts';
import { gather, scatter } from '../values.ts';
import { checkTotal } from './check-spec.ts';
import { clashOf, questionOf } from './fit-question.ts';
import { checkMargins, marginGroups, totalOf } from './margin-groups.ts';
import { refusal, refuseCell } from './refusals.ts';
import { seedOf } from './seed.ts';
import { heldTotal, placeOf } from './standing.ts';
import type { Division } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { Question } from './fit-question.ts';
import type { MarginsResult, MarginsSpec, MovedCell } from './spec.ts';

/**
 * Fills the target so that every total given comes out exactly, as near to the seed as they allow (iterative proportional
 * fitting), in integers (controlled rounding). What is held inside keeps its leaf cells. Totals that contradict each other or
 * what is held are answered as `ok: false` with the smallest set found, and nothing is applied.
 *
 * Throws an AllocationError for totals that are negative or no safe integers, cells unknown, outside of the target or given
 * twice, and where no total of the target is given or follows.
 */
export function decomposeToMargins(plan: Plan, spec: MarginsSpec): MarginsResult {
  const metric = metricOf(plan, spec.target?.metric);
  const target = boxOf(plan, spec.target?.at ?? {}, 'target.at');
  const given = checkMargins(plan, target, spec.margins);
  const region = positionsOf(plan.grid, target);
  if (region.length === 0) return refusal('empty', []);
  const whole = spec.total === undefined ? [] : [{ box: target, total: checkTotal(spec.total) }];
  const margins = marginGroups(plan, [...given, ...whole]);
  const total = spec.total ?? totalOf(margins, region);
  if (total === null) throw changeError('allocation.total.missing', '', 'total');
  const place = placeOf(plan, metric, target, spec.keepManual);
  const held = heldTotal(place, total);
  if (held !== null) return held;
  const seed = seedOf(plan, metric, target, spec.seed, total, spec.fallback ?? 'even');
  if (!seed.ok) return refuseCell(plan, metric, 'noBase', seed.box, total, 0);
  return answer(questionOf(place, seed, margins), `margins:${seed.name}`, spec);
}

function answer(question: Question, method: string, spec: MarginsSpec): MarginsResult {
  const { positions, problem, place } = question;
  const fitted = fit(problem);
  if (!fitted.ok) {
    if (fitted.contradiction === null) return refusal('interlocked', []);
    const { conflicts, sides } = clashOf(question, fitted.contradiction.claims);
    return refusal('margins', conflicts, sides);
  }
  const rounded = roundToMargins(fitted.values, problem, { rank: ranksAt(place.plan.grid, positions) });
  if (!rounded.ok) {
    const claims = rounded.contradiction?.claims ?? [];
    const { conflicts, sides } = clashOf(question, claims);
    return refusal(rounded.reason === 'contradiction' ? 'margins' : 'interlocked', conflicts, sides);
  }
  const applied = write(question, fitted.values, rounded.values, method, spec);
  const movedFurther = rounded.movedFurther.map(({ cell, ...moved }): MovedCell => {
    const { at } = refOf(place.plan, place.metric, boxAt(place.plan.grid, positions[cell] as number));
    return { at, ...moved };
  });
  const { plan, entry } = applied;
  return {
    ok: true,
    plan,
    entry,
    movedFurther,
    // Counted when it is read: copying the fields of the answer would count it now.
    get diff() {
      return applied.diff;
    },
  };
}

function write(question: Question, fitted: Float64Array, rounded: Float64Array, method: string, spec: MarginsSpec) {
  const { place, positions, problem, silent } = question;
  const { plan, metric, target } = place;
  const before = plan.values[metric] as Values;
  const free = Int32Array.from(positions.keys()).filter((cell) => problem.fixed?.[cell] !== 1);
  const touched = new Int32Array(free.length + silent.length);
  const [weights, after] = [new Float64Array(touched.length).fill(NaN), new Float64Array(touched.length).fill(NaN)];
  let [of, total] = [0, 0];
  free.forEach((cell, at) => {
    touched[at] = positions[cell] as number;
    weights[at] = fitted[cell] as number;
    after[at] = rounded[cell] as number;
    of += weights[at];
    total += after[at];
  });
  touched.set(silent, free.length);
  const division: Division = {
    keys: keysAt(plan.grid, touched),
    before: gather(before, touched),
    after,
    weights,
    reserved: null,
    pool: new Int32Array(touched.length),
    pools: [{ total, of, fallback: null, method }],
  };
  const changed = withValues(plan, metric, scatter(before, touched, after));
  boxValue(changed, metric, new Int32Array(target.length));
  const given = question.margins.flatMap(({ boxes, targets }) => boxes.map((box, at) => ({ box, total: targets[at] as number })));
  return finish(plan, changed, { action: 'fit', metric, target, divisions: [division], given }, spec);
}
