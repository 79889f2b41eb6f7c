import { isWithin, leafIds, withHolds } from '@milepost/allocation';
import { cellAt, organisationOf, timeOf } from '@milepost/allocation/records';
import type { NodePeriod } from '@milepost/allocation/records';
import type { SessionInfo } from '@milepost/sdk';
import type { AllocationRecord } from '../data/plan-store.ts';
import { amountAt } from '../domain/amount-at.ts';
import { heldKeys } from '../domain/held-keys.ts';
import type { PlanEdit } from '../domain/plan-edit.ts';
import { changedValues } from '../domain/stored.ts';
import { mergeLeaves } from '../domain/merge.ts';
import type { Choice, NodeConflict } from '../domain/merge.ts';
import { replay } from './editing.ts';
import { openModel, planNow } from './plan-model.ts';
import type { PlanModel } from './plan-model.ts';

/** One decision: the cell I typed in, with what stood there, and the months of people below it that both changed. */
export interface ConflictGroup {
  readonly cell: NodePeriod;
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
    const [organisation, time] = [organisationOf(plan), timeOf(plan)];
    const edits = [...this.#model.edits].reverse();
    const groups = new Map<string, { cell: ConflictGroup['cell']; nodes: NodeConflict[] }>();
    for (const conflict of conflicts) {
      const covers = (edit: PlanEdit): boolean => {
        const above = organisation.numberOf.get(edit.node);
        const own = organisation.numberOf.get(conflict.nodeId);
        if (above === undefined || own === undefined || !isWithin(organisation, above, own)) return false;
        const months = leafIds(time, time.numberOf.get(edit.period));
        return time.numberOf.has(edit.period) && conflict.months.some((row) => months.includes(row.month));
      };
      const edit = edits.find(covers);
      const cell = edit ? { node: edit.node, period: edit.period } : { node: conflict.nodeId, period: time.ids[0] as string };
      const key = `${cell.period}|${cell.node}`;
      groups.set(key, { cell, nodes: [...(groups.get(key)?.nodes ?? []), conflict] });
    }
    const base = this.#model.stored.map((record) => record.value);
    const theirs = this.#stored.map((record) => record.value);
    return [...groups.values()].map(({ cell, nodes }) => ({
      cell,
      nodes,
      base: this.#at(base, cell),
      mine: amountAt(plan, cell.node, cell.period),
      theirs: this.#at(theirs, cell),
    }));
  }

  #at(values: readonly AllocationRecord['value'][], cell: ConflictGroup['cell']): number | null {
    const time = timeOf(planNow(this.#model));
    const months = values.find((value) => value.nodeId === cell.node)?.months ?? {};
    const known = leafIds(time, time.numberOf.get(cell.period)).flatMap((month) => months[month] ?? []);
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
      Object.entries(months).flatMap(([period, value]): PlanEdit[] => {
        if ((fresh.values.get(node)?.months[period] ?? null) === value) return [];
        const author = { by: this.#user.personId, at };
        return [value === null ? { kind: 'clear', node, period, ...author } : { kind: 'set', node, period, value, ...author }];
      }),
    );
    // A held total would make siblings give way to each entry; entered without holds, the sums decide at the end.
    const { model, failed } = replay(holding(fresh, []), edits);
    if (failed.length > 0) return null;
    const kept = [...fresh.hiddenHolds].every((key) => {
      const [period = '', node = ''] = key.split('|');
      return amountAt(planNow(model), node, period) === amountAt(planNow(fresh), node, period);
    });
    return kept ? holding(model, this.#mergedHolds(fresh)) : null;
  }

  /** Their holds, with those I set and without those I released. */
  #mergedHolds(fresh: PlanModel): NodePeriod[] {
    const base = heldKeys(planNow(openModel(this.#model.record, this.#model.stored, this.#user.role)));
    const mine = heldKeys(planNow(this.#model));
    const holds = heldKeys(planNow(fresh));
    for (const [key, cell] of mine) if (!base.has(key)) holds.set(key, cell);
    for (const key of base.keys()) if (!mine.has(key)) holds.delete(key);
    return [...holds.values()];
  }
}

function holding(model: PlanModel, cells: readonly NodePeriod[]): PlanModel {
  const refs = cells.map(({ node, period }) => cellAt(node, period));
  return { ...model, history: { ...model.history, plan: withHolds(planNow(model), refs) } };
}
