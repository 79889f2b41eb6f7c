/** Runs a spec: what is held first, then each target in the order given. All of it or nothing. */
import { decompose } from '../decompose/decompose.ts';
import { decomposeToMargins } from '../decompose/margins.ts';
import { applyEdit } from '../edits/apply-edit.ts';
import { placed } from './placed.ts';
import type {
  DecomposeRefusal,
  DecomposeResult,
  DecomposeSpec,
  MarginsResult,
  MarginsSpec,
  MovedCell,
} from '../decompose/spec.ts';
import type { Refusal } from '../edits/edit.ts';
import type { Plan } from '../plan.ts';
import type { PlanDocument } from './plan-file.ts';
import type { TargetSpec } from './read-spec.ts';

/** A plan with the cells that stand a unit or more from their share, or what stands against it and where in the spec. */
export type SpecResult =
  | { readonly ok: true; readonly document: PlanDocument; readonly movedFurther: readonly MovedCell[] }
  | { readonly ok: false; readonly path: string; readonly refusal: DecomposeRefusal | Refusal };

/** `onStep` is told before each target, for a line of progress. Throws an error with the path in the spec. */
export function runSpec({ document, holds, targets }: TargetSpec, onStep: (path: string) => void = () => undefined): SpecResult {
  let { plan } = document;
  const moved: MovedCell[] = [];
  for (const [at, { target, amount, ...author }] of holds.entries()) {
    const path = `holds.${at}`;
    for (const edit of [
      { kind: 'set', target, value: amount, ...author } as const,
      { kind: 'hold', target, ...author } as const,
    ]) {
      const state = plan;
      const result = placed(path, () => applyEdit(state, edit));
      if (!result.ok) return { ok: false, path, refusal: result };
      plan = result.plan;
    }
  }
  for (const [at, spec] of targets.entries()) {
    const path = `targets.${at}`;
    onStep(path);
    const state = plan;
    const result = placed(path, () => runTarget(state, spec));
    if (!result.ok) return { ok: false, path, refusal: result };
    plan = result.plan;
    if ('movedFurther' in result) moved.push(...result.movedFurther);
  }
  return { ok: true, document: { ...document, plan }, movedFurther: moved };
}

function runTarget(plan: Plan, spec: DecomposeSpec | MarginsSpec): DecomposeResult | MarginsResult {
  return 'margins' in spec ? decomposeToMargins(plan, spec) : decompose(plan, spec);
}
