import type { Severity } from '../template.ts';

/**
 * The life of a finding (不符合项) and its corrective action (整改), as a table to be read.
 *
 * draft 草稿 · open 待处理 · investigation 原因调查 · plan-approved 方案已批准 · implementation 整改中 ·
 * verified 已验证 · closed 已关闭 · reopened 已重开
 */
export type FindingState =
  'draft' | 'open' | 'investigation' | 'plan-approved' | 'implementation' | 'verified' | 'closed' | 'reopened';

/** Who acts: the person who found it, the one who owns the action, the one who approves, the one who checks. */
export type FindingRole = 'inspector' | 'owner' | 'manager' | 'auditor';

/** What must be handed in with a step; each is a text or a list of file ids. */
export type EvidenceKind =
  'description' | 'containment' | 'root-cause' | 'plan' | 'implementation-proof' | 'verification' | 'effectiveness' | 'reason';

/** One allowed step. */
export interface Transition {
  readonly from: FindingState;
  readonly to: FindingState;
  readonly roles: readonly FindingRole[];
  readonly needs: readonly EvidenceKind[];
  /** Only for these severities; all without it. */
  readonly severities?: readonly Severity[];
  /** Whoever last moved the finding into this state may not take this step: nobody checks their own work. */
  readonly notBySame?: FindingState;
}

/** Every allowed step; what is not here is not allowed. */
export const transitions: readonly Transition[] = [
  { from: 'draft', to: 'open', roles: ['inspector', 'auditor'], needs: ['description'] },
  { from: 'open', to: 'investigation', roles: ['owner', 'manager'], needs: ['containment'] },
  { from: 'open', to: 'implementation', roles: ['owner', 'manager'], needs: ['plan'], severities: ['minor'] },
  { from: 'investigation', to: 'plan-approved', roles: ['manager'], needs: ['root-cause', 'plan'] },
  { from: 'plan-approved', to: 'implementation', roles: ['owner'], needs: [] },
  { from: 'plan-approved', to: 'investigation', roles: ['manager', 'auditor'], needs: ['reason'] },
  {
    from: 'implementation',
    to: 'verified',
    roles: ['inspector', 'auditor'],
    needs: ['implementation-proof', 'verification'],
    notBySame: 'implementation',
  },
  {
    from: 'implementation',
    to: 'investigation',
    roles: ['manager', 'auditor'],
    needs: ['reason'],
    severities: ['major', 'critical'],
  },
  {
    from: 'verified',
    to: 'closed',
    roles: ['manager', 'auditor'],
    needs: [],
    severities: ['minor'],
    notBySame: 'implementation',
  },
  {
    from: 'verified',
    to: 'closed',
    roles: ['auditor'],
    needs: ['effectiveness'],
    severities: ['major', 'critical'],
    notBySame: 'implementation',
  },
  { from: 'verified', to: 'reopened', roles: ['manager', 'auditor'], needs: ['reason'] },
  { from: 'closed', to: 'reopened', roles: ['inspector', 'manager', 'auditor'], needs: ['reason'] },
  { from: 'reopened', to: 'investigation', roles: ['owner', 'manager'], needs: ['containment'] },
  {
    from: 'reopened',
    to: 'implementation',
    roles: ['owner', 'manager'],
    needs: ['plan'],
    severities: ['minor'],
  },
];
