export { RoutingError } from '../error.ts';
export { guessFormat } from './guess-format.ts';
export { readInstance } from './read-instance.ts';
export { solutionFile } from './solution-file.ts';
export type { DistanceRule, FormatNote, FormatObjective, InstanceFormat, NamedInstance, ReadOptions } from './named-instance.ts';
export type { SolutionFile, SolutionRoute } from './solution-file.ts';
