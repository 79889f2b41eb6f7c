import { types } from 'pg';
import type { CustomTypesConfig } from 'pg';

const { builtins } = types;

/** An integer of the database that a JSON number cannot hold exactly. */
export class UnsafeNumber extends Error {}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new UnsafeNumber(text);
  return value;
}

function decimal(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new UnsafeNumber(text);
  return value;
}

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, safeInteger],
  [builtins.NUMERIC, decimal],
  // A business day is a day of the company, not an instant: it stays the text it is.
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
]);

/** How values come out: money as safe integers, days as `YYYY-MM-DD`, instants as ISO UTC. */
export const wireTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): unknown =>
    parsers.get(oid) ?? types.getTypeParser(oid, format)) as CustomTypesConfig['getTypeParser'],
};
