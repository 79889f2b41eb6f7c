/** Takes a file apart into what the checks need. Throws `Unreadable` for anything that has not the shape of a plan. */
import { Unreadable } from './unreadable.ts';
import type { Amount } from './difference.ts';
import type { Json } from './read-json.ts';

/** An axis: members stand depth first, a member's number is its place. */
export interface TreeAxis {
  readonly id: string;
  readonly ids: readonly string[];
  /** What people call members, by member number; null without a name. */
  readonly names: readonly (string | null)[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** -1 for the top. */
  readonly parent: readonly number[];
  /** The first number after the members below. */
  readonly end: readonly number[];
  readonly leaves: readonly number[];
}

/** The cells of a published plan. */
export interface PublishedDocument {
  readonly root: ReadonlyMap<string, Json>;
  readonly certificate: ReadonlyMap<string, Json>;
  readonly axes: readonly TreeAxis[];
  readonly metrics: readonly string[];
  /** Member numbers of every row, for each axis but the last. */
  readonly rows: readonly (readonly number[])[];
  /** Amounts by metric, row and leaf of the last axis. */
  readonly cells: readonly (readonly (readonly Json[])[])[];
}

/** Reads the document. */
export function documentOf(json: Json): PublishedDocument {
  const root = objectAt(json, '');
  if (root.get('format') !== 'milepost.target-plan/1') throw new Unreadable('verify.format', 'format', shown(root.get('format')));
  const certificate = root.get('certificate');
  if (certificate === undefined) throw new Unreadable('verify.certificate', 'certificate');
  const stated = objectAt(certificate, 'certificate');
  if (stated.get('format') !== 'milepost.target-certificate/1') {
    throw new Unreadable('verify.format', 'certificate.format', shown(stated.get('format')));
  }
  const axes = listAt(root.get('axes'), 'axes').map((axis, at) => axisAt(axis, `axes.${at}`));
  if (axes.length === 0) throw new Unreadable('verify.shape', 'axes', '1 – 5');
  const metrics = listAt(root.get('metrics'), 'metrics').map((metric, at) => {
    const fields = objectAt(metric, `metrics.${at}`);
    checkName(fields.get('name'), `metrics.${at}.name`);
    return textAt(fields.get('id'), `metrics.${at}.id`);
  });
  const rows = rowsAt(root.get('rows'), axes);
  return { root, certificate: stated, axes, metrics, rows, cells: cellsAt(root.get('values'), { axes, metrics, rows }) };
}

/** A JSON object. */
export function objectAt(value: Json | undefined, path: string): ReadonlyMap<string, Json> {
  if (value instanceof Map) return value;
  throw new Unreadable('verify.shape', path, '{…}');
}

/** A JSON list; a missing one is empty. */
export function listAt(value: Json | undefined, path: string): readonly Json[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new Unreadable('verify.shape', path, '[…]');
}

/** A text. */
export function textAt(value: Json | undefined, path: string): string {
  if (typeof value === 'string') return value;
  throw new Unreadable('verify.shape', path, '"…"');
}

/** An amount: an integer or null. */
export function amountAt(value: Json | undefined, path: string): Amount {
  if (value === null || typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(value);
  throw new Unreadable('verify.shape', path, '123 | null');
}

/** A number from 0 up to, not including, the limit. */
export function indexAt(value: Json | undefined, limit: number, path: string): number {
  if (typeof value === 'number' && value >= 0 && value < limit) return value;
  throw new Unreadable('verify.shape', path, `0 – ${limit - 1}`);
}

/** A value as text for a message. */
export function shown(value: Json | undefined): string {
  if (typeof value === 'string') return JSON.stringify(value).slice(0, 60);
  return typeof value === 'object' && value !== null ? '…' : String(value);
}

/** A metric or an axis may have one name, or one in each language. */
function checkName(value: Json | undefined, path: string): void {
  if (value === undefined || typeof value === 'string') return;
  const fields = objectAt(value, path);
  for (const language of ['zh', 'en']) textAt(fields.get(language), `${path}.${language}`);
}

function axisAt(value: Json, path: string): TreeAxis {
  const fields = objectAt(value, path);
  checkName(fields.get('name'), `${path}.name`);
  const ids: string[] = [];
  const names: (string | null)[] = [];
  const parent: number[] = [];
  const numberOf = new Map<string, number>();
  listAt(fields.get('members'), `${path}.members`).forEach((item, at) => {
    const member = objectAt(item, `${path}.members.${at}`);
    const id = textAt(member.get('id'), `${path}.members.${at}.id`);
    const above = member.get('parentId') ?? null;
    const number = above === null ? -1 : numberOf.get(textAt(above, `${path}.members.${at}.parentId`));
    const isFirst = at === 0 && number === -1;
    // Depth first: the parent is the member before, or one above it.
    const isBelow = at > 0 && number !== undefined && number >= 0 && isOnPath(parent, at - 1, number);
    if (!isFirst && !isBelow) throw new Unreadable('verify.shape', `${path}.members.${at}.parentId`, 'depth-first order');
    if (numberOf.has(id)) throw new Unreadable('verify.duplicate', `${path}.members.${at}.id`, id);
    numberOf.set(id, at);
    ids.push(id);
    const name = member.get('name');
    names.push(name === undefined ? null : textAt(name, `${path}.members.${at}.name`));
    parent.push(number);
  });
  const end = ids.map((_, at) => at + 1);
  for (let at = ids.length - 1; at > 0; at -= 1) {
    const above = parent[at] as number;
    end[above] = Math.max(end[above] as number, end[at] as number);
  }
  const leaves = ids.map((_, at) => at).filter((at) => end[at] === at + 1);
  return { id: textAt(fields.get('id'), `${path}.id`), ids, names, numberOf, parent, end, leaves };
}

function isOnPath(parent: readonly number[], from: number, wanted: number): boolean {
  for (let at = from; at >= wanted; at = parent[at] as number) if (at === wanted) return true;
  return false;
}

function rowsAt(value: Json | undefined, axes: readonly TreeAxis[]): number[][] {
  const seen = new Set<string>();
  return listAt(value, 'rows').map((row, at) => {
    const ids = listAt(row, `rows.${at}`);
    if (ids.length !== axes.length - 1) throw new Unreadable('verify.shape', `rows.${at}`, `${axes.length - 1} ×`);
    const members = ids.map((id, column) => {
      const axis = axes[column] as TreeAxis;
      const member = axis.numberOf.get(textAt(id, `rows.${at}.${column}`));
      if (member === undefined || axis.end[member] !== member + 1)
        throw new Unreadable('verify.shape', `rows.${at}.${column}`, 'a leaf');
      return member;
    });
    const key = members.join(' ');
    if (seen.has(key)) throw new Unreadable('verify.duplicate', `rows.${at}`, ids.map(shown).join(' × '));
    seen.add(key);
    return members;
  });
}

function cellsAt(value: Json | undefined, { axes, metrics, rows }: Pick<PublishedDocument, 'axes' | 'metrics' | 'rows'>) {
  const width = (axes.at(-1) as TreeAxis).leaves.length;
  const list = listAt(value, 'values').map((item, at) => objectAt(item, `values.${at}`));
  return metrics.map((metric, number) => {
    const at = list.findIndex((item) => item.get('metric') === metric);
    const path = `values.${at}.cells`;
    if (at < 0 || list.length !== metrics.length) throw new Unreadable('verify.shape', `values.${number}`, `"${metric}"`);
    const cells = listAt(list[at]?.get('cells'), path).map((row, index) => {
      const amounts = listAt(row, `${path}.${index}`);
      if (amounts.length !== width) throw new Unreadable('verify.shape', `${path}.${index}`, `${width} ×`);
      amounts.forEach((amount, column) => amountAt(amount, `${path}.${index}.${column}`));
      return amounts;
    });
    if (cells.length !== rows.length) throw new Unreadable('verify.shape', path, `${rows.length} ×`);
    return cells;
  });
}
