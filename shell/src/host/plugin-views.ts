import type { Disposer, Observable } from '@milepost/sdk';

/** What became of a plugin on this page. */
export type PluginStatus = 'idle' | 'good' | 'fallback' | 'failed';

/** A view of a plugin on the page. */
export interface MountedView {
  /** Whether it holds unsaved work. */
  dirty(): boolean;
  unmount(): void;
}

/** Where a widget goes and what it is shown beside. */
export interface WidgetPlace {
  readonly plugin: string;
  readonly widget: string;
  readonly slot: string;
  readonly accountId?: string;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** What the shell needs of the plugin runtime; `portal-runtime.ts` binds it. */
export interface PluginViews {
  mountPage(container: HTMLElement, plugin: string, contribution: string): MountedView;
  mountWidget(container: HTMLElement, place: WidgetPlace): MountedView;
  /** Which version of each plugin is at work, and how it went. */
  readonly statuses: Observable<Readonly<Record<string, { readonly status: PluginStatus; readonly version: string; readonly message?: string }>>>;
  dispose: Disposer;
}
