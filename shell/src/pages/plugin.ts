import { css, html } from 'lit';
import { baseStyles } from '@milepost/ui';
import { PortalPageElement } from './page-element.ts';
import type { ViewHandle } from '@milepost/runtime';

/** @summary A page of a plugin. Loading, failing and falling back are the runtime's part. */
export class PortalPluginPage extends PortalPageElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];

  #view: ViewHandle | null = null;

  override get dirty(): boolean {
    return this.#view?.dirty ?? false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { plugin, contribution } = this.page;
    if (plugin && contribution && this.#known()) this.#view = this.shell.runtime.mountPage(this, plugin, contribution);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#view?.unmount({ force: true });
    this.#view = null;
  }

  #known(): boolean {
    return this.shell.snapshot.plugins.some(({ id }) => id === this.page.plugin);
  }

  protected override render(): unknown {
    if (this.#known()) return html`<slot></slot>`;
    const { texts } = this.shell;
    return html`<mp-page .heading=${texts.t('plugin.missing.title')}>
      <mp-state
        kind="error"
        no-retry
        .heading=${texts.t('plugin.missing.title')}
        .text=${texts.t('plugin.missing.text', { plugin: this.page.plugin ?? '' })}
      ></mp-state>
    </mp-page>`;
  }
}
