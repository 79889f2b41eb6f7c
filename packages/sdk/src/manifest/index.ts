export type {
  Capabilities,
  CollectionAccess,
  CollectionDef,
  JsonSchema,
  PageContribution,
  PluginManifest,
  When,
  WidgetContribution,
} from './types.ts';
