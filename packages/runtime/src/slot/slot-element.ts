import { LitElement, css, html, property } from '@milepost/sdk';
import type { PropertyValues } from '@milepost/sdk';
import type { ViewHandle } from '../mount/mount-view.ts';
import type { Runtime } from '../runtime.ts';

/**
 * @summary A place for widgets: shows what the portal file or the manifests put into the slot `name`.
 * @slot - Filled by the element itself.
 */
export class SlotElement extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 460px), 1fr));
      gap: var(--mp-space-4, 16px);
      align-items: start;
    }
    ::slotted(*) {
      min-inline-size: 0;
    }
  `;

  /** The slot's id, such as `account/overview/v1`. */
  @property() name = '';
  /** Id of the account it stands beside. */
  @property() account = '';
  /** Where it stands: a page's slot, or a page that is not ours. */
  @property() place: 'slot' | 'embed' = 'slot';
  /** The runtime that fills it. */
  @property({ attribute: false }) runtime: Runtime | null = null;

  #views: ViewHandle[] = [];
  #stopWatching: (() => void) | null = null;

  /** Whether a widget holds unsaved work. */
  get dirty(): boolean {
    return this.#views.some((view) => view.dirty);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#fill();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clear();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('name') || changed.has('account') || changed.has('runtime')) this.#fill();
  }

  #fill(): void {
    this.#clear();
    const { runtime } = this;
    if (!runtime || !this.name || !this.isConnected) return;
    this.#stopWatching = runtime.online.subscribe(() => this.#refill());
    this.#mountAll(runtime);
  }

  /** Conditions may hold otherwise now; unsaved work is not thrown away for it. */
  #refill(): void {
    if (!this.dirty) this.#fill();
  }

  #mountAll(runtime: Runtime): void {
    const context = { place: this.name, ...(this.account ? { accountId: this.account } : {}) };
    for (const { pluginId, widget, config } of runtime.slotWidgets(this.name)) {
      const container = document.createElement('div');
      this.append(container);
      const request = { pluginId, view: widget.view, container, context, config, placement: this.place } as const;
      this.#views.push(runtime.mountView({ ...request, minHeight: widget.minHeight ?? 120 }));
    }
  }

  #clear(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
    for (const view of this.#views.splice(0)) void view.unmount({ force: true });
    this.replaceChildren();
  }

  protected override render(): unknown {
    return html`<slot></slot>`;
  }
}

/** Registers `<mp-slot>` once per page. */
export function defineSlotElement(): void {
  if (!customElements.get('mp-slot')) customElements.define('mp-slot', SlotElement);
}
