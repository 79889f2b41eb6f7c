import { nextSteps } from '@milepost/checklist';
import type { FindingRole, Transition } from '@milepost/checklist';
import type { Role } from '@milepost/crm';
import type { FindingValue } from './records.ts';
import { toFinding } from './records.ts';

/** A person as far as findings ask. */
export interface Acting {
  readonly personId: string;
  readonly role: Role;
}

/**
 * The roles a person has for a finding, from the session alone. Operations check independently and stand for the engine's
 * `auditor`; the portal's auditors read only. Where the inspector puts a finding right, their manager checks in their place.
 */
export function rolesFor({ personId, role }: Acting, inspectorId: string, ownerId: string | null): readonly FindingRole[] {
  if (role === 'auditor') return [];
  const roles: FindingRole[] = [];
  if (personId === ownerId) roles.push('owner');
  if (personId === inspectorId) roles.push('inspector');
  if (role === 'manager') roles.push('manager');
  if (role === 'manager' && inspectorId === ownerId && personId !== ownerId) roles.push('inspector');
  if (role === 'ops' || role === 'admin') roles.push('auditor', 'manager');
  return [...new Set(roles)];
}

/** A step a person may take now. `blocked`: it exists, but not for the one who did the work. */
export interface OfferedStep {
  readonly row: Transition;
  readonly role: FindingRole;
  readonly blocked: boolean;
}

/** The steps open to a person, each once. */
export function offeredSteps(id: string, value: FindingValue, ownerId: string | null, person: Acting): readonly OfferedStep[] {
  const finding = toFinding(id, value);
  const offered = new Map<string, OfferedStep>();
  for (const role of rolesFor(person, value.inspectorId, ownerId)) {
    for (const row of nextSteps(finding, role)) {
      const last = row.notBySame && finding.history.findLast((step) => step.to === row.notBySame);
      if (!offered.has(row.to)) offered.set(row.to, { row, role, blocked: last ? last.by === person.personId : false });
    }
  }
  return [...offered.values()];
}
