import type { Instance } from '../instance.ts';
import type { FixedSpec } from '../instance-spec.ts';
import type { PlannedVisit } from './planned-visit.ts';
import type { EventEffects } from './read-events.ts';
import type { CasePromise, Unit } from './replan-case.ts';
import type { ReplanRequest } from './replan-request.ts';

type Span = readonly [number, number];

/** What must stay where it is, as promises of the solver, and those that people were given or took themselves. */
export interface UnitPromises {
  readonly fixed: readonly FixedSpec[];
  readonly promises: readonly CasePromise[];
  /** Visits (`unit * days + day`) that nothing may remove: near days and decisions of people, where no event takes the place. */
  readonly immovable: ReadonlySet<number>;
}

/** One visit while its constraints are gathered. `vehicle` is of the instance, -1: any. */
interface Stay {
  vehicle: number;
  window: Span | null;
  /** The instance promises a window: it holds also where the client is closed. */
  beyondHours: boolean;
}

/**
 * Gathers per visit: promises of the instance, decisions of people, near days, and urgent wishes about a visit that is planned already.
 *
 * @param vehicleOf number of a vehicle in the case, -1 when it is not looked at
 */
export function unitPromises(
  request: ReplanRequest,
  effects: EventEffects,
  units: readonly Unit[],
  touched: (visit: PlannedVisit<number>) => boolean,
  vehicleOf: (vehicle: number) => number,
): UnitPromises {
  const { instance, held = [], today = 0, lockedUntil = today, budget } = request;
  const { days, fixed } = instance;
  const unitOf = new Map(units.flatMap((unit, u) => (unit.urgent === null ? [[unit.client, u] as const] : [])));
  const stays = new Map<number, Stay>();
  const promises: CasePromise[] = [];
  const immovable = new Set<number>();
  const publishedOn = new Map(units.flatMap((unit, u) => unit.published.map((visit) => [u * days + visit.day, visit] as const)));
  const stay = (unit: number, day: number, vehicle: number, window: Span | null, beyondHours = false): void => {
    const old = stays.get(unit * days + day);
    if (old === undefined) stays.set(unit * days + day, { vehicle, window, beyondHours });
    else {
      if (vehicle >= 0) old.vehicle = vehicle;
      if (window !== null) old.window = old.window === null ? window : meet(old.window, window);
    }
  };
  for (let i = 0; i < fixed.count; i++) {
    const unit = unitOf.get(fixed.client[i]!);
    if (unit === undefined || effects.cancelled.has(fixed.client[i]! * days + fixed.day[i]!)) continue;
    const bound = fixed.open[i]! > -Infinity || fixed.close[i]! < Infinity;
    const window = bound ? ([fixed.open[i]!, fixed.close[i]!] as const) : null;
    stay(unit, fixed.day[i]!, fixed.vehicle[i]!, window, bound);
    promises.push({ unit, day: fixed.day[i]!, vehicle: fixed.vehicle[i]!, window, kind: 'promise' });
  }
  held.forEach(({ client, day, keepStart }) => {
    const unit = unitOf.get(client);
    const visit = unit === undefined ? undefined : publishedOn.get(unit * days + day);
    if (unit === undefined || visit === undefined || effects.cancelled.has(client * days + day)) return;
    const window = keepStart === true && visit.start !== null ? ([visit.start, visit.start] as const) : null;
    stay(unit, day, visit.vehicle, window);
    if (!touched(visit)) immovable.add(unit * days + day);
    promises.push({ unit, day, vehicle: visit.vehicle, window, kind: 'held' });
  });
  for (const [key, { data }] of effects.wishes) {
    const unit = unitOf.get(Math.floor(key / days));
    if (unit === undefined) continue;
    stay(unit, key % days, data.vehicle ?? -1, data.window ?? null, data.window !== undefined);
    promises.push({ unit, day: key % days, vehicle: data.vehicle ?? -1, window: data.window ?? null, kind: 'promise' });
  }
  for (const [key, visit] of publishedOn) {
    if (visit.day < today || visit.day >= lockedUntil || touched(visit) || effects.cancelled.has(visit.client * days + visit.day))
      continue;
    immovable.add(key);
    const { tolerance = 15 } = budget;
    stay(
      Math.floor(key / days),
      visit.day,
      visit.vehicle,
      visit.start === null ? null : [visit.start - tolerance, visit.start + tolerance],
    );
  }
  const list = [...stays].sort(([a], [b]) => a - b);
  return {
    fixed: list.map(([key, one]) => toFixed(request.instance, effects, units, key, one, publishedOn.get(key), vehicleOf)),
    promises,
    immovable,
  };
}

function toFixed(
  instance: Instance,
  effects: EventEffects,
  units: readonly Unit[],
  key: number,
  { vehicle, window, beyondHours }: Stay,
  visit: PlannedVisit<number> | undefined,
  vehicleOf: (vehicle: number) => number,
): FixedSpec {
  const unit = Math.floor(key / instance.days);
  const day = key % instance.days;
  const { client } = units[unit]!;
  // Who is away cannot keep it; that somebody comes is worth keeping still.
  const away = [...effects.absent.keys()].some((r) => instance.slots.vehicle[r] === vehicle && instance.slots.day[r] === day);
  const mapped = vehicle < 0 || away ? -1 : vehicleOf(vehicle);
  const base = { client: unit, day, vehicle: mapped < 0 ? undefined : mapped };
  if (window === null) return base;
  const changed = effects.hours.get(client * instance.days + day)?.windows;
  const hours = changed ?? (beyondHours ? [window] : ownWindows(instance, client, day));
  const near = visit?.start ?? window[0];
  const inside = hours.map((one) => meet(one, window)).filter(([open, close]) => open <= close);
  const best = inside.find(([open, close]) => open <= near && near <= close) ?? inside[0];
  // Nothing left of it: the visit goes by the client's hours, and the promise is named as broken.
  return best === undefined ? base : { ...base, window: best };
}

/** Hours of a client of the instance on a day. */
export function ownWindows({ windows, days }: Instance, client: number, day: number): readonly Span[] {
  if (windows === null) return [[-Infinity, Infinity]];
  const from = windows.from[client * days + day]!;
  const until = windows.from[client * days + day + 1]!;
  return Array.from({ length: until - from }, (_, i) => [windows.open[from + i]!, windows.close[from + i]!] as const);
}

function meet(a: Span, b: Span): Span {
  return [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
}
