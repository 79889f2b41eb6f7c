import type {
  DataApi,
  Destination,
  DraftsApi,
  NavigateApi,
  Notice,
  Observable,
  PluginHost,
  Question,
  Scope,
  SessionInfo,
} from '@milepost/sdk';
import type { EventBus } from '@milepost/sdk/host-kit';
import type { ApiClient } from '../api/api-client.ts';
import type { SharedReads } from '../api/shared-reads.ts';
import type { LoadedPlugin } from '../loader/plugin-loader.ts';
import { capabilityCheck } from './capabilities.ts';
import type { CapabilityCheck } from './capabilities.ts';
import { createCrmApi } from './crm-api.ts';
import { createDataApi } from './data-api.ts';
import { createDisposers } from './disposers.ts';
import type { DraftStore } from './drafts.ts';

/** What the page does for plugins. The shell and the embed give different ones. */
export interface PageHooks {
  notify(notice: Notice, pluginId: string | null): void;
  confirm(question: Question): Promise<boolean>;
  navigate(destination: Destination): void;
  href(destination: Destination): string;
  readonly location: NavigateApi['location'];
  setParams(params: Readonly<Record<string, string | null>>): void;
  setScope(change: Partial<Scope>): void;
  /** Counters and durations for operators; nothing when left out. */
  telemetry?(pluginId: string, name: string, value: number | undefined): void;
}

/** The parts that every plugin's host is made from. */
export interface HostParts {
  readonly api: ApiClient;
  readonly reads: SharedReads;
  readonly session: SessionInfo;
  readonly scope: Observable<Scope>;
  readonly theme: Observable<'light' | 'dark'>;
  readonly online: Observable<boolean>;
  readonly bus: EventBus;
  readonly drafts: DraftStore;
  readonly hooks: PageHooks;
}

/** A host bound to one plugin at one place; disposing it ends everything registered through it. */
export interface BoundHost {
  readonly host: PluginHost;
  dispose(): void;
}

/** Binds the host to a plugin: its name on everything it does, its manifest as the limit. */
export function createHost(parts: HostParts, plugin: LoadedPlugin, placement: PluginHost['placement']): BoundHost {
  const { pluginId, version, at, catalogue } = plugin;
  const bag = createDisposers();
  const events = parts.bus.scoped(pluginId);
  bag.add(() => events.dispose());
  const allow = capabilityCheck(at.manifest, () => catalogue.locale.current);
  const { hooks } = parts;
  const host: PluginHost = {
    pluginId,
    version,
    placement,
    session: parts.session,
    scope: bag.watch(parts.scope),
    setScope: (change) => hooks.setScope(change),
    crm: createCrmApi(parts.api, parts.reads, () => catalogue.locale.current, allow.crm),
    data: dataOf(parts, plugin, allow),
    drafts: draftsOf(parts.drafts.of(pluginId), () => allow.host('drafts')),
    events: { emit: events.emit, on: events.on },
    navigate: {
      to(destination) {
        allow.host('navigate');
        hooks.navigate(destination);
      },
      href: (destination) => hooks.href(destination),
      location: bag.watch(hooks.location),
      setParams: (params) => hooks.setParams(params),
    },
    notify(notice) {
      allow.host('notify');
      hooks.notify(notice, pluginId);
    },
    async confirm(question) {
      allow.host('confirm');
      return await hooks.confirm(question);
    },
    i18n: { locale: bag.watch(catalogue.locale), t: catalogue.t },
    theme: bag.watch(parts.theme),
    online: bag.watch(parts.online),
    telemetry: (name, value) => hooks.telemetry?.(pluginId, name, value),
  };
  return { host: Object.freeze(host), dispose: () => bag.dispose() };
}

function dataOf(parts: HostParts, { pluginId, catalogue }: LoadedPlugin, allow: CapabilityCheck): DataApi {
  const changed = (collection: string, id: string): void =>
    parts.bus.emit('milepost/record-changed', { pluginId, collection, id });
  return createDataApi(parts.api, {
    pluginId,
    locale: () => catalogue.locale.current,
    allow: allow.collection,
    allowShared: allow.shared,
    changed,
  });
}

function draftsOf(drafts: DraftsApi, allow: () => void): DraftsApi {
  return {
    async get(key) {
      allow();
      return await drafts.get(key);
    },
    async set(key, value) {
      allow();
      await drafts.set(key, value);
    },
    async remove(key) {
      allow();
      await drafts.remove(key);
    },
  };
}
