import { html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { iconStyles } from '../../icons/icon.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import { buttonStyles } from '../button/button.styles.ts';
import { dialogStyles } from './dialog.styles.ts';

/** A question before something that cannot be taken back. */
export interface ConfirmOptions {
  /** `删除计划“二季度华东”？` */
  title: string;
  /** What happens, and what does not. */
  text?: string;
  /** The verb on the button: `删除计划`. */
  action: string;
  /** The other button; "cancel" by default. */
  cancel?: string;
  /** Red, and the focus starts on cancel. */
  danger?: boolean;
}

/**
 * @summary Asks before something that cannot be taken back: `await confirm.ask({title, action})`.
 */
export class MpConfirm extends MpElement {
  static override styles = [baseStyles, iconStyles, buttonStyles, dialogStyles];

  @state() private options: ConfirmOptions | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;
  #answer: ((confirmed: boolean) => void) | undefined;

  /** Asks and answers true only for the action's own button. A second question answers the first with no. */
  async ask(options: ConfirmOptions): Promise<boolean> {
    this.#finish(false);
    this.options = options;
    await this.updateComplete;
    const answer = new Promise<boolean>((resolve) => (this.#answer = resolve));
    this.dialog.showModal();
    return answer;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#finish(false);
  }

  #finish(confirmed: boolean): void {
    if (this.dialog?.open) this.dialog.close();
    this.#answer?.(confirmed);
    this.#answer = undefined;
  }

  protected override render(): unknown {
    const { title = '', text, action = '', cancel, danger = false } = this.options ?? {};
    return html`<dialog
      role="alertdialog"
      aria-labelledby="title"
      aria-describedby=${text ? 'text' : nothing}
      @close=${() => this.#finish(false)}
    >
      <div class="box">
        <div class="head"><h2 id="title">${title}</h2></div>
        <div class="body" id="text">${text ?? nothing}</div>
        <div class="foot">
          <button type="button" class="button secondary" ?autofocus=${danger} @click=${() => this.#finish(false)}>
            ${cancel ?? this.words.cancel}
          </button>
          <button
            type="button"
            class="button ${danger ? 'danger' : 'primary'}"
            ?autofocus=${!danger}
            @click=${() => this.#finish(true)}
          >
            ${action}
          </button>
        </div>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-confirm': MpConfirm;
  }
}
