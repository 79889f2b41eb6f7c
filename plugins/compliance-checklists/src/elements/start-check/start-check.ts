import { html, nothing, property, requireElements, state, newId } from '@milepost/sdk';
import type { PropertyValues } from '@milepost/sdk';
import { itemsOf } from '../../domain/outcome.ts';
import { ChecksStore } from '../../data/checks-store.ts';
import type { AccountChoice, TemplateRecord } from '../../data/checks-store.ts';
import type { OverviewView } from '../../controllers/overview-controller.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { ViewElement } from '../shared/view-element.ts';
import { errorText } from '../shared/words.ts';
import { startCheckStyles } from './start-check.styles.ts';

/**
 * @summary Starts a check: whose, and with which checklist. The account may be handed in as the parameter `account`.
 */
export class StartCheck extends ViewElement {
  static override styles = [baseStyles, startCheckStyles];

  @property({ attribute: false }) overview!: OverviewView;
  @property({ attribute: false }) params: Readonly<Record<string, string>> = {};

  @state() private account: AccountChoice | null = null;
  @state() private found: readonly AccountChoice[] | null = null;
  @state() private active = -1;
  @state() private problem = '';
  @state() private beginning = '';
  #search: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-button', 'mp-icon');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#search?.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('params') as Readonly<Record<string, string>> | undefined;
    const wanted = this.params['account'];
    if (changed.has('params') && before?.['account'] !== wanted && wanted && this.account?.id !== wanted)
      void this.#handIn(wanted);
  }

  get #store(): ChecksStore {
    return new ChecksStore(this.host);
  }

  async #handIn(id: string): Promise<void> {
    try {
      this.account = await this.#store.account(id);
      this.problem = this.account ? '' : this.t('start.account.unknown');
    } catch (error) {
      this.problem = errorText(this.host, error).text;
    }
  }

  #handleInput(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#find(text), 200);
  }

  async #find(text: string): Promise<void> {
    this.#search?.abort();
    const search = (this.#search = new AbortController());
    try {
      this.found = await this.#store.searchAccounts(text, search.signal);
      this.active = -1;
      this.problem = '';
    } catch (error) {
      if (!search.signal.aborted) this.problem = errorText(this.host, error).text;
    }
  }

  #handleKey(event: KeyboardEvent): void {
    const count = this.found?.length ?? 0;
    if (event.key === 'Escape') this.found = null;
    const chosen = this.found?.[this.active];
    if (event.key === 'Enter' && chosen) this.#choose(chosen);
    if (count === 0 || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    this.active = (this.active + (event.key === 'ArrowDown' ? 1 : -1) + count) % count;
  }

  #choose(account: AccountChoice): void {
    this.account = account;
    this.found = null;
    this.host.navigate.setParams({ account: account.id });
  }

  async #begin(template: TemplateRecord): Promise<void> {
    if (!this.account || this.beginning) return;
    this.beginning = template.id;
    this.problem = '';
    try {
      const run = await this.#store.begin(newId(), template, this.account);
      this.changed();
      this.host.navigate.setParams({ start: null, account: null, fill: run.id });
    } catch (error) {
      this.problem = errorText(this.host, error).text;
    }
    this.beginning = '';
  }

  #renderPicker(): unknown {
    if (this.account) {
      return html`<div class="chosen card">
        <mp-icon name="building"></mp-icon>
        <span class="grow"
          ><span class="strong">${this.account.name}</span>
          <span class="muted small"
            >${this.account.city ?? ''} ${this.t(`customer.${this.account.customerType}`)} ${this.account.tier}</span
          ></span
        >
        <mp-button
          variant="quiet"
          @click=${() => {
            this.account = null;
            this.host.navigate.setParams({ account: null });
          }}
          >${this.t('start.account.change')}</mp-button
        >
      </div>`;
    }
    const open = this.found !== null;
    return html`<div class="picker">
      <label for="account">${this.t('start.account')}</label>
      <input
        id="account"
        type="search"
        role="combobox"
        autocomplete="off"
        enterkeyhint="search"
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls="accounts"
        aria-autocomplete="list"
        aria-activedescendant=${this.active >= 0 ? `account-${this.active}` : nothing}
        placeholder=${this.t('start.account.placeholder')}
        @input=${this.#handleInput}
        @focus=${this.#handleInput}
        @keydown=${this.#handleKey}
      />
      <ul id="accounts" role="listbox" aria-label=${this.t('start.account')} ?hidden=${!open || this.found?.length === 0}>
        ${this.found?.map(
          (account, index) =>
            html`<li
              id="account-${index}"
              role="option"
              aria-selected=${index === this.active ? 'true' : 'false'}
              @click=${() => this.#choose(account)}
            >
              <span class="strong">${account.name}</span>
              <span class="muted small">${account.city ?? ''} ${this.t(`customer.${account.customerType}`)} ${account.tier}</span>
            </li>`,
        )}
      </ul>
      ${open && this.found?.length === 0 ? html`<p class="muted" role="status">${this.t('start.account.none')}</p>` : nothing}
    </div>`;
  }

  #renderTemplate(record: TemplateRecord): unknown {
    const { template, purpose, version } = record.value;
    const count = itemsOf(template).length;
    return html`<li class="card template">
      <h3>${this.say(template.title)}</h3>
      <p>${this.say(purpose)}</p>
      <p class="muted small">
        ${this.t('start.template.size', { sections: template.sections.length, questions: count, version })}
      </p>
      ${template.notice ? html`<p class="law small">${this.say(template.notice)}</p>` : nothing}
      <mp-button
        variant="primary"
        ?disabled=${!this.account}
        ?loading=${this.beginning === record.id}
        @click=${() => void this.#begin(record)}
      >
        ${this.t('start.begin')}
      </mp-button>
    </li>`;
  }

  protected override render(): unknown {
    const active = this.overview.templates.filter(({ value }) => value.active);
    return html`<div class="stack">
      <div class="row">
        <mp-button
          variant="quiet"
          icon="chevron-left"
          @click=${() => this.host.navigate.setParams({ start: null, account: null })}
          >${this.t('back.checks')}</mp-button
        >
      </div>
      <h2>${this.t('start.title')}</h2>
      ${this.#renderPicker()} ${this.problem ? html`<p class="critical" role="alert">${this.problem}</p>` : nothing}
      <h3>${this.t('start.template')}</h3>
      ${active.length === 0 ? html`<p class="muted">${this.t('start.template.none')}</p>` : nothing}
      ${this.account ? nothing : html`<p class="muted small">${this.t('start.account.first')}</p>`}
      <ul class="templates">
        ${active.map((record) => this.#renderTemplate(record))}
      </ul>
    </div>`;
  }
}
