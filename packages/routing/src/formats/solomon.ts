import { buildInstance } from '../build-instance.ts';
import { RoutingError } from '../error.ts';
import { checkPlaces, planeMatrix, tenthsMatrix } from './distances.ts';
import type { NamedInstance, ReadOptions } from './named-instance.ts';
import { lineOf, notNegative, numbersIn, TextLines, whole } from './text-lines.ts';
import type { TextLine } from './text-lines.ts';
import { vehicleCost } from './vehicle-cost.ts';

/** Published optima of files up to this size are for distances cut after one decimal (Kohl, Desrosiers, Madsen, Solomon, Soumis 1999). */
const LARGEST_TRUNCATED = 50;

interface Row {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

/**
 * Reads the format of Solomon (Operations Research 35, 1987), also used by Gehring and Homberger: a name, one fleet, then
 * `number x y demand ready due service`, row 0 being the depot. Service starts within its window. Throws `RoutingError` whose path is
 * the line.
 */
export function readSolomon(text: string, { objective = 'distance', distances: wanted }: ReadOptions = {}): NamedInstance {
  const lines = new TextLines(text);
  const name = lines.need('name').text;
  const fleet = readFleet(lines);
  const { depot, customers } = readRows(lines);
  const distances = wanted ?? (objective === 'distance' && customers.length <= LARGEST_TRUNCATED ? 'truncated' : 'exact');
  const scale = distances === 'truncated' ? 10 : 1;
  const distance = (distances === 'truncated' ? tenthsMatrix : planeMatrix)([depot, ...customers]);
  const fixedCost = objective === 'vehicles-first' ? vehicleCost(distance, customers.length, 1) : 0;
  const instance = buildInstance({
    days: 1,
    places: customers.length + 1,
    distance,
    clients: customers.map(({ demand, ready, due, service }, index) => ({
      ...{ place: index + 1, demand, service: service * scale, windows: [[ready * scale, due * scale]] as const },
    })),
    slots: Array.from({ length: fleet.vehicles }, (_, vehicle) => ({
      ...{ day: 0, vehicle, start: 0, end: 0, earliest: depot.ready * scale, latest: depot.due * scale },
      ...{ capacity: fleet.capacity, fixedCost },
    })),
  });
  const clientIds = customers.map(({ id }) => String(id));
  return { format: 'solomon', name, instance, clientIds, objective, distances, scale, vehicleCost: fixedCost, notes: [] };
}

function readFleet(lines: TextLines): { vehicles: number; capacity: number } {
  section(lines.need('VEHICLE'), 'VEHICLE');
  section(lines.need('NUMBER CAPACITY'), 'NUMBER');
  const line = lines.need('NUMBER CAPACITY');
  const [vehicles = 0, capacity = 0] = numbersIn(line, 2);
  checkPlaces(whole(vehicles, line), line);
  return { vehicles, capacity: notNegative(capacity, line) };
}

function section(line: TextLine, word: string): void {
  if (line.words[0]?.toUpperCase() !== word) throw new RoutingError('routing.format.section', word, lineOf(line));
}

function readRows(lines: TextLines): { depot: Row; customers: Row[] } {
  section(lines.need('CUSTOMER'), 'CUSTOMER');
  section(lines.need('CUST NO.'), 'CUST');
  const rows = new Map<number, Row>();
  for (let line = lines.next(); line !== null; line = lines.next()) {
    const row = readRow(line);
    if (rows.has(row.id)) throw new RoutingError('routing.format.duplicate', row.id, lineOf(line));
    rows.set(row.id, row);
    checkPlaces(rows.size, line);
  }
  const depot = rows.get(0);
  if (depot === undefined) throw new RoutingError('routing.format.depot', '');
  return { depot, customers: [...rows.values()].filter((row) => row !== depot) };
}

function readRow(line: TextLine): Row {
  const [id = 0, x = 0, y = 0, demand = 0, ready = 0, due = 0, service = 0] = numbersIn(line, 7);
  if (ready > due) throw new RoutingError('routing.format.window', `${ready} > ${due}`, lineOf(line));
  return { id: whole(id, line), x, y, demand: notNegative(demand, line), ready, due, service: notNegative(service, line) };
}
