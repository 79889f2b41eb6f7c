export { byVersionDescending, checkViews, remoteNameOf, validateManifest } from './validate.ts';
export { describeProblem } from '../validation/problem.ts';
export type { ContractProblem } from '../validation/problem.ts';
export type { ManifestResult } from './validate.ts';
export type {
  Capabilities,
  CollectionAccess,
  CollectionDef,
  JsonSchema,
  PageContribution,
  PluginManifest,
  PreloadFiles,
  When,
  WidgetContribution,
} from './types.ts';
