import { LitElement, css, html, nothing, property } from '@milepost/sdk';
import type { Locale } from '@milepost/sdk';
import { text } from '../texts.ts';

/**
 * @summary Stands where a plugin's view should be: names the plugin, says that the rest works, offers to try again.
 * @fires mp-retry - The person asks to try again.
 */
export class PluginErrorCard extends LitElement {
  static override styles = css`
    :host {
      display: block;
      box-sizing: border-box;
      padding: var(--mp-space-4, 16px);
      border: 1px solid var(--mp-color-border, #8888);
      border-radius: var(--mp-radius-card, 8px);
      background: var(--mp-color-surface, transparent);
      color: var(--mp-color-text, inherit);
      font: var(--mp-font-body, 14px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif);
      overflow-wrap: anywhere;
    }
    p {
      margin: 0 0 8px;
    }
    .title {
      font-weight: 600;
    }
    .quiet {
      color: var(--mp-color-text-quiet, inherit);
    }
    button {
      min-block-size: 36px;
      padding: 0 16px;
      border: 1px solid var(--mp-color-border-strong, currentcolor);
      border-radius: var(--mp-radius-control, 6px);
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    button:focus-visible,
    summary:focus-visible {
      outline: 2px solid var(--mp-color-focus, currentcolor);
      outline-offset: 2px;
    }
    details {
      margin-block-start: 8px;
      font-size: 0.9em;
    }
  `;

  /** The plugin's name in the person's language. */
  @property({ attribute: false }) name = '';
  /** The versions that were tried. */
  @property({ attribute: false }) versions: readonly string[] = [];
  /** What went wrong, for whoever looks after the plugin. */
  @property({ attribute: false }) detail = '';
  @property({ attribute: false }) locale: Locale = 'zh-CN';

  private handleRetry(): void {
    this.dispatchEvent(new CustomEvent('mp-retry', { bubbles: true, composed: true }));
  }

  protected override render(): unknown {
    const t = (key: Parameters<typeof text>[0], params: Readonly<Record<string, string>> = {}): string =>
      text(key, this.locale, params);
    return html`
      <p class="title" role="alert">${t('failed.title', { plugin: this.name })}</p>
      <p class="quiet">${t('failed.text')}</p>
      <button type="button" @click=${() => this.handleRetry()}>${t('failed.retry')}</button>
      ${
        this.detail
          ? html`<details>
              <summary>${t('failed.detail')}</summary>
              <p>${this.detail}</p>
              ${this.versions.length > 0 ? html`<p>${t('failed.versions', { versions: this.versions.join(', ') })}</p>` : nothing}
            </details>`
          : nothing
      }
    `;
  }
}

/** Makes a card, registering its tag on first use. */
export function createErrorCard(): PluginErrorCard {
  if (!customElements.get('mp-plugin-error')) customElements.define('mp-plugin-error', PluginErrorCard);
  return document.createElement('mp-plugin-error') as PluginErrorCard;
}
