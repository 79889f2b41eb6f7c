/** What the organisation did after the plan was made: who left, moved or joined. The plan keeps their months and says so. */
import { isActive } from './tree.ts';
import type { AllocationValue, PlanNode } from './types.ts';

/** One person's change against the plan. */
export interface OrganisationChange {
  readonly kind: 'left' | 'joined';
  readonly nodeId: string;
  readonly label: string;
  readonly unitId: string;
  /** First month without them (left), or with them (joined); null when it is the whole year. */
  readonly month: string | null;
  /** What the plan still holds for months after they left. */
  readonly openMinor: number;
}

/** Compares a stored plan with the organisation of today. A move is a leave here and a join there. */
export function organisationChanges(
  stored: readonly AllocationValue[],
  today: readonly PlanNode[],
  months: readonly string[],
): OrganisationChange[] {
  const now = new Map(today.map((node) => [node.id, node]));
  const planned = new Set(stored.map((value) => value.nodeId));
  const left = stored.flatMap((value): OrganisationChange[] => {
    if (value.kind !== 'person') return [];
    const node = now.get(value.nodeId);
    const gone = months.filter((month) => isActive(value, month) && (node === undefined || !isActive(node, month)));
    const [month] = gone;
    if (month === undefined) return [];
    const openMinor = gone.reduce((sum, item) => sum + (value.months[item] ?? 0), 0);
    const { nodeId, label, parentId } = value;
    return [{ kind: 'left', nodeId, label, unitId: parentId ?? '', month, openMinor }];
  });
  const joined = today.flatMap(({ id, kind, label, unitId, from }): OrganisationChange[] =>
    kind === 'person' && !planned.has(id) ? [{ kind: 'joined', nodeId: id, label, unitId, month: from, openMinor: 0 }] : [],
  );
  return [...left, ...joined];
}
