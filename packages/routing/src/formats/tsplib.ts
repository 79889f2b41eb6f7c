import { buildInstance } from '../build-instance.ts';
import { RoutingError } from '../error.ts';
import { checkPlaces, symmetricMatrix } from './distances.ts';
import type { PlanePoint } from './distances.ts';
import type { NamedInstance } from './named-instance.ts';
import { lineOf, notNegative, numberIn, numbersIn, TextLines, whole } from './text-lines.ts';
import type { TextLine } from './text-lines.ts';
import { explicitMatrix, isMatrixLayout, matrixLength } from './tsplib-matrix.ts';
import { tsplibWeights } from './tsplib-weights.ts';

interface Content {
  readonly keywords: Map<string, { readonly value: string; readonly line: TextLine }>;
  points: { readonly id: number; readonly point: PlanePoint }[] | null;
  numbers: number[] | null;
}

/** Keywords that change nothing about the problem. */
const REMARKS = new Set(['NAME', 'COMMENT', 'NODE_COORD_TYPE', 'DISPLAY_DATA_TYPE', 'TYPE', 'DIMENSION', 'EDGE_WEIGHT_TYPE', 'EDGE_WEIGHT_FORMAT']); // prettier-ignore

/**
 * Reads a travelling-salesman problem of TSPLIB (Reinelt 1991): one tour through all cities, which begins and ends at the first. The
 * other cities are the clients. Throws `RoutingError` whose path is the line.
 */
export function readTsplib(text: string): NamedInstance {
  const content: Content = { keywords: new Map(), points: null, numbers: null };
  const lines = new TextLines(text);
  for (let line = lines.next(); line !== null && line.text !== 'EOF'; line = lines.next()) readPart(line, lines, content);
  const { ids, distance } = citiesOf(content);
  const instance = buildInstance({
    days: 1,
    places: ids.length,
    distance,
    clients: ids.slice(1).map((_, index) => ({ place: index + 1 })),
    slots: [{ day: 0, vehicle: 0, start: 0, end: 0 }],
  });
  const name = content.keywords.get('NAME')?.value ?? '';
  const clientIds = ids.slice(1).map(String);
  return {
    ...{ format: 'tsplib', name, instance, clientIds, objective: 'distance', distances: 'stated', scale: 1 },
    ...{ vehicleCost: 0, notes: [] },
  };
}

function readPart(line: TextLine, lines: TextLines, content: Content): void {
  const [word = '', ...rest] = line.text.split(':');
  const key = word.trim().toUpperCase();
  if (key === 'NODE_COORD_SECTION') content.points = readPoints(lines, sizeOf(content));
  else if (key === 'EDGE_WEIGHT_SECTION') content.numbers = readNumbers(lines, content);
  else if (key === 'DISPLAY_DATA_SECTION') for (let count = sizeOf(content); count > 0; count -= 1) lines.need(key);
  else if (REMARKS.has(key)) content.keywords.set(key, { value: rest.join(':').trim(), line });
  else throw new RoutingError('routing.format.keyword', line.text, lineOf(line));
}

function required({ keywords }: Content, key: string): { readonly value: string; readonly line: TextLine } {
  const found = keywords.get(key);
  if (found === undefined) throw new RoutingError('routing.format.missing', key);
  return found;
}

function sizeOf(content: Content): number {
  const { value, line } = required(content, 'DIMENSION');
  const size = whole(numberIn(value, line), line);
  if (size < 1) throw new RoutingError('routing.format.missing', 'NODE_COORD_SECTION', lineOf(line));
  checkPlaces(size, line);
  return size;
}

function readPoints(lines: TextLines, size: number): NonNullable<Content['points']> {
  const seen = new Set<number>();
  return Array.from({ length: size }, () => {
    const line = lines.need('NODE_COORD_SECTION');
    const [id = 0, x = 0, y = 0] = numbersIn(line, 3);
    if (seen.has(whole(id, line))) throw new RoutingError('routing.format.duplicate', id, lineOf(line));
    seen.add(id);
    return { id, point: { x, y } };
  });
}

function readNumbers(lines: TextLines, content: Content): number[] {
  const { value: layout, line: where } = required(content, 'EDGE_WEIGHT_FORMAT');
  if (!isMatrixLayout(layout)) throw new RoutingError('routing.format.keyword', layout, lineOf(where));
  const wanted = matrixLength(layout, sizeOf(content));
  const numbers: number[] = [];
  while (numbers.length < wanted) {
    const line = lines.need(`EDGE_WEIGHT_SECTION: ${numbers.length}/${wanted}`);
    for (const word of line.words) numbers.push(notNegative(numberIn(word, line), line));
    if (numbers.length > wanted) throw new RoutingError('routing.format.triangle', wanted, lineOf(line));
  }
  return numbers;
}

function citiesOf(content: Content): { ids: number[]; distance: Float64Array } {
  const kind = required(content, 'TYPE');
  // Some files name their author behind the type.
  if (!/^A?TSP\b/.test(kind.value)) throw new RoutingError('routing.format.keyword', kind.value, lineOf(kind.line));
  const { value: rule, line } = required(content, 'EDGE_WEIGHT_TYPE');
  const size = sizeOf(content);
  if (rule === 'EXPLICIT') {
    if (content.numbers === null) throw new RoutingError('routing.format.missing', 'EDGE_WEIGHT_SECTION');
    const distance = explicitMatrix(required(content, 'EDGE_WEIGHT_FORMAT').value, size, content.numbers);
    return { ids: Array.from({ length: size }, (_, index) => index + 1), distance };
  }
  const weight = Object.hasOwn(tsplibWeights, rule) ? tsplibWeights[rule] : undefined;
  if (weight === undefined) throw new RoutingError('routing.format.keyword', rule, lineOf(line));
  const points = content.points;
  if (points === null) throw new RoutingError('routing.format.missing', 'NODE_COORD_SECTION');
  const at = (index: number): PlanePoint => (points[index] as (typeof points)[number]).point;
  return { ids: points.map(({ id }) => id), distance: symmetricMatrix(size, (a, b) => weight(at(a), at(b))) };
}
