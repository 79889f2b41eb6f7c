// The one module that hosts share with plugins: Lit, the element contract, helpers. Keep it small.
export {
  LitElement,
  classMap,
  createRef,
  css,
  guard,
  html,
  ifDefined,
  live,
  nothing,
  property,
  query,
  ref,
  repeat,
  state,
  styleMap,
  svg,
  unsafeCSS,
} from './plugin/lit.ts';
export { definePlugin } from './plugin/define.ts';
export { provideElements, requireElements } from './plugin/elements.ts';
export { newId } from './plugin/new-id.ts';
export { HostController } from './plugin/host-controller.ts';
export { ApiError, WriteConflict } from './host/errors.ts';
export { sdkVersion } from './version.ts';
export type {
  CSSResultGroup,
  PropertyValues,
  ReactiveController,
  ReactiveControllerHost,
  Ref,
  TemplateResult,
} from './plugin/lit.ts';
export type { ElementContext, Messages, PluginDefinition, PluginElement, PluginElementClass } from './plugin/define.ts';
export type {
  Collection,
  CrmApi,
  CallOptions,
  DataApi,
  Destination,
  Disposer,
  DraftsApi,
  EventsApi,
  HostEvents,
  I18nApi,
  Locale,
  NavigateApi,
  Notice,
  Observable,
  Organisation,
  PluginHost,
  Problem,
  Question,
  RecordOf,
  RecordQuery,
  RecordWrite,
  Scope,
  SessionInfo,
  SharedCollection,
} from './host/index.ts';
