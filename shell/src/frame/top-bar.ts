import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { baseStyles, formatPeriod, icon, iconStyles } from '@milepost/ui';
import { ledUnit } from '../data/visible-organisation.ts';
import { Watch } from '../state/watch.ts';
import { define } from './define.ts';
import { topBarStyles } from './top-bar.styles.ts';
import type { Organisation } from '@milepost/sdk';
import type { PortalAccountSearch } from './account-search.ts';
import type { PortalPopover } from './popover.ts';
import type { Shell } from '../state/shell.ts';

/** While a panel's code is on its way. */
const waiting = html`<mp-state kind="loading" shape="lines"></mp-state>`;

/** Where words have to be short. */
const narrow = matchMedia('(max-width: 640px)');

const panels = {
  scope: () =>
    import('../pickers/scope-picker.ts').then(({ PortalScopePicker }) => define('portal-scope-picker', PortalScopePicker)),
  period: () =>
    import('../pickers/period-picker.ts').then(({ PortalPeriodPicker }) => define('portal-period-picker', PortalPeriodPicker)),
  notices: () => import('./notice-list.ts').then(({ PortalNoticeList }) => define('portal-notice-list', PortalNoticeList)),
  person: () => import('./person-menu.ts').then(({ PortalPersonMenu }) => define('portal-person-menu', PortalPersonMenu)),
};

/** @summary Organisation scope, period, search, notifications, person: what everyone works in. */
export class PortalTopBar extends LitElement {
  static override styles = [baseStyles, iconStyles, topBarStyles];

  @property({ attribute: false }) shell!: Shell;

  @state() private organisation: Organisation | null = null;
  @state() private ready: ReadonlySet<keyof typeof panels> = new Set();
  @query('#search') private search!: PortalAccountSearch;
  @query('#search-sheet') private searchSheet!: PortalPopover;

  readonly watch = new Watch(this, () => [
    this.shell.texts.locale,
    this.shell.router.scope,
    this.shell.notices.kept,
    this.shell.preferences.value,
  ]);

  override connectedCallback(): void {
    super.connectedCallback();
    // Names of scopes other than the default need the organisation; the default does not wait for it.
    const load = (): void => {
      const { unitId, personId } = this.shell.router.scope.current;
      const named = this.shell.session.user.role === 'manager' || unitId || personId;
      if (named && !this.organisation) void this.#loadOrganisation();
    };
    load();
    this.shell.router.scope.subscribe(load);
  }

  /** Moves the focus into the search, or opens it on a phone. */
  focusSearch(): void {
    if (this.search.checkVisibility()) this.search.focus();
    else void this.searchSheet.show();
  }

  async #loadOrganisation(): Promise<void> {
    this.organisation = await this.shell.organisation().catch(() => null);
  }

  #scopeName(): string {
    const { unitId, personId } = this.shell.router.scope.current;
    const { organisation } = this;
    const person = organisation?.people.find(({ id }) => id === personId)?.name;
    const unit = organisation?.units.find(({ id }) => id === unitId)?.name;
    if (person ?? unit) return person ?? unit ?? '';
    if (unitId || personId) return '…';
    const led = organisation && ledUnit(organisation, this.shell.session);
    return led?.name ?? this.shell.texts.t(narrow.matches ? 'scope.all.short' : 'scope.all');
  }

  /** A panel's element is made once its class is known; properties set earlier would be lost on it. */
  async #prepare(name: keyof typeof panels): Promise<void> {
    await panels[name]();
    this.ready = new Set([...this.ready, name]);
    await this.updateComplete;
    const panel = this.renderRoot.querySelector<HTMLElement>('portal-popover[open] > :not([slot])');
    panel?.focus();
  }

  #close = (event: Event): void => {
    (event.currentTarget as PortalPopover).hide();
  };

  #renderScope(): unknown {
    const { texts } = this.shell;
    const name = this.#scopeName();
    return html`<portal-popover
      class="scope"
      outlined
      label=${texts.t('scope.button', { name })}
      panel-label=${texts.t('scope.label')}
      @portal-open=${() => void this.#prepare('scope')}
      @portal-done=${this.#close}
    >
      <span slot="trigger" class="trigger">${icon('team')}<span class="text">${name}</span>${icon('chevron-down')}</span>
      ${this.ready.has('scope') ? html`<portal-scope-picker .shell=${this.shell}></portal-scope-picker>` : waiting}
    </portal-popover>`;
  }

  /** On a phone the year of the present year goes without saying. */
  #shortPeriod(name: string): string {
    const year = this.shell.session.today.slice(0, 4);
    return narrow.matches ? name.replace(`${year}年`, '').replace(` ${year}`, '') || name : name;
  }

  #renderPeriod(): unknown {
    const { texts, router } = this.shell;
    const name = formatPeriod(router.scope.current.period, { locale: texts.locale.current });
    const short = this.#shortPeriod(name);
    return html`<portal-popover
      class="period"
      outlined
      label=${texts.t('period.button', { name })}
      panel-label=${texts.t('period.label')}
      @portal-open=${() => void this.#prepare('period')}
      @portal-done=${this.#close}
    >
      <span slot="trigger" class="trigger">${icon('calendar')}<span class="text">${short}</span>${icon('chevron-down')}</span>
      ${this.ready.has('period') ? html`<portal-period-picker .shell=${this.shell}></portal-period-picker>` : waiting}
    </portal-popover>`;
  }

  #renderNotices(): unknown {
    const { texts, notices } = this.shell;
    const count = notices.kept.current.length;
    const label = count > 0 ? texts.t('frame.notices.count', { count }) : texts.t('frame.notices');
    return html`<portal-popover
      icon-only
      align="end"
      label=${label}
      panel-label=${texts.t('frame.notices')}
      @portal-open=${() => void this.#prepare('notices')}
    >
      <span slot="trigger" class="bell"
        >${icon('bell')}${count > 0 ? html`<span class="count" aria-hidden="true">${count}</span>` : nothing}</span
      >
      ${this.ready.has('notices') ? html`<portal-notice-list .shell=${this.shell}></portal-notice-list>` : waiting}
    </portal-popover>`;
  }

  #renderPerson(): unknown {
    const { texts, session } = this.shell;
    const role = texts.t(`role.${session.user.role}`);
    return html`<portal-popover
      class="person"
      align="end"
      label=${texts.t('frame.person', { name: session.user.name, role })}
      @portal-open=${() => void this.#prepare('person')}
      @portal-done=${this.#close}
    >
      <span slot="trigger" class="trigger"
        ><span class="face" data-letter=${session.user.name.slice(0, 1)}></span
        ><span class="who"><span>${session.user.name}</span><span class="role">${role}</span></span></span
      >
      ${this.ready.has('person') ? html`<portal-person-menu .shell=${this.shell}></portal-person-menu>` : waiting}
    </portal-popover>`;
  }

  protected override render(): unknown {
    const { texts } = this.shell;
    return html`${this.#renderScope()} ${this.#renderPeriod()}
      <span class="space"></span>
      <portal-account-search id="search" .shell=${this.shell}></portal-account-search>
      <portal-popover id="search-sheet" icon-only label=${texts.t('frame.search')} @portal-search-done=${this.#close}>
        <span slot="trigger">${icon('search')}</span>
        <portal-account-search autofocus class="sheet" sheet .shell=${this.shell}></portal-account-search>
      </portal-popover>
      ${this.#renderNotices()} ${this.#renderPerson()}`;
  }
}
