import type { CrmApi } from '@milepost/sdk';
import { buildNodes } from '../domain/tree.ts';
import type { TreeInput } from '../domain/tree.ts';
import type { PlanNode } from '../domain/types.ts';

type Rows = Pick<TreeInput, 'units' | 'memberships' | 'people'>;

/** Reads what trees are made of: units, memberships and people with their history. */
export async function readOrganisation(crm: CrmApi, signal?: AbortSignal): Promise<Rows> {
  const [units, memberships, people] = await Promise.all([
    crm.listAll('units', { fields: ['parentId', 'name', 'validFrom', 'validTo'] }, signal),
    crm.listAll('memberships', { fields: ['personId', 'unitId', 'primary', 'validFrom', 'validTo'] }, signal),
    crm.listAll('people', { fields: ['name', 'role'] }, signal),
  ]);
  return { units, memberships, people };
}

/** The nodes of a year as the organisation was known on a day. */
export function nodesOn(
  rows: Rows,
  plan: { readonly period: string; readonly fiscalYearStartMonth: number },
  asOf: string,
): PlanNode[] {
  return buildNodes({ ...rows, ...plan, asOf });
}
