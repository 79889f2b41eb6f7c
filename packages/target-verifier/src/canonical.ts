import type { Json } from './read-json.ts';

/** Calls back with the canonical text of a value, piece by piece: names sorted by code units, no white space. */
export function writeCanonical(value: Json, write: (piece: string) => void): void {
  if (Array.isArray(value)) {
    write('[');
    value.forEach((item, at) => {
      if (at > 0) write(',');
      writeCanonical(item, write);
    });
    write(']');
  } else if (value instanceof Map) {
    write('{');
    [...value.keys()].sort(byCodeUnits).forEach((name, at) => {
      write(`${at > 0 ? ',' : ''}${JSON.stringify(name)}:`);
      writeCanonical(value.get(name) as Json, write);
    });
    write('}');
  } else write(scalar(value));
}

function scalar(value: Exclude<Json, Json[] | Map<string, Json>>): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'object' && value !== null) return String(Number(value.decimal));
  return String(value);
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : 1;
}
