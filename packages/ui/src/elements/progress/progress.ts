import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { styled } from '../../base/styled.ts';
import { toneStyles } from '../../base/tone.ts';
import { formatPercent } from '../../format/number.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import { buttonStyles } from '../button/button.styles.ts';
import type { Tone } from '../../base/tone.ts';

/**
 * @summary How far something is: work that runs (with a way to cancel), or a share of a target with its mark.
 * @fires mp-cancel - The person stops the work.
 */
export class MpProgress extends MpElement {
  static override styles = [
    baseStyles,
    toneStyles,
    buttonStyles,
    css`
      :host {
        display: block;
      }
      .line {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--mp-space-2);
        margin-block-end: 4px;
      }
      .text {
        color: var(--mp-color-muted);
        font-variant-numeric: tabular-nums;
      }
      .track {
        position: relative;
        block-size: 6px;
        border-radius: 3px;
        background: var(--mp-color-neutral-soft);
      }
      .fill {
        block-size: 100%;
        inline-size: var(--share);
        border-radius: 3px;
        background: var(--tone);
        transition: inline-size var(--mp-motion) var(--mp-ease);
      }
      .unknown .fill {
        inline-size: 30%;
        animation: travel 1.4s ease-in-out infinite alternate;
      }
      .mark {
        position: absolute;
        inset-block: -3px;
        inset-inline-start: var(--mark);
        inline-size: 2px;
        background: var(--mp-color-text);
      }
      @keyframes travel {
        to {
          translate: 233% 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .unknown .fill {
          inline-size: 100%;
          opacity: 0.4;
          animation: none;
        }
      }
    `,
  ];

  @property() label = '';
  /** Share from 0 to 1; null while it is not known. */
  @property({ type: Number }) value: number | null = null;
  /** Where it should be by now, from 0 to 1. */
  @property({ type: Number }) expected: number | null = null;
  /** Numbers beside the label: `120 / 400 家`. The percentage by default. */
  @property() text = '';
  @property() tone: Tone = 'accent';
  /** Offers to cancel. */
  @property({ type: Boolean }) cancellable = false;

  protected override render(): unknown {
    const share = this.value === null ? null : Math.min(1, Math.max(0, this.value));
    const text = this.text || (share === null ? '' : formatPercent(this.value));
    return html`<div class="line">
        <span>${this.label}</span><span class="text">${text}</span>
        ${this.cancellable ? html`<button type="button" class="button quiet" @click=${() => this.emit('mp-cancel')}>${this.words.cancel}</button>` : nothing}
      </div>
      <div
        class="track ${share === null ? 'unknown' : ''}"
        data-tone=${this.tone}
        role="progressbar"
        aria-label=${this.label || this.words.loading}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${share === null ? nothing : Math.round(share * 100)}
        aria-valuetext=${text || nothing}
        ${styled({ '--share': share === null ? undefined : `${share * 100}%`, '--mark': this.expected === null ? undefined : `${this.expected * 100}%` })}
      >
        <div class="fill"></div>
        ${this.expected === null ? nothing : html`<div class="mark"></div>`}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-progress': MpProgress;
  }
}
