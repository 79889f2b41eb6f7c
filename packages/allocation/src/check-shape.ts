/** The shape of data that came from outside: every check throws an AllocationError with the path of what is wrong. */
import { coreError } from './core-error.ts';

/** The fields of an object. Throws `allocation.object.expected`. */
export function checkRecord<T = Readonly<Record<string, unknown>>>(value: unknown, path: string): T {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as T;
  throw coreError('allocation.object.expected', shown(value), path);
}

/** Throws `allocation.list.expected`. */
export function checkList(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw coreError('allocation.list.expected', shown(value), path);
}

/** Throws `allocation.id.expected`, also for an empty text. */
export function checkId(value: unknown, path: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw coreError('allocation.id.expected', shown(value), path);
}

/** Throws `allocation.text.expected`. */
export function checkText(value: unknown, path: string): void {
  if (typeof value !== 'string') throw coreError('allocation.text.expected', shown(value), path);
}

/** Throws `allocation.flag.expected`. */
export function checkFlag(value: unknown, path: string): void {
  if (typeof value !== 'boolean') throw coreError('allocation.flag.expected', shown(value), path);
}

/** Throws `allocation.choice.unknown` with what can be chosen. */
export function checkChoice(value: unknown, choices: readonly string[], path: string): void {
  if (typeof value === 'string' && choices.includes(value)) return;
  throw coreError('allocation.choice.unknown', `${shown(value)} ≠ ${choices.join(' | ')}`, path);
}

/** Short, and for whatever there is: an object without a prototype has no text of its own. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : String(value);
}
