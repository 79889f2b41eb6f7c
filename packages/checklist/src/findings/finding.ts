import { problem } from '../problem.ts';
import type { Problem, Text } from '../problem.ts';
import type { Severity } from '../template.ts';
import { transitions } from './transitions.ts';
import type { EvidenceKind, FindingRole, FindingState, Transition } from './transitions.ts';

/** Evidence by kind: a text, or ids of files. */
export type Evidence = Readonly<Partial<Record<EvidenceKind, string | readonly string[]>>>;

/** One step that was taken. */
export interface FindingStep {
  readonly from: FindingState;
  readonly to: FindingState;
  readonly role: FindingRole;
  readonly by: string;
  /** ISO instant; never before the step before it. */
  readonly at: string;
  readonly evidence: Evidence;
}

/** A non-conformity and what is done about it. */
export interface Finding {
  readonly id: string;
  readonly runId: string;
  readonly itemId: string;
  readonly title: Text;
  readonly severity: Severity;
  readonly state: FindingState;
  /** Business day. */
  readonly dueOn: string | null;
  readonly history: readonly FindingStep[];
}

/** Who takes a step, with what, when. */
export type StepInput = Omit<FindingStep, 'from' | 'to'>;

/** The finding after the step, or why it may not be taken. */
export type TransitionResult =
  { readonly ok: true; readonly finding: Finding } | { readonly ok: false; readonly problems: readonly Problem[] };

/** A finding as it starts. */
export function draftFinding(input: Omit<Finding, 'state' | 'history' | 'dueOn'> & { readonly dueOn?: string | null }): Finding {
  return { ...input, dueOn: input.dueOn ?? null, state: 'draft', history: [] };
}

/** Takes one step along the table; the finding passed in is not changed. */
export function transition(finding: Finding, to: FindingState, input: StepInput): TransitionResult {
  const row = rowFor(finding, to);
  if (!row) return { ok: false, problems: [notAllowed(finding, to)] };
  const problems = [
    ...checkRole(row, input),
    ...checkEvidence(row, input),
    ...checkSamePerson(row, finding, input),
    ...checkOrder(finding, input),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const step: FindingStep = { from: finding.state, to, ...input };
  return { ok: true, finding: { ...finding, state: to, history: [...finding.history, step] } };
}

/** The steps open to a role now, with what each needs; for buttons. */
export function nextSteps(finding: Finding, role: FindingRole): Transition[] {
  return transitions.filter((row) => row.from === finding.state && fits(row, finding) && row.roles.includes(role));
}

/**
 * Takes a saved finding's history again from the draft. Problems carry the index of the step; an empty list proves
 * that the finding reached its state along the table.
 */
export function verifyFinding(finding: Finding): Problem[] {
  let current: Finding = { ...finding, state: 'draft', history: [] };
  for (const [i, { from, to, ...input }] of finding.history.entries()) {
    const result =
      from === current.state ? transition(current, to, input) : { ok: false as const, problems: [notAllowed(current, to)] };
    if (!result.ok) return result.problems.map((p) => ({ ...p, path: `history.${i}.${p.path}` }));
    current = result.finding;
  }
  return current.state === finding.state ? [] : [notAllowed(current, finding.state)];
}

const fits = (row: Transition, finding: Finding): boolean => row.severities?.includes(finding.severity) ?? true;

function rowFor(finding: Finding, to: FindingState): Transition | undefined {
  return transitions.find((row) => row.from === finding.state && row.to === to && fits(row, finding));
}

function checkRole(row: Transition, { role }: StepInput): Problem[] {
  if (row.roles.includes(role)) return [];
  return [
    problem(
      'finding.role',
      'role',
      `“${role}”不能执行此步骤。`,
      `The role "${role}" may not take this step.`,
      `可由 ${row.roles.join('、')} 执行。`,
      `Ask one of: ${row.roles.join(', ')}.`,
    ),
  ];
}

function checkEvidence(row: Transition, { evidence }: StepInput): Problem[] {
  return row.needs
    .filter((kind) => !hasContent(evidence[kind]))
    .map((kind) =>
      problem(
        'finding.evidence',
        `evidence.${kind}`,
        `此步骤缺少“${kind}”。`,
        `This step needs "${kind}".`,
        '请补充文字或附件。',
        'Add a text or files.',
      ),
    );
}

function hasContent(value: string | readonly string[] | undefined): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value.length > 0;
}

function checkSamePerson(row: Transition, finding: Finding, { by }: StepInput): Problem[] {
  const last = row.notBySame === undefined ? undefined : finding.history.findLast((step) => step.to === row.notBySame);
  if (last?.by !== by) return [];
  return [
    problem(
      'finding.same-person',
      'by',
      '整改人不能验证自己的整改。',
      'Nobody verifies their own corrective action.',
      '请由他人执行此步骤。',
      'Ask somebody else to take this step.',
    ),
  ];
}

function checkOrder(finding: Finding, { at }: StepInput): Problem[] {
  const last = finding.history.at(-1);
  const instant = Date.parse(at);
  if (!Number.isNaN(instant) && (last === undefined || instant >= Date.parse(last.at))) return [];
  return [
    problem(
      'finding.time',
      'at',
      `时间 ${at} 无效或早于上一步。`,
      `The time ${at} is not valid or lies before the step before.`,
      '请使用不早于上一步的 ISO 时间。',
      'Use an ISO instant that is not before the last step.',
    ),
  ];
}

const notAllowed = (finding: Finding, to: FindingState): Problem => {
  const next = transitions.filter((row) => row.from === finding.state && fits(row, finding)).map((row) => row.to);
  return problem(
    'finding.transition',
    'state',
    `不能从 ${finding.state} 转到 ${to}。`,
    `There is no step from ${finding.state} to ${to}.`,
    `下一步可为：${next.join('、') || '无'}。`,
    `Possible next: ${next.join(', ') || 'none'}.`,
  );
};
