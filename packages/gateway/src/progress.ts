import type { PostgresProgress } from './postgres/index.ts';

/** What a start is doing, for lines on a terminal. */
export type StartProgress =
  | { readonly step: 'database'; readonly detail: PostgresProgress }
  | { readonly step: 'migrate' | 'seed'; readonly state: 'begin' }
  | { readonly step: 'migrate'; readonly state: 'end'; readonly ran: readonly string[] }
  | { readonly step: 'seed'; readonly state: 'end'; readonly durationMs: number };
