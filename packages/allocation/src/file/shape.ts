/** Takes a value of a file for what it should be, or refuses it with its path. */
import { checkAmount } from '../exact.ts';
import type { AllocationError } from '../error.ts';
import { coreError } from '../core-error.ts';
import { fileError } from './file-error.ts';

/** Properties of an object by name. */
export type Fields = Readonly<Record<string, unknown>>;

/** An object that has no other names than these. Names ending in `!` must be there. */
export function fieldsOf(value: unknown, path: string, names: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse('object', value, path);
  const fields = value as Fields;
  for (const name of Object.keys(fields)) {
    if (!names.includes(name) && !names.includes(`${name}!`)) {
      throw fileError('allocation.file.key.unknown', name, join(path, name));
    }
  }
  for (const name of names) {
    if (name.endsWith('!') && fields[name.slice(0, -1)] === undefined) {
      throw fileError('allocation.file.missing', name.slice(0, -1), path);
    }
  }
  return fields;
}

/** A list; a missing one is empty. */
export function listOf(value: unknown, path: string): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw refuse('list', value, path);
  return value;
}

/** A text with at least one character. */
export function textOf(value: unknown, path: string): string {
  if (typeof value !== 'string' || value === '') throw refuse('text', value, path);
  return value;
}

/** One of the given texts. */
export function choiceOf<T extends string>(value: unknown, path: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw fileError('allocation.file.choice', `${shown(value)} (${choices.join(' | ')})`, path);
  }
  return found;
}

/** true or false. */
export function booleanOf(value: unknown, path: string): boolean {
  if (typeof value !== 'boolean') throw refuse('boolean', value, path);
  return value;
}

/** A safe integer. */
export function amountOf(value: unknown, path: string): number {
  if (typeof value !== 'number') throw coreError('allocation.total.invalid', shown(value), path);
  return checkAmount(value, path);
}

/** A safe integer or null. */
export function amountOrNull(value: unknown, path: string): number | null {
  return value === null ? null : amountOf(value, path);
}

/** A finite number. */
export function numberOf(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw fileError('allocation.file.number', shown(value), path);
  }
  return value;
}

/** Texts by name, such as the members of a cell by axis. */
export function textsOf(value: unknown, path: string): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw refuse('object', value, path);
  for (const [name, text] of Object.entries(value)) textOf(text, join(path, name));
  return value as Readonly<Record<string, string>>;
}

/** An instant in ISO 8601 with its distance from UTC. */
export function instantOf(value: unknown, path: string): string {
  const text = textOf(value, path);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw fileError('allocation.file.instant', shown(value), path);
  }
  return text;
}

/** A path and the name of what lies in it. */
export function join(path: string, name: string | number): string {
  return path === '' ? String(name) : `${path}.${name}`;
}

/** A value as text for a message, cut where it is long. */
export function shown(value: unknown): string {
  // A list of a million amounts is not written out for the sake of its first ten.
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 6) return Array.isArray(value) ? '[…]' : '{…}';
  const text = value === undefined ? 'undefined' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function refuse(kind: 'object' | 'list' | 'text' | 'boolean', value: unknown, path: string): AllocationError {
  return fileError(`allocation.file.${kind}`, shown(value), path);
}
