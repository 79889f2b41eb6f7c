import type { Case, Client, DistanceRule, Shift } from '../case.ts';
import { Unreadable } from '../unreadable.ts';
import { planeWay } from './plane.ts';
import { cellsOf, rowAt, rowsOf, unreadableRow } from './rows.ts';
import type { Row } from './rows.ts';

/** Reads periodic problems as Cordeau, Gendreau and Laporte write them. Throws `Unreadable`. */
export function cordeauCase(text: string, rule: DistanceRule): Case {
  const rows = rowsOf(text);
  const first = rowAt(rows, 0, 'type m n t');
  const [kind = -1, vehicles = 0, customers = 0, days = 0] = cellsOf(first, 4);
  if (![0, 1, 4, 5].includes(kind)) throw new Unreadable('routes.instance.kind', 'line 1', first.text);
  const timed = kind > 3;
  const limits = Array.from({ length: days }, (_, day) => {
    const [duration = 0, capacity = 0] = cellsOf(rowAt(rows, 1 + day, 'D Q'), 2);
    return { maxDuration: duration > 0 ? duration : Infinity, capacity: capacity > 0 ? capacity : Infinity };
  });
  const stops = Array.from({ length: customers + 1 }, (_, index) => {
    const row = rowAt(rows, 1 + days + index, `i x y (${customers + 1})`);
    return stopOf(row, days, timed);
  });
  const depot = stops.find(({ id }) => id === '0')?.client;
  if (depot === undefined) throw new Unreadable('routes.instance.end', '', '0 x y');
  const shift: Pick<Shift, 'depot' | 'earliest' | 'latest'> = timed
    ? { depot, earliest: depot.window[0], latest: depot.window[1] }
    : { depot, earliest: 0, latest: Infinity };
  const served = stops.filter(({ client }) => client !== depot && !standsForVehicle(client, depot, limits));
  return {
    ...{ name: '', days, vehiclesPerDay: vehicles, way: planeWay(rule) },
    clients: new Map(served.map(({ id, client }) => [id, client])),
    shift(day, vehicle) {
      const limit = limits[day - 1];
      if (limit === undefined || !Number.isInteger(vehicle) || vehicle < 1 || vehicle > vehicles) return null;
      return { ...shift, ...limit };
    },
  };
}

function stopOf(row: Row, days: number, timed: boolean): { id: string; client: Client } {
  const [id = -1, x = 0, y = 0, service = 0, demand = 0, , count = 0] = cellsOf(row, 7);
  const all = cellsOf(row, 7 + count + (timed ? 2 : 0));
  const masks = all.slice(7, 7 + count).map((mask) => mask.toString(2).padStart(days, '0'));
  if (masks.some((mask) => mask.length > days)) throw unreadableRow(row);
  const daySets = masks.map((mask) => [...mask].flatMap((bit, index) => (bit === '1' ? [index + 1] : [])));
  const [open = 0, close = Infinity] = timed ? all.slice(7 + count) : [];
  return { id: String(id), client: { x, y, service, demand, daySets, window: [open, close] } };
}

/** A row at the depot that fills a vehicle without needing time: published values leave it out, as does the plan. */
function standsForVehicle(client: Client, depot: Client, limits: readonly { readonly capacity: number }[]): boolean {
  const here = client.x === depot.x && client.y === depot.y && client.service === 0;
  return here && limits.every(({ capacity }) => capacity === client.demand);
}
