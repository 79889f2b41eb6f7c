import type { Case, Client, DistanceRule } from '../case.ts';
import { Unreadable } from '../unreadable.ts';
import { planeWay } from './plane.ts';
import { cellsOf, rowAt, rowsOf } from './rows.ts';

/** Reads problems with windows as Solomon writes them. Throws `Unreadable`. */
export function solomonCase(text: string, rule: DistanceRule): Case {
  const rows = rowsOf(text);
  const after = (word: string): number => {
    const index = rows.findIndex((row) => row.cells[0]?.toUpperCase() === word);
    if (index < 0) throw new Unreadable('routes.instance.end', '', word);
    return index + 1;
  };
  const [vehicles = 0, capacity = 0] = cellsOf(rowAt(rows, after('NUMBER'), 'NUMBER CAPACITY'), 2);
  const stops = new Map(
    rows.slice(after('CUST')).map((row): [string, Client] => {
      const [id = -1, x = 0, y = 0, demand = 0, open = 0, close = 0, service = 0] = cellsOf(row, 7);
      return [String(id), { x, y, demand, service, daySets: [[1]], window: [open, close] }];
    }),
  );
  const depot = stops.get('0');
  if (depot === undefined) throw new Unreadable('routes.instance.end', '', '0 x y');
  stops.delete('0');
  const [earliest, latest] = depot.window;
  return {
    ...{ name: rowAt(rows, 0, 'name').text, days: 1, vehiclesPerDay: vehicles, way: planeWay(rule), clients: stops },
    shift: (day, vehicle) =>
      day === 1 && Number.isInteger(vehicle) && vehicle >= 1 && vehicle <= vehicles
        ? { depot, earliest, latest, maxDuration: Infinity, capacity }
        : null,
  };
}
