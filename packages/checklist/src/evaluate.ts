import { answerOf } from './answer.ts';
import type { Answer, Answers } from './answer.ts';
import { graphOf } from './graph.ts';
import { itemState } from './item-state.ts';
import type { ItemState } from './item-state.ts';
import { ChecklistError } from './problem.ts';
import type { Problem } from './problem.ts';
import type { Template } from './template.ts';

/** Where a run stands. Lists are in the order of the template. */
export interface Evaluation {
  readonly visible: readonly string[];
  readonly required: readonly string[];
  /** Required answers and evidence still to come. */
  readonly missing: readonly Problem[];
  readonly errors: readonly Problem[];
  /** Visible items that are answered without error, of all visible items. */
  readonly progress: { readonly answered: number; readonly total: number };
  /** Nothing is missing and nothing is wrong. */
  readonly complete: boolean;
}

/** The state of every item by id. */
export type ItemStates = ReadonlyMap<string, ItemState>;

/**
 * Evaluates a template on answers, all at once. Answers to hidden or unknown items are ignored, not lost.
 * @throws ChecklistError when conditions are circular or refer to unknown items.
 */
export function evaluate(template: Template, answers: Answers): Evaluation {
  return summarise(template, evaluateItems(template, answers));
}

/** {@link evaluate} per item. */
export function evaluateItems(template: Template, answers: Answers): ItemStates {
  const graph = graphOf(template);
  if (graph.problems.length > 0) throw new ChecklistError(graph.problems);
  const states = new Map<string, ItemState>();
  const inForce = (id: string): Answer | null => (states.get(id)?.visible ? answerOf(answers, id) : null);
  for (const node of graph.order) states.set(node.item.id, itemState(node, answerOf(answers, node.item.id), inForce));
  return states;
}

/** Puts item states together in the order of the template. */
export function summarise(template: Template, states: ItemStates): Evaluation {
  const all = template.sections.flatMap((s) => s.items.flatMap((item) => states.get(item.id) ?? []));
  const visible = all.filter((s) => s.visible);
  const missing = visible.flatMap((s) => s.missing);
  const errors = visible.flatMap((s) => s.errors);
  return {
    visible: visible.map((s) => s.itemId),
    required: visible.filter((s) => s.required).map((s) => s.itemId),
    missing,
    errors,
    progress: {
      answered: visible.filter((s) => s.answered && s.errors.length === 0).length,
      total: visible.length,
    },
    complete: missing.length === 0 && errors.length === 0,
  };
}
