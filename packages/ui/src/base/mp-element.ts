import { LitElement } from 'lit';
import { onUiLocaleChange, words } from '../locale/ui-locale.ts';
import type { Words } from '../locale/words.ts';

/** A class of the design system: what it is made of is registered before it. */
export interface MpElementClass extends CustomElementConstructor {
  /** Tags that the element renders; the registry registers them together with it. */
  uses?: readonly string[];
}

/** The base of all elements: it speaks the current language and follows when that changes. */
export class MpElement extends LitElement {
  /** Tags that the element renders. */
  static uses: readonly string[] = [];

  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = onUiLocaleChange(() => this.requestUpdate());
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  /** The element's own words in the current language. */
  protected get words(): Words {
    return words();
  }

  /** Dispatches an event that crosses shadow roots; answers false where it was cancelled. */
  protected emit<T>(name: string, detail?: T, options: CustomEventInit = {}): boolean {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail, ...options }));
  }
}
