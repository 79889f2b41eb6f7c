/**
 * What somebody sees of a waterfall: a plan whose organisation begins with the viewer and ends where releases end. What was
 * received is the total; what managers kept or added stands in leaves `<manager>/held`, so that all sums stay exact.
 *
 * A view is made from what the viewer received, the viewer's own sheet and released sheets below: from nothing else. What a
 * manager above kept back, added or gave to others, and how that came about, is not in it.
 */
import { childrenOf, memberOf } from '../axis.ts';
import { layerError } from './layer-error.ts';
import { boxValue } from '../plan.ts';
import { valuesOf, valueAt } from '../values.ts';
import { assemble } from './assemble.ts';
import { cutAxis } from './cut-axis.ts';
import { fingerprintOf } from './fingerprint.ts';
import { plainPlan } from './plain-plan.ts';
import { partOf, receivedPlan } from './received-plan.ts';
import { stepOf, superiorOf, waterfallAxis } from './waterfall.ts';
import { translateJournal } from './translate-journal.ts';
import type { Axis } from '../axis.ts';
import type { JournalEntry } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { Part } from './assemble.ts';
import type { LayerRefusal } from './refusal.ts';
import type { Waterfall, WaterfallStep } from './waterfall.ts';

/** See the head of this file. */
export interface VisiblePlan {
  readonly ok: true;
  readonly plan: Plan;
  /** The viewer's own draft was made from another number than the one received now. */
  readonly receivedChanged: boolean;
}

/** The id of the leaf that shows what a manager kept (above 0) or handed out beyond what was received (below 0). */
export function heldId(manager: string): string {
  return `${manager}/held`;
}

/** A manager whose sheet is seen. */
interface Opened {
  readonly step: WaterfallStep;
  /** What was received less what is handed out, per metric; null when they are equal in every cell. */
  readonly held: Plan | null;
}

/**
 * What `viewer` sees. Refuses with `allocation.layers.waterfall.waiting` while nothing has been released to the viewer.
 * Throws for an unknown member, for sheets that the organisation has outgrown, or when a leaf of the organisation already has the id of a held leaf.
 */
export function visiblePlan(plan: Plan, waterfall: Waterfall, viewer: string): VisiblePlan | LayerRefusal {
  const { at, axis } = waterfallAxis(plan, waterfall);
  const top = memberOf(axis, viewer, 'viewer');
  const received = receivedPlan(plan, waterfall, viewer);
  if (!received.ok) return received;
  const opened = openedBy(waterfall, axis, at, top, received.plan);
  const extras = [...opened].flatMap(([member, { held }]) =>
    held === null ? [] : [{ id: heldId(axis.ids[member] as string), parent: member }],
  );
  const cut = cutAxis(axis, top, (member) => opened.has(member), extras);
  const axes = plan.grid.axes.map((old, index) => (index === at ? cut.axis : old));
  const { grid, values } = assemble(axes, at, partsOf(at, cut.axis, received.plan, [...opened.values()]));
  const whole = plainPlan(plan, grid, values);
  const journal = journalOf(whole, receivedFrom(waterfall, axis, top), [...opened.values()]);
  const own = opened.get(top)?.step;
  const receivedChanged = own !== undefined && own.draftedFrom !== fingerprintOf(received.plan);
  return { ok: true, plan: { ...whole, journal }, receivedChanged };
}

/** The viewer's sheet and the released ones below, top down, each reached through sheets that are seen. */
function openedBy(waterfall: Waterfall, axis: Axis, at: number, top: number, received: Plan): ReadonlyMap<number, Opened> {
  const steps = new Map(waterfall.steps.map((step) => [step.manager, step]));
  const opened = new Map<number, Opened>();
  for (let member = top; member < (axis.next[top] as number); member += 1) {
    const step = steps.get(axis.ids[member] as string);
    const above = opened.get(axis.parent[member] as number);
    const seen = member === top || (above !== undefined && step?.state === 'released');
    if (step === undefined || !seen) continue;
    checkReports(axis, member, step.sheet.grid.axes[at] as Axis);
    const got = above === undefined ? received : partOf(above.step.sheet, at, step.manager);
    opened.set(member, { step, held: heldBy(got, partOf(step.sheet, at, step.manager)) });
  }
  return opened;
}

/** The organisation may have changed since a sheet was kept: it then has no place for its numbers. */
function checkReports(axis: Axis, member: number, sheet: Axis): void {
  const reports = childrenOf(axis, member).map((child) => axis.ids[child]);
  const same = reports.length === sheet.ids.length - 1 && reports.every((id, index) => id === sheet.ids[index + 1]);
  if (same) return;
  const manager = axis.ids[member] as string;
  throw layerError('allocation.layers.waterfall.sheetShape', manager, `waterfall.steps.${manager}.sheet`);
}

function heldBy(received: Plan, handedOut: Plan): Plan | null {
  let differs = false;
  const values = received.values.map((got, metric) => {
    const given = handedOut.values[metric] as Values;
    return valuesOf(
      Float64Array.from({ length: got.length }, (_, position) => {
        const [left, right] = [valueAt(got, position), valueAt(given, position)];
        const difference = (left === left ? left : 0) - (right === right ? right : 0);
        if (difference === 0) return NaN;
        differs = true;
        return difference;
      }),
    );
  });
  return differs ? { ...received, values } : null;
}

function partsOf(at: number, whole: Axis, received: Plan, opened: readonly Opened[]): Part[] {
  const seen = new Set(opened.map(({ step }) => step.manager));
  if (opened.length === 0) return [{ ...received, leafTo: Int32Array.of(0) }];
  const leafOf = (id: string): number => whole.from[whole.numberOf.get(id) as number] as number;
  return opened.flatMap(({ step, held }): Part[] => {
    const { grid, values } = step.sheet;
    const axis = grid.axes[at] as Axis;
    const leafTo = Int32Array.from(axis.leaves, (leaf) => {
      const id = axis.ids[leaf] as string;
      return seen.has(id) ? -1 : leafOf(id);
    });
    const kept = held === null ? [] : [{ ...held, leafTo: Int32Array.of(leafOf(heldId(step.manager))) }];
    return [{ grid, values, leafTo }, ...kept];
  });
}

/** Who gave the viewer the number, and when; not why: reasons of a superior may tell of others. */
function receivedFrom(waterfall: Waterfall, axis: Axis, top: number): { by?: string; at?: string } {
  const superior = superiorOf(axis, top);
  const author = superior === null ? undefined : stepOf(waterfall, superior)?.author;
  return { ...(author?.by === undefined ? {} : { by: author.by }), ...(author?.at === undefined ? {} : { at: author.at }) };
}

/** The number received, then what was done on each sheet that is seen. */
function journalOf(plan: Plan, author: { by?: string; at?: string }, opened: readonly Opened[]): JournalEntry[] {
  const target = new Int32Array(plan.grid.axes.length);
  const journal: JournalEntry[] = [];
  plan.metrics.forEach((_, metric) => {
    const after = boxValue(plan, metric, target);
    if (after === null) return;
    journal.push({ ...author, seq: journal.length + 1, action: 'set', metric, target, before: null, after, divisions: [] });
  });
  for (const { step } of opened) {
    journal.push(...translateJournal(step.sheet.journal, step.sheet.grid.axes, plan.grid.axes, journal.length + 1));
  }
  return journal;
}
