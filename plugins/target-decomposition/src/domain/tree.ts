/** The organisation of a plan: units that were there, and everyone who sells in them with the months they do. */
import { monthsOf, periodInterval } from '@milepost/calendar';
import { personNodeId } from './types.ts';
import type { PlanNode } from './types.ts';

/** A unit, as the mirror has it. */
export interface TreeUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A primary membership. Intervals are half-open. */
export interface TreeMembership {
  readonly personId: string;
  readonly unitId: string;
  readonly primary: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** What a tree is made from. */
export interface TreeInput {
  readonly units: readonly TreeUnit[];
  readonly memberships: readonly TreeMembership[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly period: string;
  readonly fiscalYearStartMonth: number;
  /** Only what was known on this day counts: later moves are changes, not part of the plan. */
  readonly asOf: string;
}

/** The nodes of a plan, parents before children, siblings by name. People are those whose role is to sell. */
export function buildNodes(input: TreeInput): PlanNode[] {
  const { start, end } = periodInterval(input.period, input.fiscalYearStartMonth);
  const overlaps = (row: { validFrom: string; validTo: string | null }): boolean =>
    row.validFrom < end && row.validFrom <= input.asOf && (known(row.validTo, input.asOf) ?? end) > start;
  const units = input.units.filter(overlaps);
  const ids = new Set(units.map((unit) => unit.id));
  const people = peopleNodes(input, overlaps, ids);
  const nodes: PlanNode[] = [];
  const visit = (parentId: string | null): void => {
    for (const unit of units.filter((item) => parentOf(item, ids) === parentId).sort(byName)) {
      nodes.push({
        id: unit.id,
        parentId,
        kind: 'unit',
        unitId: unit.id,
        personId: null,
        label: unit.name,
        from: null,
        to: null,
      });
      nodes.push(...people.filter((node) => node.parentId === unit.id));
      visit(unit.id);
    }
  };
  visit(null);
  return nodes;
}

/** Whether a node takes part in a month. */
export function isActive(node: Pick<PlanNode, 'from' | 'to'>, month: string): boolean {
  return (node.from === null || node.from <= month) && (node.to === null || month <= node.to);
}

function parentOf(unit: TreeUnit, ids: ReadonlySet<string>): string | null {
  return unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null;
}

function byName(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** An end that was not yet known is none. */
function known(validTo: string | null, asOf: string): string | null {
  return validTo !== null && validTo <= asOf ? validTo : null;
}

function peopleNodes(input: TreeInput, overlaps: (row: TreeMembership) => boolean, units: ReadonlySet<string>): PlanNode[] {
  const sellers = new Map(input.people.filter((person) => person.role === 'rep').map((person) => [person.id, person]));
  const months = monthsOf(input.period, input.fiscalYearStartMonth);
  const nodes = new Map<string, PlanNode>();
  const rows = input.memberships.filter((row) => row.primary && units.has(row.unitId) && overlaps(row));
  for (const row of [...rows].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    const person = sellers.get(row.personId);
    if (!person) continue;
    const span = monthSpan(row.validFrom, known(row.validTo, input.asOf), months);
    if (!span) continue;
    const id = personNodeId(row.unitId, row.personId);
    const before = nodes.get(id);
    const from = before ? before.from : span.from;
    nodes.set(id, {
      id,
      parentId: row.unitId,
      kind: 'person',
      unitId: row.unitId,
      personId: row.personId,
      label: person.name,
      from,
      to: span.to,
    });
  }
  return [...nodes.values()];
}

/** A month counts for whoever is there on its first day; someone who joins within the year counts from the next month at the latest. */
function monthSpan(
  validFrom: string,
  validTo: string | null,
  months: readonly string[],
): { from: string | null; to: string | null } | null {
  const active = months.filter((month) => validFrom.slice(0, 7) <= month && (validTo === null || `${month}-01` < validTo));
  const [first] = active;
  const last = active.at(-1);
  if (first === undefined || last === undefined) return null;
  return { from: first === months[0] ? null : first, to: last === months.at(-1) ? null : last };
}
