import { referencedItems } from './conditions/index.ts';
import type { Condition } from './conditions/index.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { ChecklistItem, Section, Template } from './template.ts';

/** An item with its place. */
export interface Node {
  readonly item: ChecklistItem;
  readonly section: Section;
  /** `sections.0.items.3` */
  readonly path: string;
  /** Ids whose answers decide whether it is shown or required. */
  readonly dependsOn: readonly string[];
}

/** The dependency graph of a template in an order in which every item comes after what it depends on. */
export interface Graph {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly order: readonly Node[];
  /** Position of an item in `order`. */
  readonly rank: ReadonlyMap<string, number>;
  readonly dependents: ReadonlyMap<string, readonly string[]>;
  /** Unknown references and cycles. With any, the graph must not be evaluated. */
  readonly problems: readonly Problem[];
}

const graphs = new WeakMap<Template, Graph>();

/** The graph of a template, built once per template object. */
export function graphOf(template: Template): Graph {
  let graph = graphs.get(template);
  if (!graph) graphs.set(template, (graph = build(template)));
  return graph;
}

function build(template: Template): Graph {
  const nodes = new Map<string, Node>();
  template.sections.forEach((section, s) => {
    section.items.forEach((item, i) => {
      nodes.set(item.id, {
        item,
        section,
        path: `sections.${s}.items.${i}`,
        dependsOn: dependencies(section, item),
      });
    });
  });
  const dependents = new Map<string, string[]>();
  const problems: Problem[] = [];
  for (const node of nodes.values()) {
    for (const id of node.dependsOn) {
      if (nodes.has(id)) dependents.set(id, [...(dependents.get(id) ?? []), node.item.id]);
      else problems.push(unknownReference(node, id));
    }
  }
  const order = sort(nodes, problems);
  return { nodes, order, rank: new Map(order.map((n, i) => [n.item.id, i])), dependents, problems };
}

function dependencies(section: Section, item: ChecklistItem): string[] {
  const conditions = [section.showIf, item.showIf, item.requiredIf].filter((c): c is Condition => c !== undefined);
  return [...new Set(conditions.flatMap(referencedItems))];
}

/** Depth-first topological order without recursion, so that long chains of conditions cannot exhaust the stack. */
function sort(nodes: ReadonlyMap<string, Node>, problems: Problem[]): Node[] {
  const order: Node[] = [];
  const done = new Set<string>();
  for (const start of nodes.keys()) {
    const trail: { id: string; next: number }[] = done.has(start) ? [] : [{ id: start, next: 0 }];
    const open = new Set([start]);
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const node = nodes.get(top.id);
      const id = node?.dependsOn[top.next++];
      if (id !== undefined) {
        if (open.has(id)) problems.push(cycle(nodes, [...trail.map((t) => t.id), id], id));
        else if (nodes.has(id) && !done.has(id)) {
          open.add(id);
          trail.push({ id, next: 0 });
        }
        continue;
      }
      trail.pop();
      open.delete(top.id);
      done.add(top.id);
      if (node) order.push(node);
    }
  }
  return order;
}

const unknownReference = (node: Node, id: string): Problem =>
  problem(
    'template.unknown-item',
    node.path,
    `条件引用了不存在的题目“${id}”。`,
    `A condition refers to "${id}", which is not in the template.`,
    '请改正题目编号。',
    'Correct the id.',
  );

function cycle(nodes: ReadonlyMap<string, Node>, trail: readonly string[], id: string): Problem {
  const ring = trail.slice(trail.indexOf(id)).join(' → ');
  return problem(
    'template.cycle',
    nodes.get(id)?.path ?? id,
    `条件循环：${ring}。`,
    `The conditions go round in a circle: ${ring}.`,
    '请去掉其中一个条件。',
    'Remove one of these conditions.',
  );
}
