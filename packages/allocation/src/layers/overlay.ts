/**
 * Overlay quotas 叠加目标: a product manager or key-account manager shares the credit for cells that others own. The direct
 * owners carry the plan; what an overlay is credited with is the same money seen by a second person, and the company has it
 * once. Direct and overlay amounts are therefore different types, and neither is a number: adding them does not compile.
 */
import { coreError } from '../core-error.ts';
import { layerError } from './layer-error.ts';
import { exactSum } from '../exact.ts';
import { positionsOf } from '../grid.ts';
import { boxOf, boxValue, metricOf } from '../plan.ts';
import { memberOf } from '../axis.ts';
import type { Axis } from '../axis.ts';
import type { Box } from '../grid.ts';
import type { CellRef, Plan } from '../plan.ts';

/** An amount that direct owners carry. Minor units or pieces; null: nobody said. */
export interface DirectAmount {
  readonly kind: 'direct';
  readonly direct: number | null;
}

/** An amount somebody is credited with beside its direct owners. Never part of a total. */
export interface OverlayAmount {
  readonly kind: 'overlay';
  readonly credited: number | null;
}

/** Whose credit reaches how far. Data: serialises to JSON. */
export interface Overlay {
  readonly id: string;
  /** Who is credited; one person may have several. */
  readonly person: string;
  /**
   * Members by axis id: the overlay is every combination of them, each with all that is below it. An axis left out means all
   * of it.
   */
  readonly covers: Readonly<Record<string, readonly string[]>>;
}

/** A cell as its direct owners carry it: the only kind of amount a total of the company is made of. */
export function directAmount(plan: Plan, ref: CellRef): DirectAmount {
  return { kind: 'direct', direct: boxValue(plan, metricOf(plan, ref.metric), boxOf(plan, ref.at)) };
}

/**
 * The sum of amounts of direct owners; the caller sees to it that the cells do not overlap. Null when all of them are. Throws
 * for an amount of an overlay, should one get here unchecked.
 */
export function addDirect(...amounts: readonly DirectAmount[]): DirectAmount {
  const wrong = amounts.findIndex(({ kind }) => kind !== 'direct');
  if (wrong >= 0) throw layerError('allocation.layers.overlay.added', amounts[wrong]?.kind, `amounts.${wrong}`);
  const known = amounts.flatMap(({ direct }) => (direct === null ? [] : [direct]));
  return { kind: 'direct', direct: known.length === 0 ? null : exactSum(known) };
}

/** The boxes of an overlay. Throws for a person without a name, an unknown axis or member, an axis without members. */
export function overlayBoxes(plan: Plan, overlay: Overlay, path = 'overlay'): Box[] {
  if (overlay.person.trim() === '') {
    throw layerError('allocation.layers.overlay.person', overlay.person, `${path}.person`);
  }
  const { axes } = plan.grid;
  for (const id of Object.keys(overlay.covers)) {
    if (!axes.some((axis) => axis.id === id)) throw coreError('allocation.axis.unknown', id, `${path}.covers.${id}`);
  }
  return axes.reduce<Box[]>(
    (boxes, axis, at) => boxes.flatMap((box) => membersOf(axis, overlay, path).map((member) => box.with(at, member))),
    [new Int32Array(axes.length)],
  );
}

function membersOf(axis: Axis, { covers }: Overlay, path: string): number[] {
  const ids = covers[axis.id];
  if (ids === undefined) return [0];
  if (ids.length === 0) throw coreError('allocation.members.empty', axis.id, `${path}.covers.${axis.id}`);
  return ids.map((id, index) => memberOf(axis, id, `${path}.covers.${axis.id}.${index}`));
}

/** Every position of an overlay once, however its boxes overlap. `mark` is as long as the plan and comes back cleared. */
export function overlayPositions(plan: Plan, boxes: readonly Box[], mark: Uint8Array): Int32Array {
  const lists = boxes.map((box) =>
    positionsOf(plan.grid, box).filter((position) => {
      const fresh = mark[position] === 0;
      mark[position] = 1;
      return fresh;
    }),
  );
  const all = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let start = 0;
  for (const list of lists) {
    all.set(list, start);
    start += list.length;
  }
  for (const position of all) mark[position] = 0;
  return all;
}
