export { buildProgram, run } from './run.ts';
export { runLoad } from './load.ts';
export type { CommandContext, Locale } from './context.ts';
export type { Load, LoadCounts } from './load.ts';
