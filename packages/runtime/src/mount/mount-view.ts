import type { ElementContext, PluginElement, PluginHost } from '@milepost/sdk';
import type { BoundHost } from '../host/create-host.ts';
import type { LoadedPlugin } from '../loader/plugin-loader.ts';
import { PluginFailure } from '../loader/plugin-failure.ts';
import { createErrorCard } from './error-card.ts';
import { connectAndRender } from './first-render.ts';
import { createPlaceholder } from './placeholder.ts';
import { tagFor } from './tags.ts';

/** Which view, where, and beside what. */
export interface MountRequest {
  readonly pluginId: string;
  /** A view of `definePlugin`. */
  readonly view: string;
  readonly container: HTMLElement;
  readonly context: ElementContext;
  /** Over the plugin's configuration from the portal file. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly placement: PluginHost['placement'];
  /** CSS pixels to keep free from the start. */
  readonly minHeight?: number;
}

/** How a mount ended. `failed` shows an error card; retrying may still end well. */
export type MountOutcome = 'shown' | 'failed' | 'removed';

/** A view on the page. */
export interface ViewHandle {
  /** The plugin's element while it is shown. */
  readonly element: PluginElement | null;
  /** The version shown. */
  readonly version: string | null;
  readonly dirty: boolean;
  /** When the first attempt, with its fallback, has ended. */
  readonly ready: Promise<MountOutcome>;
  update(change: { readonly context?: ElementContext; readonly config?: Readonly<Record<string, unknown>> }): void;
  /** Removes the view. False when it holds unsaved work and the person stays; `force` does not ask. */
  unmount(options?: { readonly force?: boolean }): Promise<boolean>;
}

/** What mounting needs of the runtime. */
export interface MountSupport {
  readonly timeoutMs: number;
  /** Milliseconds after the first render in which an uncaught error still counts as a failed start. */
  readonly probationMs: number;
  load(pluginId: string, view: string): Promise<LoadedPlugin>;
  /** Whether another version is left. */
  failed(loaded: LoadedPlugin, failure: PluginFailure): boolean;
  retry(pluginId: string): void;
  hostFor(loaded: LoadedPlugin, placement: PluginHost['placement']): BoundHost;
  configOf(pluginId: string): Readonly<Record<string, unknown>>;
  describe(pluginId: string): {
    readonly name: string;
    readonly loading: string;
    readonly versions: readonly string[];
    readonly locale: 'zh-CN' | 'en';
  };
  mayLeave(): Promise<boolean>;
  /** Errors that nobody caught, by the version they came from. */
  onUncaught(listener: (pluginId: string, version: string, error: unknown) => void): () => void;
}

/** Mounts a view: a placeholder, then the view, else the last known good one, else an error card. */
export function mountView(support: MountSupport, request: MountRequest): ViewHandle {
  return new MountedView(support, request);
}

class MountedView implements ViewHandle {
  readonly ready: Promise<MountOutcome>;
  readonly #support: MountSupport;
  readonly #request: MountRequest;
  #context: ElementContext;
  #config: Readonly<Record<string, unknown>>;
  #shown: { readonly element: PluginElement; readonly bound: BoundHost; readonly loaded: LoadedPlugin } | null = null;
  #endProbation: (() => void) | null = null;
  #removed = false;

  constructor(support: MountSupport, request: MountRequest) {
    this.#support = support;
    this.#request = request;
    this.#context = request.context;
    this.#config = request.config ?? {};
    request.container.dataset['mpPlugin'] = request.pluginId;
    if (request.minHeight) request.container.style.minBlockSize = `${request.minHeight}px`;
    this.ready = this.#show();
  }

  get element(): PluginElement | null {
    return this.#shown?.element ?? null;
  }

  get version(): string | null {
    return this.#shown?.loaded.version ?? null;
  }

  get dirty(): boolean {
    return this.#shown?.element.dirty === true;
  }

  update(change: Parameters<ViewHandle['update']>[0]): void {
    if (change.context) this.#context = change.context;
    if (change.config) this.#config = change.config;
    if (this.#shown) this.#setProperties(this.#shown.element);
  }

  async unmount({ force = false }: { readonly force?: boolean } = {}): Promise<boolean> {
    if (!force && this.dirty && !(await this.#support.mayLeave())) return false;
    this.#removed = true;
    this.#clear();
    delete this.#request.container.dataset['mpPlugin'];
    this.#request.container.style.minBlockSize = '';
    return true;
  }

  async #show(): Promise<MountOutcome> {
    const { container, pluginId, view, minHeight = 0 } = this.#request;
    this.#clear();
    container.replaceChildren(createPlaceholder(this.#support.describe(pluginId).loading, minHeight));
    for (;;) {
      let loaded: LoadedPlugin | null = null;
      try {
        loaded = await this.#support.load(pluginId, view);
        const elementClass = await loaded.view(view);
        if (this.#removed) return 'removed';
        await this.#place(loaded, elementClass);
        return this.#removed ? 'removed' : 'shown';
      } catch (error) {
        if (this.#removed) return 'removed';
        const failure = error instanceof PluginFailure ? error : new PluginFailure('render', error);
        this.#clear();
        if (loaded && this.#support.failed(loaded, failure)) continue;
        this.#showCard(failure);
        return 'failed';
      }
    }
  }

  async #place(loaded: LoadedPlugin, elementClass: Awaited<ReturnType<LoadedPlugin['view']>>): Promise<void> {
    const { container, pluginId, view, placement } = this.#request;
    const bound = this.#support.hostFor(loaded, placement);
    let element: PluginElement;
    try {
      tagFor(elementClass, pluginId, view);
      // Not document.createElement: that reports what a constructor throws and goes on with a plain element.
      element = new elementClass();
    } catch (error) {
      bound.dispose();
      throw new PluginFailure('construct', error);
    }
    this.#shown = { element, bound, loaded };
    element.host = bound.host;
    this.#setProperties(element);
    await connectAndRender(element, () => container.replaceChildren(element), this.#support.timeoutMs);
    if (!this.#removed) this.#watchStart(loaded);
  }

  #setProperties(element: PluginElement): void {
    element.config = { ...this.#support.configOf(this.#request.pluginId), ...this.#config };
    element.context = this.#context;
  }

  /** An error right after the first render is a failed start; later the person may have typed, so nothing is replaced. */
  #watchStart(loaded: LoadedPlugin): void {
    this.#endProbation?.();
    const stop = this.#support.onUncaught((pluginId, version, error) => {
      if (pluginId !== loaded.pluginId || version !== loaded.version || this.dirty) return;
      this.#endProbation?.();
      this.#support.failed(loaded, new PluginFailure('render', error));
      void this.#show();
    });
    const timer = setTimeout(() => this.#endProbation?.(), this.#support.probationMs);
    this.#endProbation = () => {
      clearTimeout(timer);
      stop();
      this.#endProbation = null;
    };
  }

  #showCard(failure: PluginFailure): void {
    const { container, pluginId } = this.#request;
    const { name, versions, locale } = this.#support.describe(pluginId);
    const card = createErrorCard();
    Object.assign(card, { name, versions, locale, detail: failure.message });
    card.addEventListener('mp-retry', () => {
      this.#support.retry(pluginId);
      void this.#show();
    });
    container.replaceChildren(card);
  }

  #clear(): void {
    this.#endProbation?.();
    const shown = this.#shown;
    this.#shown = null;
    this.#request.container.replaceChildren();
    shown?.bound.dispose();
  }
}
