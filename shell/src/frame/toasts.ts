import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { baseStyles, icon, iconStyles } from '@milepost/ui';
import { Watch } from '../state/watch.ts';
import type { IconName } from '@milepost/ui';
import type { Notice } from '@milepost/sdk';
import type { Shell } from '../state/shell.ts';
import type { ShownNotice } from '../state/notices.ts';

/** The icon of each tone: no tone speaks by colour alone. */
export const noticeIcons: Record<Notice['tone'], IconName> = {
  info: 'info',
  positive: 'check-circle',
  warning: 'warning',
  critical: 'error',
};

/** @summary Short messages in the corner, and the banner while the network is away. */
export class PortalToasts extends LitElement {
  static override styles = [
    baseStyles,
    iconStyles,
    css`
      :host {
        position: fixed;
        z-index: 60;
        inset-block-end: calc(20px + var(--portal-tab-bar, 0px));
        inset-inline: 0;
        display: grid;
        justify-items: center;
        gap: 8px;
        padding: 0 12px;
        pointer-events: none;
      }
      .toast {
        display: flex;
        align-items: center;
        gap: 10px;
        max-inline-size: min(560px, 100%);
        min-block-size: 44px;
        padding: 4px 6px 4px 14px;
        border: 1px solid var(--mp-color-border);
        border-radius: 8px;
        background: var(--mp-color-raised);
        box-shadow: var(--mp-shadow);
        pointer-events: auto;
        animation: rise var(--mp-motion) var(--mp-ease);
      }
      .positive > .mp-icon {
        color: var(--mp-color-positive);
      }
      .warning > .mp-icon {
        color: var(--mp-color-warning);
      }
      .critical > .mp-icon {
        color: var(--mp-color-critical);
      }
      button {
        display: inline-grid;
        place-items: center;
        min-inline-size: 36px;
        min-block-size: 36px;
        padding: 0 8px;
        border: 0;
        border-radius: var(--mp-radius);
        background: none;
        color: var(--mp-color-muted);
        cursor: pointer;
      }
      button.action {
        color: var(--mp-color-accent);
        white-space: nowrap;
      }
      @keyframes rise {
        from {
          translate: 0 8px;
          opacity: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) shell!: Shell;

  readonly watch = new Watch(this, () => [this.shell.texts.locale, this.shell.notices.shown, this.shell.online]);

  #renderToast(notice: ShownNotice): unknown {
    const { notices, texts } = this.shell;
    const act = (): void => {
      notices.dismiss(notice.id);
      notice.action?.run();
    };
    return html`<div class="toast ${notice.tone}" role=${notice.tone === 'critical' ? 'alert' : nothing}>
      ${icon(noticeIcons[notice.tone])}<span>${notice.text}</span>
      ${notice.action ? html`<button class="action" type="button" @click=${act}>${notice.action.label}</button>` : nothing}
      <button type="button" aria-label=${texts.t('frame.close')} @click=${() => notices.dismiss(notice.id)}>
        ${icon('close')}
      </button>
    </div>`;
  }

  protected override render(): unknown {
    const { texts, online, notices } = this.shell;
    return html`<div role="status" aria-live="polite">
      ${online.current ? nothing : html`<div class="toast warning">${icon('offline')}<span>${texts.t('frame.offline')}</span></div>`}
      ${repeat(
        notices.shown.current,
        ({ id }) => id,
        (notice) => this.#renderToast(notice),
      )}
    </div>`;
  }
}
