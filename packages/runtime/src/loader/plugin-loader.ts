import { sdkVersion } from '@milepost/sdk';
import type { Disposer, Locale, Observable, PluginDefinition, PluginElementClass, PluginHost } from '@milepost/sdk';
import { createObservable } from '@milepost/sdk/host-kit';
import { satisfies } from '@milepost/sdk/version-range';
import type { RunningVersion } from '../failures/attribution.ts';
import type { Reporter } from '../failures/reporter.ts';
import { baseUrlOf } from '../registry/snapshot.ts';
import type { PluginVersion, SnapshotPlugin } from '../registry/snapshot.ts';
import { text } from '../texts.ts';
import { createCatalogue } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import type { Federation } from './federation.ts';
import { PluginFailure, inPhase } from './plugin-failure.ts';
import { withTimeout } from './with-timeout.ts';

/** A version that is ready to show views. */
export interface LoadedPlugin extends RunningVersion {
  readonly source: SnapshotPlugin;
  readonly at: PluginVersion;
  readonly definition: PluginDefinition;
  readonly catalogue: Catalogue;
  /** @throws PluginFailure `view`. */
  view(name: string): Promise<PluginElementClass>;
}

/** How a plugin fares on this page. */
export interface PluginStatus {
  /** `fallback`: the last known good version is shown; `failed`: none works. */
  readonly status: 'idle' | 'good' | 'fallback' | 'failed';
  readonly version: string;
  readonly message?: string;
}

/** What the loader works with. */
export interface LoaderContext {
  readonly gatewayUrl: string;
  readonly locale: Observable<Locale>;
  readonly federation: Federation;
  readonly reporter: Reporter;
  /** Milliseconds for each step: the remote, a catalogue, a view, the first render. */
  readonly timeoutMs: number;
  plugin(id: string): SnapshotPlugin | undefined;
  /** The host for `setup`. */
  hostFor(loaded: LoadedPlugin): { readonly host: PluginHost; dispose(): void };
  /** Told once when a plugin falls back to its last known good version. */
  onFallback(plugin: SnapshotPlugin, broken: string, shown: string): void;
}

/** Loads plugins and keeps the failures of one version away from everything else. */
export interface PluginLoader {
  readonly statuses: Observable<Readonly<Record<string, PluginStatus>>>;
  /** The version at work. After it failed: the last known good one. @throws PluginFailure when none works. */
  load(pluginId: string): Promise<LoadedPlugin>;
  /** A version failed after it was loaded. Answers whether another one is left to try. */
  failed(loaded: LoadedPlugin, failure: PluginFailure): boolean;
  /** Forgets failures, so that the next load starts with the first version again. */
  retry(pluginId: string): void;
  running(): readonly LoadedPlugin[];
  dispose(): void;
}

interface Slot {
  readonly loads: Map<string, Promise<LoadedPlugin>>;
  readonly broken: Map<string, PluginFailure>;
}

/** Makes a loader. */
export function createPluginLoader(context: LoaderContext): PluginLoader {
  const statuses = createObservable<Readonly<Record<string, PluginStatus>>>({});
  const slots = new Map<string, Slot>();
  const running = new Map<string, { readonly loaded: LoadedPlugin; dispose: Disposer }>();

  const slotOf = (id: string): Slot => {
    const known = slots.get(id) ?? { loads: new Map<string, Promise<LoadedPlugin>>(), broken: new Map<string, PluginFailure>() };
    slots.set(id, known);
    return known;
  };
  const setStatus = (id: string, status: PluginStatus): void => statuses.set({ ...statuses.current, [id]: status });

  const start = (plugin: SnapshotPlugin, at: PluginVersion): Promise<LoadedPlugin> => {
    const slot = slotOf(plugin.id);
    const known = slot.loads.get(at.version);
    if (known) return known;
    const load = begin(context, plugin, at).then(({ loaded, dispose }) => {
      running.set(loaded.baseUrl, { loaded, dispose });
      return loaded;
    });
    slot.loads.set(at.version, load);
    load.catch(() => slot.loads.delete(at.version));
    return load;
  };

  const markBroken = (plugin: SnapshotPlugin, at: PluginVersion, failure: PluginFailure): boolean => {
    const { broken } = slotOf(plugin.id);
    const first = !broken.has(at.version);
    if (first) {
      broken.set(at.version, failure);
      context.reporter.report({ pluginId: plugin.id, version: at.version, phase: failure.phase, message: failure.message });
    }
    const next = candidates(plugin).find((candidate) => !broken.has(candidate.version));
    if (!next) setStatus(plugin.id, { status: 'failed', version: plugin.version, message: failure.message });
    return next !== undefined;
  };

  return {
    statuses,
    async load(id) {
      const plugin = context.plugin(id);
      if (!plugin) throw new PluginFailure('load', text('failed.unknown', context.locale.current, { plugin: id }));
      const { broken } = slotOf(id);
      for (const at of candidates(plugin)) {
        if (broken.has(at.version)) continue;
        try {
          const loaded = await start(plugin, at);
          const fallback = at.version !== plugin.version;
          const before = statuses.current[id]?.status;
          setStatus(id, {
            status: fallback ? 'fallback' : 'good',
            version: at.version,
            ...(fallback ? { message: broken.get(plugin.version)?.message ?? '' } : {}),
          });
          if (fallback && before !== 'fallback') context.onFallback(plugin, plugin.version, at.version);
          return loaded;
        } catch (error) {
          markBroken(plugin, at, error instanceof PluginFailure ? error : new PluginFailure('load', error));
        }
      }
      throw [...broken.values()][0] ?? new PluginFailure('load', 'No version is left');
    },
    failed: (loaded, failure) => markBroken(loaded.source, loaded.at, failure),
    retry(id) {
      slotOf(id).broken.clear();
    },
    running: () => [...running.values()].map(({ loaded }) => loaded),
    dispose() {
      for (const { dispose } of running.values()) dispose();
      running.clear();
      slots.clear();
    },
  };
}

function candidates(plugin: SnapshotPlugin): readonly PluginVersion[] {
  return plugin.lastKnownGood ? [plugin, plugin.lastKnownGood] : [plugin];
}

async function begin(
  context: LoaderContext,
  source: SnapshotPlugin,
  at: PluginVersion,
): Promise<{ readonly loaded: LoadedPlugin; readonly dispose: Disposer }> {
  if (!satisfies(sdkVersion, at.manifest.sdk)) {
    throw new PluginFailure('sdk', text('failed.sdk', context.locale.current, { range: at.manifest.sdk, version: sdkVersion }));
  }
  const limited = <T>(work: Promise<T>): Promise<T> => withTimeout(work, context.timeoutMs);
  const definition = await inPhase('load', () => limited(context.federation.load(at)));
  const catalogue = await inPhase('messages', () => limited(createCatalogue(definition, context.locale)));
  const views = new Map<string, Promise<PluginElementClass>>();
  const loaded: LoadedPlugin = {
    pluginId: source.id,
    version: at.version,
    baseUrl: baseUrlOf(at, context.gatewayUrl),
    source,
    at,
    definition,
    catalogue,
    view(name) {
      const known =
        views.get(name) ?? inPhase('view', () => limited(loadView(definition, name, source.id, context.locale.current)));
      views.set(name, known);
      known.catch(() => views.delete(name));
      return known;
    },
  };
  const bound = context.hostFor(loaded);
  const release = await inPhase('setup', () => definition.setup?.(bound.host) ?? null).catch((error: unknown) => {
    bound.dispose();
    catalogue.dispose();
    throw error;
  });
  const dispose = (): void => {
    release?.();
    bound.dispose();
    catalogue.dispose();
  };
  return { loaded, dispose };
}

async function loadView(definition: PluginDefinition, name: string, plugin: string, locale: Locale): Promise<PluginElementClass> {
  const load = Object.hasOwn(definition.views, name) ? definition.views[name] : undefined;
  if (!load) throw new Error(text('failed.view', locale, { plugin, view: name }));
  const loaded: unknown = await load();
  if (typeof loaded === 'function' && loaded.prototype instanceof HTMLElement) return loaded as PluginElementClass;
  throw new Error(`The view ${name} does not resolve to a class of elements`);
}
