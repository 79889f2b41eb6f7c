import { draftFinding, transition } from '@milepost/checklist';
import type { EvidenceKind, Finding, FindingRole, FindingState, Severity } from '@milepost/checklist';

/** Who does what for one finding. */
export interface Cast {
  readonly inspectorId: string;
  readonly ownerId: string;
  readonly managerId: string;
  readonly opsId: string;
}

const texts: Readonly<Record<EvidenceKind, string>> = {
  description: '',
  containment: '已暂停按原条件执行，并通知客户。',
  'root-cause': '新同事未按流程先送审，交接时没有说明。',
  plan: '补齐书面约定并由双方确认，本周内完成；此后由内勤签前核对。',
  'implementation-proof': '双方签字的补充协议已归档，扫描件在合同台账中。',
  verification: '抽查两份新单，均已按新约定执行。',
  effectiveness: '连续四周抽查未再出现。',
  reason: '抽查时再次发现同样问题。',
};

const longWay: readonly FindingState[] = ['open', 'investigation', 'plan-approved', 'implementation', 'verified', 'closed'];
const shortWay: readonly FindingState[] = ['open', 'implementation', 'verified', 'closed'];

/** A finding that has come `steps` steps far, a working week between them at most; every step keeps to the table. */
export function demoFinding(
  input: Parameters<typeof draftFinding>[0],
  description: string,
  cast: Cast,
  steps: number,
  days: readonly string[],
): Finding {
  const way = input.severity === 'minor' ? shortWay : longWay;
  let finding = draftFinding(input);
  for (const [index, to] of way.slice(0, Math.max(1, steps)).entries()) {
    const { role, by } = actor(to, input.severity, cast);
    const evidence = evidenceFor(finding.state, to, description);
    const taken = transition(finding, to, {
      role,
      by,
      at: `${days[index] ?? days.at(-1) ?? ''}T0${Math.min(9, index + 2)}:15:00.000Z`,
      evidence,
    });
    if (!taken.ok) return finding;
    finding = taken.finding;
  }
  return finding;
}

/** The number of steps from opening to closing. */
export const stepsOf = (severity: Severity): number => (severity === 'minor' ? shortWay.length : longWay.length);

function actor(to: FindingState, severity: Severity, cast: Cast): { readonly role: FindingRole; readonly by: string } {
  if (to === 'open') return { role: 'inspector', by: cast.inspectorId };
  if (to === 'investigation' || to === 'implementation') return { role: 'owner', by: cast.ownerId };
  if (to === 'plan-approved') return { role: 'manager', by: cast.managerId };
  if (to === 'verified') return { role: 'inspector', by: cast.managerId };
  return severity === 'minor' ? { role: 'manager', by: cast.managerId } : { role: 'auditor', by: cast.opsId };
}

function evidenceFor(from: FindingState, to: FindingState, description: string): Partial<Record<EvidenceKind, string>> {
  const pick = (...kinds: readonly EvidenceKind[]): Partial<Record<EvidenceKind, string>> =>
    Object.fromEntries(kinds.map((kind) => [kind, texts[kind]]));
  if (to === 'open') return { description };
  if (to === 'investigation') return pick('containment');
  if (to === 'plan-approved') return pick('root-cause', 'plan');
  if (to === 'implementation') return from === 'plan-approved' ? {} : pick('plan');
  return to === 'verified' ? pick('implementation-proof', 'verification') : pick('effectiveness');
}
