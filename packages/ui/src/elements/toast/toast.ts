import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { state } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { toneIcons, toneStyles } from '../../base/tone.ts';
import { icon, iconStyles } from '../../icons/icon.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import { buttonStyles } from '../button/button.styles.ts';
import type { Tone } from '../../base/tone.ts';

/** A message that comes and goes. */
export interface Notice {
  text: string;
  tone?: Tone;
  /** The code of an error. */
  code?: string;
  /** One thing to do about it, such as undo. */
  action?: { label: string; run: () => void };
  /** How long it stays; 6 s by default, errors and notices with an action until they are dismissed or 20 s. */
  durationMs?: number;
}

interface Shown extends Notice {
  id: number;
}

const MOST = 4;

/**
 * @summary The place where short messages appear; one on a page. `toast.notify({text})`.
 */
export class MpToast extends MpElement {
  static override styles = [
    baseStyles,
    iconStyles,
    toneStyles,
    buttonStyles,
    css`
      :host {
        position: fixed;
        inset: auto 0 max(var(--mp-space-4), env(safe-area-inset-bottom)) auto;
        inset-inline-end: var(--mp-space-4);
        inline-size: min(400px, calc(100vw - 32px));
        block-size: auto;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        overflow: visible;
        pointer-events: none;
      }
      .list {
        display: grid;
        gap: var(--mp-space-2);
      }
      .notice {
        display: flex;
        align-items: center;
        gap: var(--mp-space-2);
        padding: var(--mp-space-1) var(--mp-space-1) var(--mp-space-1) var(--mp-space-3);
        border: 1px solid var(--mp-color-border);
        border-inline-start: 3px solid var(--tone);
        border-radius: var(--mp-radius);
        background: var(--mp-color-raised);
        box-shadow: var(--mp-shadow);
        pointer-events: auto;
        animation: rise var(--mp-motion) var(--mp-ease);
      }
      .notice > .mp-icon {
        color: var(--tone);
      }
      .text {
        flex: 1;
        padding: var(--mp-space-1) 0;
        overflow-wrap: anywhere;
      }
      code {
        display: block;
        color: var(--mp-color-muted);
        font: var(--mp-font-size-small) var(--mp-font-mono);
      }
      @keyframes rise {
        from {
          opacity: 0;
          translate: 0 8px;
        }
      }
    `,
  ];

  @state() private notices: Shown[] = [];
  #next = 1;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('popover', 'manual');
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', this.words.notifications);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.notices = [];
  }

  /** Shows a notice above everything else. Answers a function that takes it away. */
  notify(notice: Notice): () => void {
    const id = this.#next++;
    this.notices = [...this.notices, { ...notice, id }].slice(-MOST);
    const patient = notice.tone === 'critical' || notice.action !== undefined;
    this.#timers.set(
      id,
      setTimeout(() => this.#remove(id), notice.durationMs ?? (patient ? 20_000 : 6_000)),
    );
    this.#raise();
    return () => this.#remove(id);
  }

  /** Opened again, a popover goes above dialogs that were opened meanwhile. */
  #raise(): void {
    if (this.matches(':popover-open')) this.hidePopover();
    this.showPopover();
  }

  #remove(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.notices = this.notices.filter((notice) => notice.id !== id);
    if (this.notices.length === 0 && this.matches(':popover-open')) this.hidePopover();
  }

  #renderNotice(notice: Shown): unknown {
    const tone = notice.tone ?? 'neutral';
    const name = toneIcons[tone];
    const run = (action: () => void) => {
      this.#remove(notice.id);
      action();
    };
    return html`<div class="notice" data-tone=${tone} role=${tone === 'critical' ? 'alert' : 'status'}>
      ${name ? icon(name) : nothing}
      <span class="text">${notice.text}${notice.code ? html`<code>${notice.code}</code>` : nothing}</span>
      ${notice.action ? html`<button type="button" class="button quiet" @click=${() => run(notice.action!.run)}>${notice.action.label}</button>` : nothing}
      <button type="button" class="button icon-only" aria-label=${this.words.close} @click=${() => this.#remove(notice.id)}>
        ${icon('close')}
      </button>
    </div>`;
  }

  protected override render(): unknown {
    return html`<div class="list">
      ${repeat(
        this.notices,
        (notice) => notice.id,
        (notice) => this.#renderNotice(notice),
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-toast': MpToast;
  }
}
