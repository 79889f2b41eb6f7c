/** Small plans for tests, read and written in short forms. */
import { applyEdit } from './apply-edit.ts';
import { positionOf } from '../grid.ts';
import { boxOf, cellValue, createPlan, withValues } from '../plan.ts';
import { scatter } from '../values.ts';
import type { AxisInput, AxisKind, MemberInput } from '../axis.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { Edit, Spreading } from './edit.ts';

/** One money metric. */
export const sales = [{ id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' }] as const;

/** An axis from lines like 'co north south', 'north n1 n2': a member and its children. */
export function axisOf(id: string, kind: AxisKind, ...lines: string[]): AxisInput {
  const members: MemberInput[] = [];
  for (const line of lines) {
    const [parent = '', ...children] = line.split(' ');
    if (members.length === 0) members.push({ id: parent, parentId: null });
    members.push(...children.map((child) => ({ id: child, parentId: parent })));
  }
  return { id, kind, members };
}

/** The first quarter. */
export const quarterAxis = axisOf('time', 'time', 'Q1 01 02 03');

/** A reference in short: 'north 01' on two axes, 'north' on one; '*' or left out for the top. */
export function at(plan: Plan, place: string): Record<string, string> {
  const ids = place.split(' ');
  return Object.fromEntries(
    plan.grid.axes.flatMap((axis, index) => {
      const id = ids[index];
      return id === undefined || id === '*' ? [] : [[axis.id, id] as const];
    }),
  );
}

/** Applies edits that must all succeed. */
export function after(plan: Plan, ...edits: ((plan: Plan) => Edit)[]): Plan {
  return edits.reduce((state, edit) => {
    const result = applyEdit(state, edit(state));
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
    return result.plan;
  }, plan);
}

export const set =
  (place: string, value: number, how: Spreading = {}) =>
  (plan: Plan): Edit => ({ kind: 'set', target: { at: at(plan, place) }, value, ...how });

export const hold =
  (place: string) =>
  (plan: Plan): Edit => ({ kind: 'hold', target: { at: at(plan, place) } });

/** Tries one edit. */
export function attempt(plan: Plan, edit: (plan: Plan) => Edit) {
  return applyEdit(plan, edit(plan));
}

/** The value at a place in short form. */
export function value(plan: Plan, place: string): number | null {
  return cellValue(plan, { at: at(plan, place) });
}

/** The plan with a leaf cell as a file could have it; amounts below zero come in no other way. */
export function given(plan: Plan, place: string, amount: number): Plan {
  const position = Int32Array.of(positionOf(plan.grid, boxOf(plan, at(plan, place))));
  return withValues(plan, 0, scatter(plan.values[0] as Values, position, Float64Array.of(amount)));
}

/** One person, three months. */
export function quarter(...months: (number | null)[]): Plan {
  const plan = createPlan({ metrics: sales, axes: [quarterAxis] });
  return months.reduce<Plan>((state, amount, month) => {
    if (amount === null) return state;
    const place = `0${month + 1}`;
    return amount < 0 ? given(state, place, amount) : after(state, set(place, amount));
  }, plan);
}

/** The three months, of everybody or of somebody. */
export function months(plan: Plan, who?: string): (number | null)[] {
  return ['01', '02', '03'].map((month) => value(plan, who === undefined ? month : `${who} ${month}`));
}

/** Two teams of two people, each 10 a month. */
export function team(): Plan {
  const organisation = axisOf('organisation', 'organisation', 'co north south', 'north n1 n2', 'south s1 s2');
  const plan = createPlan({ metrics: sales, axes: [organisation, quarterAxis] });
  return after(plan, set('co Q1', 120, { spread: { method: 'even' } }));
}
