import type { Answer, Answers } from './answer.ts';
import { evaluateItems, summarise } from './evaluate.ts';
import type { Evaluation } from './evaluate.ts';
import { graphOf } from './graph.ts';
import type { Graph } from './graph.ts';
import { itemState, sameState } from './item-state.ts';
import type { ItemState } from './item-state.ts';
import type { HiddenAnswerPolicy, Template } from './template.ts';

/** A checklist being filled in. */
export interface Run {
  /**
   * Sets or (null) removes an answer and re-evaluates only what depends on it.
   * Returns the ids of the items whose state changed, in dependency order, the answered one included.
   * @throws RangeError for an id the template does not have.
   */
  setAnswer(itemId: string, answer: Answer | null): string[];
  item(itemId: string): ItemState | null;
  state(): Evaluation;
  /** The answers held now, those of hidden items with the policy `keep` or `clear-on-submit` included. */
  answers(): Answers;
  /** The answers to hand in: those of hidden items stay only with the policy `keep`. */
  submission(): Answers;
}

/**
 * Starts a run, empty or from saved answers. Hidden answers follow each item's declared policy.
 * @throws ChecklistError when conditions are circular or refer to unknown items.
 */
export function createRun(template: Template, saved: Answers = {}): Run {
  const states = new Map(evaluateItems(template, saved));
  const graph = graphOf(template);
  const answers = new Map(Object.entries(saved));
  for (const state of states.values()) {
    if (!state.visible && policyOf(template, graph, state.itemId) === 'clear') answers.delete(state.itemId);
  }
  return {
    setAnswer(itemId, answer) {
      if (!graph.nodes.has(itemId))
        throw new RangeError(`At answers.${itemId}: the template has no such item. Use an id of this version.`);
      if (answer === null) answers.delete(itemId);
      else answers.set(itemId, answer);
      return propagate(template, graph, states, answers, itemId);
    },
    item: (itemId) => states.get(itemId) ?? null,
    state: () => summarise(template, states),
    answers: () => Object.fromEntries(answers),
    submission: () =>
      Object.fromEntries(
        [...answers].filter(([id]) => states.get(id)?.visible !== false || policyOf(template, graph, id) === 'keep'),
      ),
  };
}

/** Re-evaluates in dependency order whatever is reachable from `start` through changes. */
function propagate(
  template: Template,
  graph: Graph,
  states: Map<string, ItemState>,
  answers: Map<string, Answer>,
  start: string,
): string[] {
  const dirty = new Set([start]);
  const changed: string[] = [];
  const inForce = (id: string): Answer | null => (states.get(id)?.visible ? (answers.get(id) ?? null) : null);
  for (let rank = graph.rank.get(start) ?? 0; dirty.size > 0 && rank < graph.order.length; rank++) {
    const node = graph.order[rank];
    if (!node || !dirty.delete(node.item.id)) continue;
    const id = node.item.id;
    const before = states.get(id);
    const after = itemState(node, answers.get(id) ?? null, inForce);
    states.set(id, after);
    if (!after.visible && policyOf(template, graph, id) === 'clear') answers.delete(id);
    const visibilityChanged = before?.visible !== after.visible;
    if (id === start || !before || !sameState(before, after)) changed.push(id);
    // Others read an item's answer and whether it is shown, nothing else of it.
    if (id === start || visibilityChanged) graph.dependents.get(id)?.forEach((dependent) => dirty.add(dependent));
  }
  return changed;
}

function policyOf(template: Template, graph: Graph, itemId: string): HiddenAnswerPolicy {
  return graph.nodes.get(itemId)?.item.hiddenAnswer ?? template.hiddenAnswer;
}
