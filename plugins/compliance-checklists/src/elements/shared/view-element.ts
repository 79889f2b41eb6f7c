import { HostController, LitElement, property } from '@milepost/sdk';
import type { ElementContext, Locale, PluginHost, PropertyValues } from '@milepost/sdk';
import type { Text } from '../../domain/records.ts';

/** What pages, widgets and inner views share: the host, texts in the person's language, the day. */
export abstract class ViewElement extends LitElement {
  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) config: Readonly<Record<string, unknown>> = {};
  @property({ attribute: false }) context: ElementContext = { place: '' };

  readonly watch = new HostController(this, () => this.host, { onScope: () => this.handleScope() });

  #wasDirty = false;

  protected override updated(_changed: PropertyValues): void {
    const { dirty = false } = this as { readonly dirty?: boolean };
    if (dirty === this.#wasDirty) return;
    this.#wasDirty = dirty;
    this.dispatchEvent(new CustomEvent('mp-dirty-change', { bubbles: true, composed: true }));
  }

  /** Called when organisation or period change. */
  protected handleScope(): void {}

  protected get locale(): Locale {
    return this.host.i18n.locale.current;
  }

  protected t(key: string, params?: Readonly<Record<string, string | number>>): string {
    return this.host.i18n.t(key, params);
  }

  protected say(text: Text): string {
    return this.locale === 'zh-CN' ? text.zh : text.en;
  }

  /** Tells whoever holds this element that stored data changed. */
  protected changed(): void {
    this.dispatchEvent(new CustomEvent('checks-changed', { bubbles: true, composed: true }));
  }
}
