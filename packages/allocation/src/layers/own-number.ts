/**
 * A manager's own number: somebody leads a team and sells too. The own number is a leaf of its own right below the manager
 * (`north/own`), a member like any other. A number stored at the manager beside the tree would have to be added to every sum
 * on every axis by everyone who sums; as a leaf it is in the sum by construction, for each month and product, and it is
 * spread, held, explained and rounded like the rest.
 */
import { childrenOf, isLeaf, memberOf } from '../axis.ts';
import { coreError } from '../core-error.ts';
import { layerError } from './layer-error.ts';
import { boxOf, cellValue } from '../plan.ts';
import type { Axis, AxisInput } from '../axis.ts';
import type { Edit } from '../edits/edit.ts';
import type { Author } from '../journal.ts';
import type { CellRef, Plan } from '../plan.ts';

/** The id of the leaf that carries a manager's own number. */
export function ownId(manager: string): string {
  return `${manager}/own`;
}

/** A tree with own leaves. */
export interface OwnLeaves {
  readonly axis: AxisInput;
  /** Own leaf id by manager id, for screens that show it as the manager's. */
  readonly labels: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
}

/**
 * Adds an own leaf as the first child of each manager named; `names` (by member id) make the labels. Throws for somebody who
 * is not in the tree, has nobody below, is named twice, or whose leaf's id is taken.
 */
export function withOwnLeaves(
  axis: AxisInput,
  managers: readonly string[],
  names: Readonly<Record<string, string>> = {},
): OwnLeaves {
  const ids = new Set(axis.members.map(({ id }) => id));
  const parents = new Set(axis.members.map(({ parentId }) => parentId));
  const own = new Set<string>();
  managers.forEach((manager, index) => {
    const path = `managers.${index}`;
    if (!ids.has(manager)) throw coreError('allocation.member.unknown', manager, path);
    if (!parents.has(manager)) throw layerError('allocation.layers.own.leaf', manager, path);
    if (own.has(manager)) throw coreError('allocation.id.duplicate', manager, path);
    if (ids.has(ownId(manager))) throw coreError('allocation.id.duplicate', ownId(manager), path);
    own.add(manager);
  });
  const members = axis.members.flatMap((member) =>
    own.has(member.id) ? [member, { id: ownId(member.id), parentId: member.id }] : [member],
  );
  const labels = managers.map((manager) => {
    const name = Object.hasOwn(names, manager) ? (names[manager] as string) : manager;
    return [ownId(manager), { zh: `${name}（本人）`, en: `${name} (own)` }] as const;
  });
  return { axis: { ...axis, members }, labels: Object.fromEntries(labels) };
}

/** A manager's cell in its two parts, in minor units or pieces: `total` is `own` plus `team`. */
export interface OwnNumber {
  readonly total: number | null;
  readonly own: number | null;
  readonly team: number | null;
}

/** Reads both parts. The manager stands on axis `axisId` of the cell. Throws when the manager has no own leaf. */
export function ownNumber(plan: Plan, axisId: string, ref: CellRef): OwnNumber {
  const { axis, manager, leaf } = ownLeaf(plan, axisId, ref);
  const own = cellValue(plan, { ...ref, at: { ...ref.at, [axisId]: leaf } });
  const parts = childrenOf(axis, memberOf(axis, manager))
    .filter((child) => axis.ids[child] !== leaf)
    .map((child) => cellValue(plan, { ...ref, at: { ...ref.at, [axisId]: axis.ids[child] as string } }));
  const known = parts.filter((part) => part !== null);
  const team = known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0);
  return { total: cellValue(plan, ref), own, team };
}

/**
 * 'onTop': the team keeps what it has and the total grows by the own number. 'inside': the total stays, and the team carries
 * that much less.
 */
export type OwnPolicy = 'onTop' | 'inside';

/** The edit that sets a manager's own number under a policy. Throws when the manager has no own leaf. */
export function ownEdit(plan: Plan, axisId: string, ref: CellRef, value: number, policy: OwnPolicy, author: Author = {}): Edit {
  const { leaf } = ownLeaf(plan, axisId, ref);
  const target = { ...ref, at: { ...ref.at, [axisId]: leaf } };
  return { ...author, kind: 'set', target, value, ...(policy === 'inside' ? { within: ref.at } : {}) };
}

function ownLeaf(plan: Plan, axisId: string, ref: CellRef): { axis: Axis; manager: string; leaf: string } {
  boxOf(plan, ref.at);
  const axis = plan.grid.axes.find(({ id }) => id === axisId);
  if (axis === undefined) throw coreError('allocation.axis.unknown', axisId, 'axisId');
  const [top = ''] = axis.ids;
  const manager = ref.at[axisId] ?? top;
  const leaf = axis.numberOf.get(ownId(manager));
  if (leaf === undefined || !isLeaf(axis, leaf)) {
    throw layerError('allocation.layers.own.missing', manager, `at.${axisId}`);
  }
  return { axis, manager, leaf: ownId(manager) };
}
