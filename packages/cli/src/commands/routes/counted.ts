import { count } from '../../context.ts';

/** A count with its noun in English, which ends in s for all but one: `1 visit`, `2,000 visits`. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}
