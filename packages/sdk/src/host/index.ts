export { ApiError, WriteConflict } from './errors.ts';
export type { Problem } from './errors.ts';
export type { Locale } from './locale.ts';
export type {
  CallOptions,
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
  SharedCollection,
} from './types.ts';
// The canonical model's types that hosts need; they come with the contract, so that a host depends on the SDK alone.
export type { AggregateQuery, AggregateRow, EntityName, EntityRows, Filter, ListQuery, Page, Role } from '@milepost/crm';
