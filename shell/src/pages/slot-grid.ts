import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from '@milepost/ui';
import { widgetsOf } from '../portal/slots.ts';
import type { PropertyValues } from 'lit';
import type { MountedView } from '../host/plugin-views.ts';
import type { Shell } from '../state/shell.ts';

/** @summary A slot: every widget the portal file or the manifests put there, in a grid that fits the width. */
export class PortalSlotGrid extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
        gap: var(--mp-space-4);
        align-items: start;
      }
      ::slotted(*) {
        display: block;
        min-inline-size: 0;
      }
    `,
  ];

  @property({ attribute: false }) shell!: Shell;
  @property() slotName = '';
  @property({ attribute: false }) accountId: string | undefined;

  #views: MountedView[] = [];

  /** Whether a widget holds unsaved work. */
  get dirty(): boolean {
    return this.#views.some((view) => view.dirty());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#fill();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('slotName') || changed.has('accountId')) this.#fill();
  }

  #clear(): void {
    for (const view of this.#views.splice(0)) view.unmount();
    this.replaceChildren();
  }

  #fill(): void {
    this.#clear();
    if (!this.slotName) return;
    for (const widget of widgetsOf(this.shell, this.slotName)) {
      const container = document.createElement('div');
      container.style.minHeight = `${widget.minHeight}px`;
      this.append(container);
      const place = { ...widget.place, ...(this.accountId === undefined ? {} : { accountId: this.accountId }) };
      this.#views.push(this.shell.views.mountWidget(container, place));
    }
  }

  protected override render(): unknown {
    return this.slotName ? html`<slot></slot>` : nothing;
  }
}
