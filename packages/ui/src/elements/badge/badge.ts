import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { toneIcons, toneStyles } from '../../base/tone.ts';
import { icon, iconStyles } from '../../icons/icon.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import type { Tone } from '../../base/tone.ts';
import type { IconName } from '../../icons/icon-paths.ts';

/**
 * @summary A state in one or two words, with the icon of its tone.
 * @slot - The word.
 */
export class MpBadge extends MpElement {
  static override styles = [
    baseStyles,
    iconStyles,
    toneStyles,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        vertical-align: baseline;
      }
      span {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        padding: 0 7px;
        min-block-size: 22px;
        border-radius: var(--mp-radius-small);
        background: var(--tone-soft);
        color: var(--tone);
        font-size: var(--mp-font-size-small);
        white-space: nowrap;
      }
    `,
  ];

  @property({ reflect: true }) tone: Tone = 'neutral';
  /** Another icon than the tone's own. */
  @property() icon: IconName | '' = '';

  protected override render(): unknown {
    const name = this.icon || toneIcons[this.tone];
    return html`<span data-tone=${this.tone}>${name ? icon(name) : ''}<slot></slot></span>`;
  }
}

/**
 * @summary A label a person chose, such as a customer type; removable where `removable` is set.
 * @slot - The label.
 * @fires mp-remove - The person removes it.
 */
export class MpTag extends MpElement {
  static override styles = [
    baseStyles,
    iconStyles,
    toneStyles,
    css`
      :host {
        display: inline-flex;
        align-items: center;
      }
      span {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        padding: 0 8px;
        min-block-size: 24px;
        border: 1px solid color-mix(in srgb, var(--tone) 40%, var(--mp-color-surface));
        border-radius: 12px;
        color: var(--tone);
        font-size: var(--mp-font-size-small);
        white-space: nowrap;
      }
      button {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        inline-size: 24px;
        block-size: 24px;
        margin-inline-end: -8px;
        padding: 0;
        border: 0;
        border-radius: 12px;
        background: none;
        color: inherit;
        cursor: pointer;
      }
      @media (pointer: coarse) {
        button {
          inline-size: 44px;
          block-size: 44px;
          margin: -10px -16px -10px 0;
        }
      }
    `,
  ];

  @property({ reflect: true }) tone: Tone = 'neutral';
  @property({ type: Boolean }) removable = false;

  protected override render(): unknown {
    const label = `${this.words.clear} ${this.textContent?.trim() ?? ''}`;
    return html`<span data-tone=${this.tone}
      ><slot></slot>${
        this.removable
          ? html`<button type="button" aria-label=${label} @click=${() => this.emit('mp-remove')}>${icon('close')}</button>`
          : ''
      }</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-badge': MpBadge;
    'mp-tag': MpTag;
  }
}
