import { buildInstance } from '../build-instance.ts';
import { RoutingError } from '../error.ts';
import type { ClientSpec, SlotSpec } from '../instance-spec.ts';
import { checkPlaces, planeMatrix } from './distances.ts';
import type { FormatNote, NamedInstance, ReadOptions } from './named-instance.ts';
import { lineOf, notNegative, numberIn, numbersIn, TextLines, whole } from './text-lines.ts';
import type { TextLine } from './text-lines.ts';
import { vehicleCost } from './vehicle-cost.ts';

interface Header {
  readonly windowed: boolean;
  readonly vehicles: number;
  readonly customers: number;
  readonly limits: readonly { readonly duration: number; readonly capacity: number }[];
}

interface Row {
  readonly line: TextLine;
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly service: number;
  readonly demand: number;
  readonly frequency: number;
  readonly patterns: readonly (readonly number[])[];
  readonly window: readonly [number, number] | null;
}

/**
 * Reads the format of Cordeau, Gendreau and Laporte (Networks 30, 1997) for periodic problems, with windows (type 5) or without
 * (type 1): `type m n t`, t lines `D Q` (0: no limit), then `i x y service demand frequency ncombos combos… [e l]`. Vehicles are
 * counted per day. Throws `RoutingError` whose path is the line.
 */
export function readCordeau(text: string, { objective = 'distance' }: ReadOptions = {}): NamedInstance {
  const lines = new TextLines(text);
  const header = readHeader(lines);
  const { depot, customers } = readRows(lines, header);
  const notes: FormatNote[] = [];
  const served = customers.filter((row) => !isPlaceholder(row, depot, header, notes));
  for (const row of served) noteFrequency(row, notes);
  const distance = planeMatrix([depot, ...served]);
  const fixedCost = objective === 'vehicles-first' ? vehicleCost(distance, served.length, header.limits.length) : 0;
  const instance = buildInstance({
    days: header.limits.length,
    places: served.length + 1,
    distance,
    clients: served.map(clientOf),
    slots: header.limits.flatMap((limit, day) =>
      Array.from({ length: header.vehicles }, (_, vehicle) => ({ ...slotOf(depot, limit), day, vehicle, fixedCost })),
    ),
  });
  const clientIds = served.map((row) => String(row.id));
  return {
    ...{ format: 'cordeau', name: '', instance, clientIds, objective, distances: 'exact', scale: 1 },
    ...{ vehicleCost: fixedCost, notes },
  };
}

function readHeader(lines: TextLines): Header {
  const first = lines.need('type m n t');
  const [kind = 0, vehicles = 0, customers = 0, days = 0] = numbersIn(first, 4).map((value) => whole(value, first));
  if (![0, 1, 4, 5].includes(kind)) throw new RoutingError('routing.format.kind', kind, lineOf(first));
  if (days < 1 || days > 31) throw new RoutingError('routing.format.days', days, lineOf(first));
  checkPlaces(Math.max(customers + 1, vehicles * days), first);
  const limits = Array.from({ length: days }, () => {
    const line = lines.need('D Q');
    const [duration = 0, capacity = 0] = numbersIn(line, 2).map((value) => notNegative(value, line));
    return { duration: duration === 0 ? Infinity : duration, capacity: capacity === 0 ? Infinity : capacity };
  });
  return { windowed: kind >= 4, vehicles, customers, limits };
}

function readRows(lines: TextLines, header: Header): { depot: Row; customers: Row[] } {
  const rows = new Map<number, Row>();
  for (let count = 0; count <= header.customers; count += 1) {
    const row = readRow(lines.need(`${header.customers + 1 - count} × i x y …`), header);
    if (rows.has(row.id)) throw new RoutingError('routing.format.duplicate', row.id, lineOf(row.line));
    rows.set(row.id, row);
  }
  const rest = lines.next();
  if (rest !== null) throw new RoutingError('routing.format.tooMuch', rest.text, lineOf(rest));
  const depot = rows.get(0);
  if (depot === undefined) throw new RoutingError('routing.format.depot', '');
  const customers = [...rows.values()].filter((row) => row !== depot);
  for (const { id, patterns, line } of customers) {
    if (patterns.length === 0) throw new RoutingError('routing.format.noPattern', id, lineOf(line));
  }
  return { depot, customers };
}

function readRow(line: TextLine, { windowed, limits }: Header): Row {
  // Shorter lines have no number of combinations: the next line says so.
  const combos = line.words.length < 7 ? 0 : whole(numberIn(line.words[6], line), line);
  const values = numbersIn(line, 7 + combos + (windowed ? 2 : 0));
  const [id = 0, x = 0, y = 0, service = 0, demand = 0, frequency = 0] = values;
  const window = windowed ? ([values.at(-2) as number, values.at(-1) as number] as const) : null;
  if (window !== null && window[0] > window[1]) throw new RoutingError('routing.format.window', window.join(' > '), lineOf(line));
  return {
    ...{ line, x, y, window },
    id: whole(id, line),
    service: notNegative(service, line),
    demand: notNegative(demand, line),
    frequency: whole(frequency, line),
    patterns: values.slice(7, 7 + combos).map((mask) => daysOf(mask, limits.length, line)),
  };
}

/** The first day is the leftmost bit. */
function daysOf(mask: number, days: number, line: TextLine): number[] {
  if (!Number.isSafeInteger(mask) || mask < 1 || mask >= 2 ** days) {
    throw new RoutingError('routing.format.pattern', mask, lineOf(line));
  }
  return Array.from({ length: days }, (_, day) => day).filter((day) => Math.floor(mask / 2 ** (days - 1 - day)) % 2 === 1);
}

/**
 * A row at the depot itself that needs no time and fills a whole vehicle stands for a vehicle that is not there. Published values
 * do not serve it, so it is left out and noted.
 */
function isPlaceholder(row: Row, depot: Row, { limits }: Header, notes: FormatNote[]): boolean {
  const fills = limits.every(({ capacity }) => row.demand === capacity);
  if (!fills || row.x !== depot.x || row.y !== depot.y || row.service > 0) return false;
  notes.push({
    code: 'routing.format.placeholder',
    zh: `第 ${row.line.number} 行：客户 ${row.id} 就在车场，需求等于整车容量，是占位行，未计入（公布的最优值同样不计）`,
    en: `line ${row.line.number}: customer ${row.id} stands at the depot and fills a vehicle; published values leave it out, and so does this plan`,
  });
  return true;
}

function noteFrequency({ id, line, frequency, patterns }: Row, notes: FormatNote[]): void {
  if (patterns.every((days) => days.length === frequency)) return;
  notes.push({
    code: 'routing.format.frequency',
    zh: `第 ${line.number} 行：客户 ${id} 的访问次数写的是 ${frequency}，与其访问组合的天数不符；以组合为准`,
    en: `line ${line.number}: customer ${id} states ${frequency} visits, but its combinations have other numbers of days; the combinations count`,
  });
}

function clientOf({ service, demand, patterns, window }: Row, index: number): ClientSpec {
  return { place: index + 1, service, demand, patterns, windows: window === null ? undefined : [window] };
}

function slotOf({ window }: Row, limit: Header['limits'][number]): Omit<SlotSpec, 'day' | 'vehicle'> {
  const [earliest, latest] = window ?? [0, Infinity];
  return { start: 0, end: 0, earliest, latest, maxDuration: limit.duration, capacity: limit.capacity };
}
