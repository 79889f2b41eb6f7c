import type { Case, Client, Place } from '../case.ts';
import { Unreadable } from '../unreadable.ts';
import { straight } from './plane.ts';
import { cellsOf, rowAt, rowsOf } from './rows.ts';
import type { Row } from './rows.ts';

const anyTime = { service: 0, demand: 0, daySets: [[1]], window: [0, Infinity] } as const;

/** Reads travelling-salesman problems of TSPLIB: the first city is where the tour begins and ends. Throws `Unreadable`. */
export function tsplibCase(text: string): Case {
  const rows = rowsOf(text);
  const size = Number(wordAfter(rows, 'DIMENSION'));
  const kind = wordAfter(rows, 'TYPE');
  if (!/^A?TSP\b/.test(kind) || !Number.isInteger(size)) throw new Unreadable('routes.instance.kind', '', `${kind} ${size}`);
  const rule = wordAfter(rows, 'EDGE_WEIGHT_TYPE');
  const cities = rule === 'EXPLICIT' ? numbered(size) : planeCities(rows, size);
  const way = rule === 'EXPLICIT' ? matrixWay(rows, size) : ruleWay(rule);
  const [first, ...others] = cities;
  if (first === undefined) throw new Unreadable('routes.instance.end', '', 'NODE_COORD_SECTION');
  const clients = new Map(others.map(({ id, x, y }): [string, Client] => [id, { x, y, ...anyTime }]));
  const shift = { depot: first, earliest: 0, latest: Infinity, maxDuration: Infinity, capacity: Infinity };
  return {
    ...{ name: wordAfter(rows, 'NAME', ''), days: 1, vehiclesPerDay: 1, clients, way },
    shift: (day, vehicle) => (day === 1 && vehicle === 1 ? shift : null),
  };
}

function wordAfter(rows: readonly Row[], key: string, otherwise?: string): string {
  const row = rows.find(({ text }) => text.replace(/\s*:.*$/, '') === key);
  const value = row?.text.replace(/^[^:]*:\s*/, '') ?? otherwise;
  if (value === undefined) throw new Unreadable('routes.instance.end', '', key);
  return value;
}

type City = Place & { readonly id: string };

function numbered(size: number): City[] {
  return Array.from({ length: size }, (_, index) => ({ id: String(index + 1), x: index, y: 0 }));
}

function planeCities(rows: readonly Row[], size: number): City[] {
  const from = section(rows, 'NODE_COORD_SECTION');
  return Array.from({ length: size }, (_, index) => {
    const [id = -1, x = 0, y = 0] = cellsOf(rowAt(rows, from + index, `NODE_COORD_SECTION ${size}`), 3);
    return { id: String(id), x, y };
  });
}

function section(rows: readonly Row[], name: string): number {
  const index = rows.findIndex(({ text }) => text.startsWith(name));
  if (index < 0) throw new Unreadable('routes.instance.end', '', name);
  return index + 1;
}

function ruleWay(rule: string): (from: Place, to: Place) => number {
  const round = (value: number): number => Math.trunc(value + 0.5);
  const across = (a: Place, b: Place): [number, number] => [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  switch (rule) {
    case 'EUC_2D':
      return (a, b) => round(straight(a, b));
    case 'CEIL_2D':
      return (a, b) => Math.ceil(straight(a, b));
    case 'MAN_2D':
      return (a, b) => round(across(a, b)[0] + across(a, b)[1]);
    case 'MAX_2D':
      return (a, b) => Math.max(...across(a, b).map(round));
    case 'ATT':
      return (a, b) => Math.ceil(Math.sqrt((across(a, b)[0] ** 2 + across(a, b)[1] ** 2) / 10));
    case 'GEO':
      return globeWay;
    default:
      throw new Unreadable('routes.instance.kind', '', `EDGE_WEIGHT_TYPE ${rule}`);
  }
}

/** TSPLIB's earth, with its own radius and its own π. */
function globeWay(from: Place, to: Place): number {
  if (from === to) return 0;
  const angle = (value: number): number => {
    const whole = Math.trunc(value);
    return ((whole + ((value - whole) * 5) / 3) * 3.141592) / 180;
  };
  const [east, minus, plus] = [angle(from.y) - angle(to.y), angle(from.x) - angle(to.x), angle(from.x) + angle(to.x)];
  const cosine = ((1 + Math.cos(east)) * Math.cos(minus) - (1 - Math.cos(east)) * Math.cos(plus)) / 2;
  return Math.floor(6378.388 * Math.acos(Math.max(-1, Math.min(1, cosine))) + 1);
}

/** Any of the nine layouts of a matrix, cell by cell. */
function matrixWay(rows: readonly Row[], size: number): (from: Place, to: Place) => number {
  const layout = wordAfter(rows, 'EDGE_WEIGHT_FORMAT');
  if (!/^(FULL_MATRIX|(UPPER|LOWER)(_DIAG)?_(ROW|COL))$/.test(layout)) throw new Unreadable('routes.instance.kind', '', layout);
  const diagonal = layout.includes('DIAG') || layout === 'FULL_MATRIX';
  const holds = (row: number, column: number): boolean =>
    layout === 'FULL_MATRIX' || (row === column ? diagonal : layout.startsWith('UPPER') ? row < column : row > column);
  const byColumns = layout.endsWith('COL');
  const cells = new Map<number, number>();
  let [at, line, words] = [section(rows, 'EDGE_WEIGHT_SECTION'), 0, [] as readonly number[]];
  const next = (): number => {
    while (line >= words.length) {
      words = cellsOf(rowAt(rows, at, `EDGE_WEIGHT_SECTION ${size}`), 1);
      [at, line] = [at + 1, 0];
    }
    line += 1;
    return words[line - 1] as number;
  };
  for (let outer = 0; outer < size; outer += 1) {
    for (let inner = 0; inner < size; inner += 1) {
      const [row, column] = byColumns ? [inner, outer] : [outer, inner];
      if (holds(row, column)) cells.set(row * size + column, next());
    }
  }
  return ({ x: a }, { x: b }) => (a === b ? 0 : (cells.get(a * size + b) ?? cells.get(b * size + a) ?? NaN));
}
