import { isAnswered } from './answer.ts';
import type { Answer } from './answer.ts';
import { checkAnswer } from './check-answer.ts';
import { holds } from './conditions/index.ts';
import type { Node } from './graph.ts';
import { itemScore } from './item-score.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { EvidenceRule } from './template.ts';

/** What holds for one item under the answers in force. */
export interface ItemState {
  readonly itemId: string;
  readonly visible: boolean;
  readonly required: boolean;
  readonly answered: boolean;
  /** 0 to 100; null when unanswered, not applicable, not scored or wrong. */
  readonly score: number | null;
  /** Answers and evidence still to come; each with the item's path. */
  readonly missing: readonly Problem[];
  readonly errors: readonly Problem[];
}

/** Computes an item from its answer and the answers in force of what it depends on. */
export function itemState(node: Node, answer: Answer | null, inForce: (itemId: string) => Answer | null): ItemState {
  const { item, section, path } = node;
  const visible = [section.showIf, item.showIf].every((c) => c === undefined || holds(c, inForce));
  if (!visible)
    return {
      itemId: item.id,
      visible,
      required: false,
      answered: false,
      score: null,
      missing: [],
      errors: [],
    };
  const required = item.required ?? item.weight !== undefined;
  const demanded = required || (item.requiredIf !== undefined && holds(item.requiredIf, inForce));
  const answered = isAnswered(answer);
  const errors = checkAnswer(item, answer, path);
  const score = errors.length === 0 ? itemScore(item, answer) : null;
  const missing = answered ? missingEvidence(item.evidence, answer, score, path) : demanded ? [missingAnswer(path)] : [];
  return { itemId: item.id, visible, required: demanded, answered, score, missing, errors };
}

/** Whether two states of one item say the same. */
export function sameState(a: ItemState, b: ItemState): boolean {
  return (
    a.visible === b.visible &&
    a.required === b.required &&
    a.answered === b.answered &&
    a.score === b.score &&
    sameProblems(a.missing, b.missing) &&
    sameProblems(a.errors, b.errors)
  );
}

/** Problems of one item are equal when code and message are: the path is the item's. */
function sameProblems(a: readonly Problem[], b: readonly Problem[]): boolean {
  return a.length === b.length && a.every((p, i) => p.code === b[i]?.code && p.message.en === b[i]?.message.en);
}

const evidenceWords = {
  photo: { zh: '照片', en: 'a photo' },
  file: { zh: '文件', en: 'a file' },
  note: { zh: '说明', en: 'a note' },
} as const;

function missingEvidence(rule: EvidenceRule | undefined, answer: Answer | null, score: number | null, path: string): Problem[] {
  if (!rule || !answer || !applies(rule.when, score)) return [];
  const given = {
    photo: answer.photos?.length,
    file: answer.files?.length,
    note: answer.note?.trim().length,
  };
  return rule.needs
    .filter((need) => !given[need])
    .map((need) => {
      const { zh, en } = evidenceWords[need];
      return problem(`missing.${need}`, path, `此答案须附${zh}。`, `This answer needs ${en}.`, `请补充${zh}。`, `Add ${en}.`);
    });
}

function applies(when: EvidenceRule['when'], score: number | null): boolean {
  return when === 'always' || (score !== null && (when === 'fail' ? score <= 0 : score < 100));
}

const missingAnswer = (path: string): Problem =>
  problem('missing.answer', path, '此项必答。', 'This question needs an answer.', '请作答。', 'Answer it.');
