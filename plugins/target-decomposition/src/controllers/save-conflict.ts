import { cellValue } from '@milepost/allocation';
import type { SessionInfo } from '@milepost/sdk';
import type { AllocationRecord } from '../data/plan-store.ts';
import { changedValues } from '../domain/stored.ts';
import { mergeLeaves } from '../domain/merge.ts';
import type { Choice, NodeConflict } from '../domain/merge.ts';
import { openModel, planNow, replay } from './plan-model.ts';
import type { PlanModel } from './plan-model.ts';
import type { Edit, Plan } from '@milepost/allocation';

/** One decision: the cell I typed in, with what stood there, and the months of people below it that both changed. */
export interface ConflictGroup {
  readonly cell: { readonly node: string; readonly period: string };
  readonly base: number | null;
  readonly mine: number | null;
  readonly theirs: number | null;
  readonly nodes: readonly NodeConflict[];
}

/** Somebody else saved first: what they changed, what I changed, and how the two go together. */
export class SaveConflict {
  readonly conflicts: readonly NodeConflict[];
  /** The same by the cell that was typed in. */
  readonly groups: readonly ConflictGroup[];
  /** Leaf nodes that only they changed. */
  readonly theirs: readonly string[];
  /** Who wrote last, and when. */
  readonly by: string;
  readonly at: string;
  readonly #model: PlanModel;
  readonly #stored: readonly AllocationRecord[];
  readonly #user: SessionInfo['user'];

  constructor(model: PlanModel, stored: readonly AllocationRecord[], user: SessionInfo['user']) {
    this.#model = model;
    this.#stored = stored;
    this.#user = user;
    const merge = this.#merge({});
    this.conflicts = merge.conflicts;
    this.groups = this.#grouped(merge.conflicts);
    this.theirs = merge.takenOver;
    const newest = [...stored].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))[0];
    this.by = newest?.updatedBy ?? '';
    this.at = newest?.updatedAt ?? '';
  }

  /** Nothing was changed twice: the two go together by themselves. */
  get clean(): boolean {
    return this.conflicts.length === 0;
  }

  /** Each node goes to my latest edit above it, since that is what I remember typing. */
  #grouped(conflicts: readonly NodeConflict[]): ConflictGroup[] {
    const plan = planNow(this.#model);
    const edits = [...this.#model.edits].reverse();
    const groups = new Map<string, { cell: ConflictGroup['cell']; nodes: NodeConflict[] }>();
    for (const conflict of conflicts) {
      const covers = (edit: Edit): boolean => {
        const time = plan.time.members.get(edit.period);
        const above = plan.organisation.members.get(edit.node);
        const own = plan.organisation.members.get(conflict.nodeId);
        if (!time || !above || !own || own.from < above.from || own.to > above.to) return false;
        const months = plan.time.leaves.slice(time.from, time.to);
        return conflict.months.some((row) => months.includes(row.month));
      };
      const edit = edits.find(covers);
      const cell = edit ? { node: edit.node, period: edit.period } : { node: conflict.nodeId, period: plan.header.period };
      const key = `${cell.period}|${cell.node}`;
      groups.set(key, { cell, nodes: [...(groups.get(key)?.nodes ?? []), conflict] });
    }
    const base = this.#model.stored.map((record) => record.value);
    const theirs = this.#stored.map((record) => record.value);
    return [...groups.values()].map(({ cell, nodes }) => ({
      cell,
      nodes,
      base: this.#at(base, cell),
      mine: cellValue(plan, cell.node, cell.period),
      theirs: this.#at(theirs, cell),
    }));
  }

  #at(values: readonly AllocationRecord['value'][], cell: ConflictGroup['cell']): number | null {
    const { time } = planNow(this.#model);
    const member = time.members.get(cell.period);
    const months = values.find((value) => value.nodeId === cell.node)?.months ?? {};
    const known = time.leaves.slice(member?.from, member?.to).flatMap((month) => months[month] ?? []);
    return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
  }

  #merge(choices: Readonly<Record<string, Choice>>) {
    const base = this.#model.stored.map((record) => record.value);
    const mine = this.#mineValues();
    return mergeLeaves(
      base,
      mine,
      this.#stored.map((record) => record.value),
      choices,
    );
  }

  #mineValues(): AllocationRecord['value'][] {
    const model = this.#model;
    const stored = model.stored.map((record) => record.value);
    const { since, hiddenHolds } = model;
    const changed = changedValues(planNow(model), stored, {
      since,
      hiddenHolds,
      by: this.#user.personId,
      at: new Date().toISOString(),
    });
    const byNode = new Map(changed.map((value) => [value.nodeId, value]));
    return stored.map((value) => byNode.get(value.nodeId) ?? value);
  }

  /**
   * The merged plan on top of what is stored now, my part entered as edits of leaf cells. Null when it would break a total
   * that is not mine to change.
   */
  resolve(choices: Readonly<Record<string, Choice>>): PlanModel | null {
    const { leaves } = this.#merge(choices);
    const fresh = openModel(this.#model.record, this.#stored, this.#user.role);
    const at = new Date().toISOString();
    const edits = Object.entries(leaves).flatMap(([node, months]) =>
      Object.entries(months).flatMap(([period, value]): Edit[] => {
        if ((fresh.values.get(node)?.months[period] ?? null) === value) return [];
        const author = { by: this.#user.personId, at };
        return [value === null ? { kind: 'clear', node, period, ...author } : { kind: 'set', node, period, value, ...author }];
      }),
    );
    // A held total would make siblings give way to each entry; entered without holds, the sums decide at the end.
    const { model, failed } = replay(withHolds(fresh, new Map()), edits);
    if (failed.length > 0) return null;
    const kept = [...fresh.hiddenHolds].every((key) => {
      const [period = '', node = ''] = key.split('|');
      return sumOf(model, node, period) === sumOf(fresh, node, period);
    });
    return kept ? withHolds(model, this.#mergedHolds(fresh)) : null;
  }

  /** Their holds, with those I set and without those I released. */
  #mergedHolds(fresh: PlanModel): Plan['holds'] {
    const base = openModel(this.#model.record, this.#model.stored, this.#user.role).history.plan.holds;
    const mine = planNow(this.#model).holds;
    const holds = new Map(fresh.history.plan.holds);
    for (const [key, ref] of mine) if (!base.has(key)) holds.set(key, ref);
    for (const key of base.keys()) if (!mine.has(key)) holds.delete(key);
    return holds;
  }
}

function withHolds(model: PlanModel, holds: Plan['holds']): PlanModel {
  return { ...model, history: { ...model.history, plan: { ...model.history.plan, holds } } };
}

function sumOf(model: PlanModel, node: string, period: string): number | null {
  const plan = planNow(model);
  const member = plan.organisation.members.get(node);
  const month = plan.time.leaves.indexOf(period);
  if (!member) return null;
  let sum: number | null = null;
  for (let row = member.from; row < member.to; row += 1) {
    const value = plan.rows.get(row)?.[month] ?? null;
    if (value !== null) sum = (sum ?? 0) + value;
  }
  return sum;
}
