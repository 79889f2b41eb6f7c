/**
 * When something is shown or required. A small closed language: no code runs, and every condition can be analysed.
 * This folder is the only place that knows its form; an expression language can take its place behind `index.ts`.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly item: string; readonly equals: string | number }
  | { readonly item: string; readonly in: readonly (string | number)[] }
  | { readonly item: string; readonly gt: number | string }
  | { readonly item: string; readonly lt: number | string }
  | { readonly item: string; readonly answered: boolean };

/** The ids of the items a condition reads, each once. */
export function referencedItems(condition: Condition): string[] {
  if ('all' in condition) return unique(condition.all.flatMap(referencedItems));
  if ('any' in condition) return unique(condition.any.flatMap(referencedItems));
  if ('not' in condition) return referencedItems(condition.not);
  return [condition.item];
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
