import type { Answers } from './answer.ts';
import { checkTemplate } from './check-template.ts';
import { evaluate } from './evaluate.ts';
import { graphOf } from './graph.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import { score } from './score.ts';
import type { Template } from './template.ts';

/** A run as it is saved. It belongs to one version of one template for good. */
export interface RunRecord {
  readonly id: string;
  readonly templateId: string;
  readonly templateVersion: string;
  readonly answers: Answers;
  /** What the client computed when it submitted; absent for drafts. In thousandths of a percent. */
  readonly submitted?: { readonly at: string; readonly percent: number | null; readonly result: string };
}

/** Whether a run belongs to this version of a template, and what in it the template does not know. */
export function checkRun(run: RunRecord, template: Template): Problem[] {
  if (run.templateId !== template.id || run.templateVersion !== template.version) {
    const [has, got] = [`${run.templateId}@${run.templateVersion}`, `${template.id}@${template.version}`];
    return [
      problem(
        'run.version',
        'templateVersion',
        `该检查属于 ${has}，而模板为 ${got}。`,
        `The run belongs to ${has}, the template is ${got}.`,
        '请使用同一版本的模板；草稿须经确认后迁移。',
        'Use that version of the template; a draft moves to another one only when somebody confirms it.',
      ),
    ];
  }
  const known = graphOf(template).nodes;
  return Object.keys(run.answers)
    .filter((id) => !known.has(id))
    .map((id) =>
      problem(
        'run.unknown-item',
        `answers.${id}`,
        `模板中没有题目“${id}”。`,
        `The template has no item "${id}".`,
        '请核对版本；此答案会保留但不计分。',
        'Check the version; the answer is kept but not scored.',
      ),
    );
}

/**
 * Everything wrong with a submitted run: version, answers, missing parts, and a stored score that is not the one
 * these answers give. For the server, which never trusts a score it did not compute.
 */
export function verifyRun(run: RunRecord, template: Template): Problem[] {
  const problems = [...checkTemplate(template), ...checkRun(run, template)];
  if (problems.length > 0) return problems;
  const { missing, errors } = evaluate(template, run.answers);
  if (run.submitted === undefined) return [...errors];
  const { percent, result } = score(template, run.answers);
  const same = percent === run.submitted.percent && result === run.submitted.result;
  const wrong = problem(
    'run.score',
    'submitted',
    `所存得分 ${run.submitted.percent}（${run.submitted.result}）与重新计算的 ${percent}（${result}）不符。`,
    `The stored score ${run.submitted.percent} (${run.submitted.result}) is not the one computed from the answers, ${percent} (${result}).`,
    '请重新提交。',
    'Submit it again.',
  );
  return [...errors, ...missing, ...(same ? [] : [wrong])];
}
