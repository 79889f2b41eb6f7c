import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles, icon, iconStyles } from '@milepost/ui';
import { Watch } from '../state/watch.ts';
import { noticeIcons } from './toasts.ts';
import type { Shell } from '../state/shell.ts';
import type { ShownNotice } from '../state/notices.ts';

/** @summary What plugins, the registry and the portal file want somebody to know. */
export class PortalNoticeList extends LitElement {
  static override styles = [
    baseStyles,
    iconStyles,
    css`
      :host {
        display: block;
        inline-size: 380px;
        max-inline-size: 100%;
        padding: 12px;
      }
      h2 {
        padding: 2px 6px 8px;
        font-size: var(--mp-font-size);
      }
      p.empty {
        padding: 20px 6px;
        color: var(--mp-color-muted);
        text-align: center;
      }
      li {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 10px;
        padding: 10px 6px;
        border-block-start: 1px solid var(--mp-color-border);
        overflow-wrap: anywhere;
      }
      .warning > .mp-icon {
        color: var(--mp-color-warning);
      }
      .critical > .mp-icon {
        color: var(--mp-color-critical);
      }
      .mp-icon {
        margin-block-start: 3px;
      }
      .actions {
        grid-column: 2;
        display: flex;
        gap: 14px;
      }
      button {
        min-block-size: 28px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--mp-color-accent);
        cursor: pointer;
      }
      @media (max-width: 640px) {
        :host {
          inline-size: auto;
        }
        button {
          min-block-size: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) shell!: Shell;

  readonly watch = new Watch(this, () => [this.shell.texts.locale, this.shell.notices.kept]);

  #renderNotice(notice: ShownNotice): unknown {
    const { texts, notices } = this.shell;
    return html`<li class=${notice.tone}>
      ${icon(noticeIcons[notice.tone])}
      <span>${notice.text}</span>
      <span class="actions">
        ${notice.action ? html`<button type="button" @click=${notice.action.run}>${notice.action.label}</button>` : nothing}
        <button type="button" @click=${() => notices.forget(notice.id)}>${texts.t('frame.notices.remove')}</button>
      </span>
    </li>`;
  }

  protected override render(): unknown {
    const { texts, notices } = this.shell;
    const list = notices.kept.current;
    return html`<h2>${texts.t('frame.notices')}</h2>
      ${
        list.length > 0
          ? html`<ul>
              ${list.map((notice) => this.#renderNotice(notice))}
            </ul>`
          : html`<p class="empty">${texts.t('frame.notices.empty')}</p>`
      }`;
  }
}
