import { LitElement, css, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { baseStyles, icon, iconStyles } from '@milepost/ui';
import { Watch } from '../state/watch.ts';
import type { Account } from '@milepost/crm';
import type { Shell } from '../state/shell.ts';

const QUIET_MS = 150;
const MAX_HITS = 8;

/** @summary Finds an account by its name while it is typed; Enter opens the marked one. */
export class PortalAccountSearch extends LitElement {
  static override styles = [
    baseStyles,
    iconStyles,
    css`
      :host {
        display: block;
        position: relative;
      }
      .box {
        display: flex;
        align-items: center;
        gap: 8px;
        min-block-size: var(--mp-control-height);
        padding: 0 10px;
        border: 1px solid var(--mp-color-border);
        border-radius: var(--mp-radius);
        background: var(--mp-color-surface);
        color: var(--mp-color-muted);
      }
      .box:focus-within {
        border-color: var(--mp-color-accent);
        outline: 1px solid var(--mp-color-accent);
      }
      input {
        flex: 1;
        min-inline-size: 0;
        border: 0;
        outline: none;
        background: none;
        color: var(--mp-color-text);
      }
      input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--mp-color-muted);
        opacity: 1;
      }
      kbd {
        padding: 0 6px;
        border: 1px solid var(--mp-color-border);
        border-radius: 4px;
        color: var(--mp-color-muted);
        font: inherit;
        font-size: var(--mp-font-size-small);
      }
      .list {
        position: absolute;
        z-index: 30;
        inset-block-start: calc(100% + 6px);
        inset-inline-end: 0;
        inline-size: max(100%, min(380px, calc(100vw - 32px)));
        max-block-size: 60dvh;
        overflow: auto;
        padding: 6px;
        border: 1px solid var(--mp-color-border);
        border-radius: 8px;
        background: var(--mp-color-raised);
        box-shadow: var(--mp-shadow);
      }
      .hit {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: 0 12px;
        min-block-size: 40px;
        padding: 4px 10px;
        border-radius: var(--mp-radius);
        color: inherit;
        cursor: pointer;
        text-decoration: none;
      }
      .hit[aria-selected='true'],
      .hit:hover {
        background: var(--mp-color-hover);
      }
      .hit[aria-selected='true'] {
        outline: 1px solid var(--mp-color-accent);
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .meta,
      .note {
        color: var(--mp-color-muted);
        font-size: var(--mp-font-size-small);
      }
      .note {
        padding: 10px;
      }
      :host([sheet]) .list {
        position: static;
        inline-size: 100%;
        margin-block-start: 8px;
        border: 0;
        box-shadow: none;
        background: none;
      }
      :host([sheet]) kbd {
        display: none;
      }
    `,
  ];

  @property({ attribute: false }) shell!: Shell;
  /** Inside a panel on a phone: the hits stand below the field. */
  @property({ type: Boolean, reflect: true }) sheet = false;

  @state() private text = '';
  @state() private hits: readonly Account[] | null = null;
  @state() private failed = false;
  @state() private marked = 0;
  @state() private open = false;
  @query('input') private input!: HTMLInputElement;

  readonly watch = new Watch(this, () => [this.shell.texts.locale]);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#running?.abort();
  }

  /** Moves the focus into the field. */
  override focus(): void {
    this.input.focus();
    this.input.select();
  }

  #handleInput = (): void => {
    this.text = this.input.value.trim();
    this.open = this.text.length > 0;
    clearTimeout(this.#timer);
    this.#running?.abort();
    if (this.open) this.#timer = setTimeout(() => void this.#search(this.text), QUIET_MS);
    else this.hits = null;
  };

  async #search(text: string): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    try {
      const page = await this.shell.crm.list(
        'accounts',
        {
          where: [{ field: 'name', op: 'contains', value: text }],
          limit: MAX_HITS,
          sort: 'name',
          fields: ['name', 'city', 'tier', 'customerType'],
        },
        running.signal,
      );
      this.hits = page.items;
      this.failed = false;
    } catch {
      if (running.signal.aborted) return;
      this.hits = [];
      this.failed = true;
    }
    this.marked = 0;
  }

  #handleKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const count = (this.hits?.length ?? 0) + 1;
    if (event.key === 'ArrowDown') this.marked = (this.marked + 1) % count;
    else if (event.key === 'ArrowUp') this.marked = (this.marked + count - 1) % count;
    else if (event.key === 'Enter') this.#follow();
    else if (event.key === 'Escape' && this.open) this.#close();
    else return;
    event.preventDefault();
  };

  #follow(): void {
    const link = this.renderRoot.querySelectorAll<HTMLAnchorElement>('a.hit')[this.marked];
    if (link) link.click();
  }

  #close = (): void => {
    this.open = false;
    this.text = '';
    this.hits = null;
    this.input.value = '';
    this.dispatchEvent(new CustomEvent('portal-search-done', { bubbles: true, composed: true }));
  };

  #handleFocusOut = (event: FocusEvent): void => {
    if (!this.sheet && !(event.relatedTarget instanceof Node && this.shadowRoot?.contains(event.relatedTarget)))
      this.open = false;
  };

  #renderHit(account: Account, index: number): unknown {
    const { router, texts } = this.shell;
    return html`<a
      class="hit"
      id="hit-${index}"
      role="option"
      tabindex="-1"
      aria-selected=${index === this.marked ? 'true' : 'false'}
      href=${router.href({ account: account.id })}
      @click=${this.#close}
      ><span class="name">${account.name}</span
      ><span class="meta">${account.city ?? ''} · ${texts.t(`accounts.type.${account.customerType}`)} ${account.tier}</span></a
    >`;
  }

  #renderList(): unknown {
    const { texts, router } = this.shell;
    const hits = this.hits ?? [];
    const list = router.href({ page: 'accounts', params: { q: this.text } });
    const all = texts.t('frame.search.all', { text: this.text });
    const note = this.failed ? texts.t('frame.search.error') : texts.t('frame.search.none', { text: this.text });
    return html`<div class="list">
      ${this.hits?.length === 0 ? html`<p class="note" role="status">${note}</p>` : nothing}
      <div id="list" role="listbox" aria-label=${texts.t('frame.search')}>
        ${hits.map((account, index) => this.#renderHit(account, index))}
        <a
          class="hit"
          id="hit-${hits.length}"
          role="option"
          tabindex="-1"
          aria-selected=${this.marked === hits.length ? 'true' : 'false'}
          href=${list}
          @click=${this.#close}
          ><span class="name">${all}</span>${icon('chevron-right')}</a
        >
      </div>
    </div>`;
  }

  protected override render(): unknown {
    const { texts } = this.shell;
    const label = texts.t('frame.search');
    return html`<div class="box" @focusout=${this.#handleFocusOut}>
        ${icon('search')}
        <input
          type="search"
          role="combobox"
          inputmode="search"
          autocomplete="off"
          aria-label=${label}
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-controls="list"
          aria-activedescendant=${this.open ? `hit-${this.marked}` : nothing}
          aria-autocomplete="list"
          placeholder=${label}
          @input=${this.#handleInput}
          @keydown=${this.#handleKey}
          @focus=${() => (this.open = this.text.length > 0)}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      ${this.open ? this.#renderList() : nothing}`;
  }
}
