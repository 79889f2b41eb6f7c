import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { icon, iconStyles } from '../../icons/icon.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import { buttonStyles } from '../button/button.styles.ts';
import { stateStyles } from './state.styles.ts';
import type { PropertyValues } from 'lit';
import type { IconName } from '../../icons/icon-paths.ts';

/** What is shown in place of data. */
export type StateKind = 'loading' | 'empty' | 'error';

/** The shape of what comes. */
export type SkeletonShape = 'lines' | 'figures' | 'table' | 'chart' | 'cards';

/** Loading shows nothing before this: most answers are there sooner, and a flash is worse than a short wait. */
const QUIET_MS = 300;

const skeletonBars: Record<SkeletonShape, number> = { lines: 4, figures: 4, table: 6, chart: 8, cards: 3 };

/**
 * @summary Loading, empty or error, in place of the data.
 * @slot action - The button an empty state offers, or one beside "try again".
 * @fires mp-retry - The person asks to try again.
 */
export class MpState extends MpElement {
  static override styles = [baseStyles, iconStyles, buttonStyles, stateStyles];

  @property({ reflect: true }) kind: StateKind = 'loading';
  /** What happened, or what this place is for. */
  @property() heading = '';
  /** What is safe and what to do next. */
  @property() text = '';
  /** The stable code of an error, to be told to an administrator. */
  @property() code = '';
  @property() icon: IconName | '' = '';
  /** The skeleton's shape while loading. */
  @property() shape: SkeletonShape = 'lines';
  /** Takes retry away from errors that a retry cannot help. */
  @property({ type: Boolean, attribute: 'no-retry' }) noRetry = false;

  @state() private quiet = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#startQuietTime();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kind') && this.hasUpdated) this.#startQuietTime();
  }

  #startQuietTime(): void {
    clearTimeout(this.#timer);
    this.quiet = this.kind === 'loading';
    if (this.quiet) this.#timer = setTimeout(() => (this.quiet = false), QUIET_MS);
  }

  #renderSkeleton(): unknown {
    const bars = Array.from({ length: skeletonBars[this.shape] }, () => html`<span class="bar"></span>`);
    return html`<div class="skeleton ${this.shape}" ?data-quiet=${this.quiet} aria-hidden="true">${bars}</div>
      <p class="mp-visually-hidden" role="status">${this.quiet ? '' : this.text || this.words.loading}</p>`;
  }

  #renderMessage(): unknown {
    const failed = this.kind === 'error';
    const name = this.icon || (failed ? 'warning' : 'inbox');
    return html`<div class="message" role=${failed ? 'alert' : nothing}>
      <span class="sign">${icon(name)}</span>
      <p class="heading">${this.heading || (failed ? this.words.errorTitle : this.words.empty)}</p>
      ${this.text || failed ? html`<p class="text">${this.text || this.words.errorText}</p>` : nothing}
      <div class="actions">
        ${
          failed && !this.noRetry
            ? html`<button type="button" class="button secondary" @click=${() => this.emit('mp-retry')}>
                ${icon('refresh')}${this.words.retry}
              </button>`
            : nothing
        }
        <slot name="action"></slot>
      </div>
      ${this.code ? html`<p class="code">${this.words.code} <code>${this.code}</code></p>` : nothing}
    </div>`;
  }

  protected override render(): unknown {
    return this.kind === 'loading' ? this.#renderSkeleton() : this.#renderMessage();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-state': MpState;
  }
}
