import type { SearchState } from '../search/state.ts';
import { schedule } from '../search/timing/schedule.ts';
import { keptTimes } from './kept-times.ts';
import type { ReplanCase } from './replan-case.ts';

/** Visits of a unit that are not where they were published: the pairs of `matchVisits` that differ in day or vehicle. */
export function movedOf({ publishedCount, publishedVehicle, model }: ReplanCase, { slotOf }: SearchState, unit: number): number {
  const { vehicle } = model.instance.slots;
  let planned = 0;
  let kept = 0;
  for (let day = 0; day < model.days; day++) {
    const slot = slotOf[day * model.clients + unit]!;
    if (slot < 0) continue;
    planned++;
    if (vehicle[slot] === publishedVehicle[unit * model.days + day]) kept++;
  }
  return Math.min(planned, publishedCount[unit]!) - kept;
}

/** Visits of a slot that start at another time than published, though on their day with their vehicle. */
export function shiftedOf(one: ReplanCase, state: SearchState, slot: number): number {
  const { publishedStart, publishedVehicle, model, request } = one;
  const nodes: number[] = [];
  for (let node = state.next[model.sentinel + slot]!; node < model.sentinel; node = state.next[node]!) nodes.push(node);
  const { slots } = model.instance;
  if (keptTimes(one, slot, nodes) !== null) return 0;
  const starts = schedule(model, slot, nodes)?.starts ?? [];
  const { tolerance = 15 } = request.budget;
  let count = 0;
  nodes.forEach((node, i) => {
    const at = model.clientOf[node]! * model.days + slots.day[slot]!;
    if (publishedVehicle[at] === slots.vehicle[slot] && Math.abs(starts[i]! - publishedStart[at]!) > tolerance + 1e-6) count++;
  });
  return count;
}

/** Keeps how many visits of a plan moved and shifted, by the units and slots that a move touches. */
export class ChangeTally {
  readonly #case: ReplanCase;
  readonly #state: SearchState;
  readonly #moved: Int32Array;
  readonly #shifted: Int32Array;
  readonly #most: { readonly moved: number; readonly shifted: number };
  moved = 0;
  shifted = 0;

  constructor(one: ReplanCase, state: SearchState, most: { readonly moved: number; readonly shifted: number }) {
    this.#case = one;
    this.#state = state;
    this.#most = most;
    this.#moved = new Int32Array(one.units.length);
    this.#shifted = new Int32Array(one.slots.length);
    this.refresh();
  }

  /** Counts everything again. */
  refresh(): void {
    this.moved = this.shifted = 0;
    for (let unit = 0; unit < this.#moved.length; unit++)
      this.moved += this.#moved[unit] = movedOf(this.#case, this.#state, unit);
    for (let slot = 0; slot < this.#shifted.length; slot++) this.shifted += this.#shifted[slot] = this.#shiftsIn(slot);
  }

  /** Visits moved after the current move; Infinity when that is more than allowed, and more than before it. */
  movedAfter(): number {
    const { move } = this.#state;
    let { moved } = this;
    for (let i = 0; i < move.clientCount; i++) {
      const unit = move.clients[i]!;
      moved += movedOf(this.#case, this.#state, unit) - this.#moved[unit]!;
    }
    return moved > this.#most.moved && moved > this.moved ? Infinity : moved;
  }

  /** The same for visits shifted. Takes longer: the times of every slot touched. */
  shiftedAfter(): number {
    const { move } = this.#state;
    let { shifted } = this;
    for (let i = 0; i < move.slotCount; i++) shifted += this.#shiftsIn(move.slots[i]!) - this.#shifted[move.slots[i]!]!;
    return shifted > this.#most.shifted && shifted > this.shifted ? Infinity : shifted;
  }

  /** Takes the counts of the current move over. */
  accept(): void {
    const { move } = this.#state;
    for (let i = 0; i < move.clientCount; i++) {
      const unit = move.clients[i]!;
      this.moved -= this.#moved[unit]!;
      this.moved += this.#moved[unit] = movedOf(this.#case, this.#state, unit);
    }
    for (let i = 0; i < move.slotCount; i++) {
      const slot = move.slots[i]!;
      this.shifted -= this.#shifted[slot]!;
      this.shifted += this.#shifted[slot] = this.#shiftsIn(slot);
    }
  }

  #shiftsIn(slot: number): number {
    return this.#case.slots[slot]!.part === 'open' ? shiftedOf(this.#case, this.#state, slot) : 0;
  }
}
