export { ApiError, WriteConflict } from './errors.ts';
export type { Problem } from './errors.ts';
export type { Locale } from './locale.ts';
export type {
  Collection,
  CrmApi,
  DataApi,
  Destination,
  Disposer,
  DraftsApi,
  EventsApi,
  HostEvents,
  I18nApi,
  NavigateApi,
  Notice,
  Observable,
  Organisation,
  PluginHost,
  Question,
  RecordOf,
  RecordQuery,
  RecordWrite,
  Scope,
  SessionInfo,
} from './types.ts';
