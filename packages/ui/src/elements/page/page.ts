import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import type { DataState } from '../card/card.ts';

/**
 * @summary The anatomy of a page: title and one sentence, key figures, one trend, the detail, and a panel beside it.
 * @slot actions - Buttons beside the title.
 * @slot figures - `mp-figures`.
 * @slot trend - One chart that answers "is it getting better?".
 * @slot - The detail.
 * @slot panel - An `mp-panel`; stands beside the page and covers nothing.
 * @slot action - What the empty or error state offers.
 * @fires mp-retry - The person asks to try again.
 */
export class MpPage extends MpElement {
  static override uses = ['mp-state'];
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        container: page / inline-size;
      }
      .frame {
        display: flex;
        align-items: flex-start;
      }
      .main {
        flex: 1;
        min-inline-size: 0;
        display: flex;
        flex-direction: column;
        gap: var(--mp-space-4);
        padding: var(--mp-page-padding, var(--mp-space-6));
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: var(--mp-space-2) var(--mp-space-4);
      }
      .title {
        flex: 1 1 20rem;
        min-inline-size: 0;
      }
      h1 {
        font-size: var(--mp-font-size-title);
        font-weight: var(--mp-weight-strong);
        line-height: 1.35;
      }
      .summary {
        color: var(--mp-color-muted);
        text-wrap: pretty;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--mp-space-2);
      }
      slot[name='panel'] {
        display: block;
        flex: none;
      }
      @container page (max-width: 640px) {
        .main {
          gap: var(--mp-space-3);
          padding: var(--mp-page-padding, var(--mp-space-3));
        }
      }
    `,
  ];

  @property() heading = '';
  /** One sentence of state: `本月完成 62%，按工作日应为 68%`. */
  @property() summary = '';
  @property({ reflect: true }) state: DataState = 'ready';
  @property({ attribute: 'state-heading' }) stateHeading = '';
  @property({ attribute: 'state-text' }) stateText = '';
  @property() code = '';

  /** A blank summary keeps the line for the one to come; the sentence is then a new element, painted for the first time. */
  #renderSummary(): unknown {
    if (this.summary.trim()) return html`<p class="summary">${this.summary}</p>`;
    return this.summary ? html`<p class="summary" aria-hidden="true"> </p>` : nothing;
  }

  #renderBody(): unknown {
    if (this.state === 'ready') return html`<slot name="figures"></slot><slot name="trend"></slot><slot></slot>`;
    if (this.state === 'loading') return html`<mp-state shape="figures"></mp-state><mp-state shape="chart"></mp-state>`;
    return html`<mp-state .kind=${this.state} .heading=${this.stateHeading} .text=${this.stateText} .code=${this.code}
      ><slot name="action" slot="action"></slot
    ></mp-state>`;
  }

  protected override render(): unknown {
    return html`<div class="frame">
      <div class="main" aria-busy=${this.state === 'loading' ? 'true' : nothing}>
        <div class="head">
          <div class="title">
            <h1>${this.heading}</h1>
            ${this.#renderSummary()}
          </div>
          <div class="actions"><slot name="actions"></slot></div>
        </div>
        ${this.#renderBody()}
      </div>
      <slot name="panel"></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-page': MpPage;
  }
}
