import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { toneStyles } from '../../base/tone.ts';
import { icon, iconStyles } from '../../icons/icon.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import { figureStyles, figuresStyles } from './figure.styles.ts';
import type { Tone } from '../../base/tone.ts';
import type { IconName } from '../../icons/icon-paths.ts';

/** Which way a figure went, with its icon and word. */
export type Trend = 'up' | 'down' | 'flat';

const trendIcons: Record<Trend, IconName> = { up: 'trend-up', down: 'trend-down', flat: 'trend-flat' };

/**
 * @summary A key figure: label, value, unit, and what it compares to. With `interactive` it opens.
 * @slot - Below the comparison, such as a sparkline.
 * @fires mp-open - The person wants to see what the figure is made of.
 */
export class MpFigure extends MpElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [baseStyles, iconStyles, toneStyles, figureStyles];

  @property() label = '';
  /** Already written, in the language of the page: see the formatting functions. */
  @property() value = '';
  @property() unit = '';
  /** The exact value, one hover away. */
  @property() exact = '';
  /** What it compares to: `按工作日应为 68%`, `比上月 +3.1%`. */
  @property() comparison = '';
  /** Which way it went; draws the arrow and says the word. */
  @property() trend: Trend | '' = '';
  /** Whether that is good. */
  @property() tone: Tone = 'neutral';
  /** Makes the figure a button that emits `mp-open`. */
  @property({ type: Boolean }) interactive = false;
  /** The figure's value is still to come. */
  @property({ type: Boolean }) loading = false;
  /** Marks the one figure that its panel explains. */
  @property({ type: Boolean, reflect: true }) selected = false;

  #renderComparison(): unknown {
    if (!this.comparison) return nothing;
    const name = this.trend ? trendIcons[this.trend] : this.tone === 'warning' || this.tone === 'critical' ? 'warning' : '';
    const word = this.trend ? this.words[this.trend] : '';
    return html`<span class="comparison" data-tone=${this.tone}
      >${name ? icon(name) : nothing}${word ? html`<span class="mp-visually-hidden">${word}</span>` : nothing}${this.comparison}</span
    >`;
  }

  #renderContent(): unknown {
    return html`<span class="label">${this.label}${this.interactive ? icon('chevron-right') : nothing}</span> ${
        this.loading
          ? html`<span class="value pending"><span class="mp-visually-hidden">${this.words.loading}</span></span>`
          : html`<span class="value" title=${this.exact || nothing}
              >${this.value}${this.unit ? html`<span class="unit"> ${this.unit}</span>` : nothing}</span
            >`
      }
      ${this.#renderComparison()}<slot></slot>`;
  }

  protected override render(): unknown {
    if (!this.interactive) return html`<div class="figure">${this.#renderContent()}</div>`;
    return html`<button
      type="button"
      class="figure"
      aria-pressed=${this.selected ? 'true' : nothing}
      @click=${() => this.emit('mp-open')}
    >
      ${this.#renderContent()}
    </button>`;
  }
}

/**
 * @summary Three to five figures in a row; on phones two to a row, an odd last one over the whole row.
 * @slot - `mp-figure` elements.
 */
export class MpFigures extends MpElement {
  static override styles = [baseStyles, figuresStyles];

  @state() private count = 0;

  #handleSlot(event: Event): void {
    this.count = (event.target as HTMLSlotElement).assignedElements().length;
  }

  protected override render(): unknown {
    return html`<div class="row" data-count=${this.count} ?data-many=${this.count > 5}>
      <slot @slotchange=${this.#handleSlot}></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-figure': MpFigure;
    'mp-figures': MpFigures;
  }
}
