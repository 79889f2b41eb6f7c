import { checkTemplate } from './check-template.ts';
import { canHold } from './conditions/index.ts';
import type { Domain } from './conditions/index.ts';
import { graphOf } from './graph.ts';
import type { Node } from './graph.ts';
import { hasScoreMap } from './item-score.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { ChecklistItem, Template } from './template.ts';

/** A problem with how much it matters: an `error` keeps the template from being published. */
export interface LintProblem extends Problem {
  readonly level: 'error' | 'warning';
}

/** Everything questionable about a template, each with its path. */
export function lintTemplate(template: Template): LintProblem[] {
  const errors = checkTemplate(template).map((p): LintProblem => ({ ...p, level: 'error' }));
  const reachable = graphOf(template).problems.length === 0 ? neverShown(template) : [];
  const warnings = [...reachable, ...unscored(template), ...missingTexts(template, '')];
  return [...errors, ...warnings.map((p): LintProblem => ({ ...p, level: 'warning' }))];
}

/** Items whose conditions cannot hold, and items that only wait for such items. */
function neverShown(template: Template): Problem[] {
  const graph = graphOf(template);
  const hidden = new Set<string>();
  const domainOf = (id: string): Domain => domain(graph.nodes.get(id)?.item, hidden.has(id));
  const problems: Problem[] = [];
  for (const node of graph.order) {
    const conditions = [node.section.showIf, node.item.showIf].filter((c) => c !== undefined);
    if (conditions.length === 0 || canHold({ all: conditions }, domainOf)) continue;
    hidden.add(node.item.id);
    problems.push(
      unreachable(
        node,
        node.dependsOn.filter((id) => id !== node.item.id && hidden.has(id)),
      ),
    );
  }
  return problems;
}

function unreachable(node: Node, because: readonly string[]): Problem {
  const through = because.join(', ');
  return problem(
    'template.never-shown',
    `${node.path}.showIf`,
    through ? `此题永远不会显示，因为 ${through} 永远不会显示。` : '此题的显示条件不可能成立。',
    through
      ? `This question is never shown, because ${through} never is.`
      : 'The condition for showing this question can never hold.',
    '请检查条件中的选项和取值。',
    'Check the options and values in the condition.',
  );
}

function domain(item: ChecklistItem | undefined, neverAnswered: boolean): Domain {
  if (item?.type === 'yes-no-na') return { values: ['yes', 'no', 'na'], several: false, neverAnswered };
  const several = item?.type === 'multi-choice' || item?.type === 'photo' || item?.type === 'file';
  if (item !== undefined && 'options' in item) {
    const values = item.options.map((o) => o.id);
    return { values: item.allowNotApplicable ? [...values, 'na'] : values, several, neverAnswered };
  }
  return { values: null, several, neverAnswered };
}

/** Questions that look as if they counted but do not. */
function unscored(template: Template): Problem[] {
  return template.sections.flatMap((section, s) =>
    section.items.flatMap((item, i) => {
      const looksScored = item.type !== 'yes-no-na' && hasScoreMap(item);
      if (item.weight !== undefined || item.critical || !looksScored) return [];
      return [
        problem(
          'template.unscored',
          `sections.${s}.items.${i}`,
          '此题有得分规则但没有权重，不计分。',
          'This question has scores but no weight: it does not count.',
          '请设置权重或去掉得分。',
          'Give it a weight or remove the scores.',
        ),
      ];
    }),
  );
}

/** Texts that are empty in one language, anywhere in the template. */
function missingTexts(value: unknown, path: string): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) {
    const { zh, en } = value;
    return Object.entries({ zh, en })
      .filter(([, text]) => typeof text !== 'string' || text.trim() === '')
      .map(([language]) =>
        problem('template.translation', `${path}.${language}`, '缺少译文。', 'A translation is missing.', '请补上。', 'Add it.'),
      );
  }
  return Object.entries(value).flatMap(([key, part]) => missingTexts(part, path === '' ? key : `${path}.${key}`));
}
