/** Cells of any level, as files name them. */
import { Unreadable } from './unreadable.ts';
import { objectAt, textAt } from './document.ts';
import type { PublishedDocument, TreeAxis } from './document.ts';
import type { Json } from './read-json.ts';

/** Member numbers of a cell given by ids; an axis left out is its top. */
export function boxAt({ axes }: PublishedDocument, value: Json | undefined, path: string): number[] {
  const fields = objectAt(value, path);
  for (const name of fields.keys()) {
    if (!axes.some((axis) => axis.id === name)) throw new Unreadable('verify.shape', `${path}.${name}`, 'an axis');
  }
  return axes.map((axis) => {
    const id = fields.get(axis.id);
    const member = id === undefined ? 0 : axis.numberOf.get(textAt(id, `${path}.${axis.id}`));
    if (member === undefined) throw new Unreadable('verify.shape', `${path}.${axis.id}`, 'a member');
    return member;
  });
}

/** The number of a metric given by id. */
export function metricAt({ metrics }: PublishedDocument, value: Json | undefined, path: string): number {
  const metric = metrics.indexOf(textAt(value, path));
  if (metric < 0) throw new Unreadable('verify.shape', path, 'a metric');
  return metric;
}

/** A member for people: `organisation=north`, with the name that people know it by: `organisation=north (华北)`. */
export function memberPlace({ id, ids, names }: TreeAxis, member: number): string {
  const name = names[member] ?? null;
  return `${id}=${ids[member]}${name === null || name === ids[member] ? '' : ` (${name})`}`;
}

/** A cell for people: `organisation=north (华北), time=2026-Q1`, tops left out. */
export function placeOf({ axes }: PublishedDocument, box: readonly number[]): string {
  return axes.flatMap((axis: TreeAxis, at) => (box[at] === 0 ? [] : [memberPlace(axis, box[at] as number)])).join(', ');
}
