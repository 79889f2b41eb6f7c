/** The first decomposition of a plan: which methods stand behind the words on the screen, and what stepped in for them. */
import { countPeriodDays, decompose, even, periodDaysStatus, seasonality, workingDays } from '@milepost/allocation';
import type { Axis, DecomposeResult, Method } from '@milepost/allocation';
import { logEntryOf, organisationOf, timeOf } from '@milepost/allocation/records';
import { monthsOf, samePeriodLastYear } from '@milepost/calendar';
import type { DayStatus, WorkingCalendar } from '@milepost/calendar';
import { amountAt } from './amount-at.ts';
import { alignedToFestival } from './festival.ts';
import { emptyPlan, headerOf } from './stored.ts';
import { isActive } from './tree.ts';
import type { NodeMonths, OrganisationMethod, PlanNode, PlanValue, TimeMethod } from './types.ts';

/** What a decomposition is made from. */
export interface DecompositionInput {
  readonly plan: Pick<PlanValue, 'period' | 'fiscalYearStartMonth' | 'currency'>;
  readonly nodes: readonly PlanNode[];
  readonly totalMinor: number;
  readonly time: TimeMethod;
  readonly organisation: OrganisationMethod;
  /** Last year's actuals of what each person looks after now, by node and month of last year. */
  readonly lastYear: NodeMonths;
  /** Last year's actuals of the company by day, for the alignment to 春节. */
  readonly lastYearDays: Readonly<Record<string, number>>;
  readonly calendar: WorkingCalendar;
  readonly by: string;
  readonly at: string;
}

/** Something that had to step in, for people to read before they take the plan. */
export type Note =
  | { readonly kind: 'noHistory'; readonly node: string; readonly label: string }
  | {
      readonly kind: 'partOfYear';
      readonly node: string;
      readonly label: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly kind: 'evenFallback'; readonly node: string; readonly label: string; readonly months: number }
  | { readonly kind: 'estimatedDays'; readonly status: DayStatus }
  | { readonly kind: 'noLastYear' }
  | { readonly kind: 'zeroMonth'; readonly months: readonly string[] };

/** The plan and what to know about it, or the engine's refusal. */
export interface Decomposition {
  readonly result: DecomposeResult;
  readonly notes: readonly Note[];
}

/** Spreads a year over months, then each month down the organisation. */
export function decomposeYear(input: DecompositionInput): Decomposition {
  const { period, fiscalYearStartMonth } = input.plan;
  const months = monthsOf(period, fiscalYearStartMonth);
  const weights = organisationWeights(input, months);
  const result = decompose(emptyPlan(headerOf(input.plan), input.nodes), {
    total: input.totalMinor,
    steps: [
      { axis: 'time', method: timeMethod(input, months) },
      { axis: 'organisation', method: byLeafMonth(input.organisation, weights.values) },
    ],
    by: input.by,
    at: input.at,
  });
  return { result, notes: [...notesOf(input, months, result), ...weights.notes] };
}

function timeMethod(input: DecompositionInput, months: readonly string[]): Method {
  switch (input.time) {
    case 'workingDays':
      // Days of a year without data count as weekdays; the notes say so.
      return workingDays(daysOf(input, months), { acceptUnknown: true });
    case 'lastYear':
      return seasonality(lastYearByMonth(input, months), 'prior');
    case 'springFestival':
      return seasonality(alignedToFestival(input.lastYearDays, months), 'springFestival');
    case 'even':
      return even();
  }
}

function daysOf({ calendar, plan }: DecompositionInput, months: readonly string[]): ReturnType<typeof countPeriodDays> {
  return countPeriodDays(calendar, months, plan.fiscalYearStartMonth);
}

/** What everyone who takes part sold in the same month of last year; returns above sales count as nothing. */
function lastYearByMonth({ nodes, lastYear }: DecompositionInput, months: readonly string[]): Record<string, number> {
  const parents = new Set(nodes.map((node) => node.parentId));
  const leaves = nodes.filter((node) => !parents.has(node.id));
  const sum = (month: string): number =>
    leaves.reduce((total, { id }) => total + Math.max(0, lastYear[id]?.[samePeriodLastYear(month)] ?? 0), 0);
  return Object.fromEntries(months.map((month) => [month, sum(month)]));
}

/** Leaves by their weight in the month that is divided; null keeps a cell empty. */
function byLeafMonth(name: string, weights: NodeMonths): Method {
  return {
    name,
    weigh({ plan, box, members }, out) {
      const [organisation, time] = [organisationOf(plan), timeOf(plan)];
      const month = time.ids[box[1] as number] as string;
      members.forEach((member, at) => (out[at] = weightBelow(organisation, member, (leaf) => weights[leaf]?.[month] ?? null)));
    },
  };
}

/** The sum of the weights of the leaves below a member; NaN when none of them has one. */
function weightBelow({ ids, leaves, from, to }: Axis, member: number, weightOf: (leaf: string) => number | null): number {
  let sum = NaN;
  for (const leaf of leaves.subarray(from[member], to[member])) {
    const weight = weightOf(ids[leaf] as string);
    if (weight !== null) sum = Number.isNaN(sum) ? weight : sum + weight;
  }
  return sum;
}

interface OrganisationWeights {
  readonly values: NodeMonths;
  readonly notes: readonly Note[];
}

function organisationWeights(input: DecompositionInput, months: readonly string[]): OrganisationWeights {
  const parents = new Set(input.nodes.map((node) => node.parentId));
  const leaves = input.nodes.filter((node) => !parents.has(node.id));
  const notes: Note[] = [];
  const values: Record<string, Record<string, number | null>> = {};
  for (const leaf of leaves) {
    const weigh = leafWeight(input, leaf, leaves, notes);
    values[leaf.id] = Object.fromEntries(months.map((month) => [month, isActive(leaf, month) ? weigh(month) : null]));
  }
  return { values, notes };
}

function leafWeight(
  input: DecompositionInput,
  leaf: PlanNode,
  leaves: readonly PlanNode[],
  notes: Note[],
): (month: string) => number {
  if (input.organisation === 'even') return () => 1;
  if (input.organisation === 'headcount') return (month) => input.calendar.workingDaysOfMonth(month).count;
  const own = yearOf(input.lastYear, leaf.id);
  if (own > 0) return () => own;
  notes.push({ kind: 'noHistory', node: leaf.id, label: leaf.label });
  const known = leaves
    .filter((other) => other.parentId === leaf.parentId)
    .map((other) => yearOf(input.lastYear, other.id))
    .filter((sum) => sum > 0);
  const mean = known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
  return () => mean;
}

/** A year's actual of a node; returns above sales count as nothing. */
export function yearOf(actuals: NodeMonths, node: string): number {
  return Math.max(
    0,
    Object.values(actuals[node] ?? {}).reduce<number>((sum, value) => sum + (value ?? 0), 0),
  );
}

function notesOf(input: DecompositionInput, months: readonly string[], result: DecomposeResult): Note[] {
  const notes: Note[] = [];
  const status = periodDaysStatus(daysOf(input, months));
  if (input.time === 'workingDays' && status !== 'official') notes.push({ kind: 'estimatedDays', status });
  const nothing = input.nodes.every((node) => yearOf(input.lastYear, node.id) === 0);
  if (nothing && (input.time === 'lastYear' || input.time === 'springFestival' || input.organisation === 'lastYear'))
    notes.push({ kind: 'noLastYear' });
  for (const { id, label, from, to } of input.nodes) {
    if (from !== null || to !== null) notes.push({ kind: 'partOfYear', node: id, label, from, to });
  }
  if (!result.ok) return notes;
  const { plan, entry } = result;
  const [top = ''] = organisationOf(plan).ids;
  const zero = input.totalMinor > 0 ? months.filter((month) => !amountAt(plan, top, month)) : [];
  if (zero.length > 0) notes.push({ kind: 'zeroMonth', months: zero });
  const labels = new Map(input.nodes.map((node) => [node.id, node.label]));
  const evens = new Map<string, Set<string>>();
  for (const { node, period, fallback } of logEntryOf(plan, entry).splits) {
    if (fallback === null) continue;
    const parent = input.nodes.find((item) => item.id === node)?.parentId ?? node;
    evens.set(parent, (evens.get(parent) ?? new Set()).add(period));
  }
  for (const [node, periods] of evens) {
    notes.push({ kind: 'evenFallback', node, label: labels.get(node) ?? node, months: periods.size });
  }
  return notes;
}
