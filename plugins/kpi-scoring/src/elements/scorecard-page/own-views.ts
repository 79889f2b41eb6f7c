import { html } from '@milepost/sdk';
import type { PluginHost, ReactiveController, ReactiveControllerHost } from '@milepost/sdk';
import type { BoardState } from '../../controllers/board-controller.ts';
import { createOwn } from '../own-element.ts';

/** What a tab of the page is given. */
export interface TabView extends HTMLElement {
  host: PluginHost;
  board: Extract<BoardState, { kind: 'ready' }>;
  /** Reads the scores again, after something they are made of was saved. */
  changed: () => Promise<void>;
  readonly dirty?: boolean;
  requestUpdate(): void;
}

const loaders: Readonly<Record<string, () => Promise<new () => TabView>>> = {
  rules: async () => (await import('../rules-view/rules-view.ts')).RulesView,
  targets: async () => (await import('../targets-view/targets-view.ts')).TargetsView,
  runs: async () => (await import('../runs-view/runs-view.ts')).RunsView,
};

/** The further tabs: each is loaded when first opened and kept, with what was typed, until the page goes. */
export class OwnViews implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #host: () => PluginHost;
  readonly #views = new Map<string, TabView>();
  readonly #failed = new Set<string>();

  constructor(element: ReactiveControllerHost & HTMLElement, host: () => PluginHost) {
    this.#element = element;
    this.#host = host;
    element.addController(this);
  }

  hostConnected(): void {}

  get dirty(): boolean {
    return [...this.#views.values()].some((view) => view.dirty === true);
  }

  /** Shows a tab; it lives in the address. */
  select(tab: string): void {
    this.#host().navigate.setParams({ tab: tab === 'ranking' ? null : tab, person: null });
  }

  /** The tab's element with its properties, or its place while it loads. */
  render(tab: string, board: TabView['board'], changed: () => Promise<void>): unknown {
    const view = this.#views.get(tab);
    if (view) {
      Object.assign(view, { host: this.#host(), board, changed });
      view.requestUpdate();
      return view;
    }
    if (this.#failed.has(tab)) {
      return html`<mp-state
        kind="error"
        .heading=${this.#host().i18n.t('tab.failed')}
        @mp-retry=${() => this.#retry(tab)}
      ></mp-state>`;
    }
    void this.#load(tab);
    return html`<mp-state kind="loading" shape="table"></mp-state>`;
  }

  #retry(tab: string): void {
    this.#failed.delete(tab);
    this.#element.requestUpdate();
  }

  async #load(tab: string): Promise<void> {
    try {
      const viewClass = await loaders[tab]?.();
      if (viewClass && !this.#views.has(tab)) this.#views.set(tab, createOwn(viewClass));
    } catch {
      this.#failed.add(tab);
    }
    this.#element.requestUpdate();
  }
}
