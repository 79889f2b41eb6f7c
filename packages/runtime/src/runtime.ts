import type { CrmApi, Disposer, Locale, Observable, Scope, SessionInfo } from '@milepost/sdk';
import { createEventBus, createObservable } from '@milepost/sdk/host-kit';
import type { EventBus } from '@milepost/sdk/host-kit';
import type { PortalFile } from '@milepost/sdk/portal';
import { createApiClient } from './api/api-client.ts';
import { createSharedReads } from './api/shared-reads.ts';
import type { ApiClient, Auth } from './api/api-client.ts';
import { watchUncaught } from './failures/attribution.ts';
import { createReporter, messageOf } from './failures/reporter.ts';
import { createHost } from './host/create-host.ts';
import type { HostParts, PageHooks } from './host/create-host.ts';
import { createCrmApi } from './host/crm-api.ts';
import { createDrafts } from './host/drafts.ts';
import { createFederation } from './loader/federation.ts';
import { createPluginLoader } from './loader/plugin-loader.ts';
import type { LoadedPlugin, PluginStatus } from './loader/plugin-loader.ts';
import { preloadView } from './loader/preload.ts';
import { mountView } from './mount/mount-view.ts';
import type { MountRequest, MountSupport, ViewHandle } from './mount/mount-view.ts';
import type { Snapshot } from './registry/snapshot.ts';
import { resolveSlot } from './slot/resolve-slot.ts';
import type { SlotWidget } from './slot/resolve-slot.ts';
import { text } from './texts.ts';

/** What a page gives to run plugins. */
export interface RuntimeOptions {
  /** Origin of the gateway; empty for the page's own. */
  readonly gatewayUrl: string;
  readonly auth: Auth;
  readonly session: SessionInfo;
  readonly portal: Pick<PortalFile, 'plugins' | 'slots'>;
  readonly snapshot: Snapshot;
  readonly locale: Observable<Locale>;
  readonly theme: Observable<'light' | 'dark'>;
  readonly scope: Observable<Scope>;
  readonly hooks: PageHooks;
  /** Watched by the runtime itself when left out. */
  readonly online?: Observable<boolean>;
  readonly fetch?: typeof fetch;
  /** An attribute put on every container that is mounted into, for styles that a foreign page must not share. */
  readonly rootMarker?: string;
  /** Milliseconds for each step of loading and for the first render; 15,000 when left out. */
  readonly timeoutMs?: number;
  /** Milliseconds after the first render in which an uncaught error still leads to the last known good version; 1,000 when left out. */
  readonly probationMs?: number;
}

/** The plugins of one page. */
export interface Runtime {
  readonly api: ApiClient;
  /** The mirror without limits by a manifest, for the portal's own pages. */
  readonly crm: CrmApi;
  readonly bus: EventBus;
  readonly online: Observable<boolean>;
  /** Which version of each plugin is at work, and how it went. */
  readonly statuses: Observable<Readonly<Record<string, PluginStatus>>>;
  loadPlugin(pluginId: string): Promise<LoadedPlugin>;
  mountView(request: MountRequest): ViewHandle;
  /** Mounts a page by its id in the manifest. */
  mountPage(container: HTMLElement, pluginId: string, pageId: string): ViewHandle;
  /** Mounts a widget by its id in the manifest. */
  mountWidget(container: HTMLElement, place: WidgetPlace): ViewHandle;
  slotWidgets(slot: string): readonly SlotWidget[];
  /** Asks the browser for everything a view needs, before it is mounted. */
  preload(pluginId: string, view: string): void;
  /** Ends everything. Views that are still mounted are removed without asking. */
  dispose(): Promise<void>;
}

/** Which widget goes where. */
export interface WidgetPlace {
  readonly plugin: string;
  readonly widget: string;
  readonly slot: string;
  readonly accountId?: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly placement?: 'slot' | 'embed';
}

type UncaughtListener = (pluginId: string, version: string, error: unknown) => void;

/** Makes the runtime of a page. Nothing is loaded until the first view is mounted. */
export function createRuntime(options: RuntimeOptions): Runtime {
  const { gatewayUrl, locale, session, snapshot, hooks } = options;
  const api = createApiClient({
    gatewayUrl,
    auth: options.auth,
    locale: () => locale.current,
    ...(options.fetch ? { fetch: options.fetch } : {}),
  });
  const reporter = createReporter(api);
  const disposers: Disposer[] = [];
  const online = options.online ?? watchOnline(disposers);
  const uncaught = new Set<UncaughtListener>();
  const views = new Set<ViewHandle>();
  const timeoutMs = options.timeoutMs ?? 15_000;
  const pluginOf = (id: string) => snapshot.plugins.find((plugin) => plugin.id === id);
  const nameOf = (id: string): string => pluginOf(id)?.manifest.name[locale.current] ?? id;

  const runtimeFailure = (pluginId: string, version: string, error: unknown): void => {
    reporter.report({ pluginId, version, phase: 'runtime', message: messageOf(error) });
    for (const listener of [...uncaught]) listener(pluginId, version, error);
  };
  const bus = createEventBus((error, pluginId) =>
    runtimeFailure(pluginId, loader.statuses.current[pluginId]?.version ?? '', error),
  );
  const drafts = createDrafts(session.tenant.id, session.user.id);
  const reads = createSharedReads(api, () => locale.current);
  const parts: HostParts = { api, reads, session, scope: options.scope, theme: options.theme, online, bus, drafts, hooks };

  const loader = createPluginLoader({
    gatewayUrl,
    locale,
    reporter,
    timeoutMs,
    federation: createFederation(gatewayUrl),
    plugin: pluginOf,
    hostFor: (loaded) => createHost(parts, loaded, 'page'),
    onFallback: (plugin, broken, version) =>
      hooks.notify(
        { tone: 'warning', text: text('fallback.notice', locale.current, { plugin: nameOf(plugin.id), broken, version }) },
        null,
      ),
  });
  disposers.push(
    watchUncaught(
      () => loader.running(),
      ({ pluginId, version }, error) => runtimeFailure(pluginId, version, error),
    ),
  );

  const support: MountSupport = {
    timeoutMs,
    probationMs: options.probationMs ?? 1000,
    load: (pluginId, view) => {
      const plugin = pluginOf(pluginId);
      if (plugin && !loader.statuses.current[pluginId]) preloadView(plugin, view, locale.current, gatewayUrl);
      return loader.load(pluginId);
    },
    failed: (loaded, failure) => loader.failed(loaded, failure),
    retry: (pluginId) => loader.retry(pluginId),
    hostFor: (loaded, placement) => createHost(parts, loaded, placement),
    configOf: (pluginId) => pluginOf(pluginId)?.config ?? {},
    describe(pluginId) {
      const plugin = pluginOf(pluginId);
      const versions = plugin ? [plugin.version, ...(plugin.lastKnownGood ? [plugin.lastKnownGood.version] : [])] : [];
      return {
        name: nameOf(pluginId),
        loading: text('loading', locale.current, { title: nameOf(pluginId) }),
        versions,
        locale: locale.current,
      };
    },
    mayLeave: () =>
      hooks.confirm({
        title: text('leave.title', locale.current),
        text: text('leave.text', locale.current),
        confirmLabel: text('leave.confirm', locale.current),
        tone: 'danger',
      }),
    onUncaught(listener) {
      uncaught.add(listener);
      return () => void uncaught.delete(listener);
    },
  };

  const mount = (request: MountRequest): ViewHandle => {
    if (options.rootMarker) request.container.setAttribute(options.rootMarker, '');
    const view = mountView(support, request);
    views.add(view);
    const unmount = view.unmount.bind(view);
    view.unmount = async (how) => {
      const gone = await unmount(how);
      if (gone) {
        views.delete(view);
        if (options.rootMarker) request.container.removeAttribute(options.rootMarker);
      }
      return gone;
    };
    return view;
  };

  return {
    api,
    crm: createCrmApi(api, reads, () => locale.current),
    bus,
    online,
    statuses: loader.statuses,
    loadPlugin: (pluginId) => loader.load(pluginId),
    mountView: mount,
    mountPage(container, pluginId, pageId) {
      const page = pluginOf(pluginId)?.manifest.contributes.pages?.find(({ id }) => id === pageId);
      return mount({ pluginId, view: page?.view ?? pageId, container, context: { place: pageId }, placement: 'page' });
    },
    mountWidget(container, { plugin, widget: widgetId, slot, accountId, config, placement = 'slot' }) {
      const widget = pluginOf(plugin)?.manifest.contributes.widgets?.find(({ id }) => id === widgetId);
      const context = { place: slot, ...(accountId === undefined ? {} : { accountId }) };
      return mount({
        pluginId: plugin,
        view: widget?.view ?? widgetId,
        container,
        context,
        config: config ?? {},
        placement,
        minHeight: widget?.minHeight ?? 120,
      });
    },
    slotWidgets: (slot) => resolveSlot(slot, options.portal, snapshot, { role: session.user.role, online: online.current }),
    preload(pluginId, view) {
      const plugin = pluginOf(pluginId);
      if (plugin) preloadView(plugin, view, locale.current, gatewayUrl);
    },
    async dispose() {
      await Promise.all([...views].map((view) => view.unmount({ force: true })));
      loader.dispose();
      drafts.close();
      for (const dispose of disposers.splice(0)) dispose();
    },
  };
}

function watchOnline(disposers: Disposer[]): Observable<boolean> {
  const online = createObservable(navigator.onLine);
  const update = (): void => online.set(navigator.onLine);
  addEventListener('online', update);
  addEventListener('offline', update);
  disposers.push(() => {
    removeEventListener('online', update);
    removeEventListener('offline', update);
  });
  return online;
}
