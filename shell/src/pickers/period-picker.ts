import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  childPeriods,
  monthsOf,
  nextPeriod,
  parsePeriod,
  periodContains,
  periodOfDate,
  previousPeriod,
} from '@milepost/calendar';
import { baseStyles, formatPeriod, icon, iconStyles } from '@milepost/ui';
import { Watch } from '../state/watch.ts';
import type { PeriodId } from '@milepost/calendar';
import type { Shell } from '../state/shell.ts';
import type { TextKey } from '../i18n/texts.ts';

/** @summary Month, quarter or year of the company's fiscal calendar, with the four that are asked for most. */
export class PortalPeriodPicker extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override styles = [
    baseStyles,
    iconStyles,
    css`
      :host {
        display: block;
        inline-size: 320px;
        max-inline-size: 100%;
        padding: 12px;
      }
      button {
        min-block-size: 36px;
        padding: 0 8px;
        border: 1px solid transparent;
        border-radius: var(--mp-radius);
        background: none;
        cursor: pointer;
        white-space: nowrap;
      }
      button:hover {
        background: var(--mp-color-hover);
      }
      button[aria-current] {
        text-decoration: underline;
        text-decoration-thickness: 2px;
        text-underline-offset: 5px;
      }
      button[aria-pressed='true'] {
        background: var(--mp-color-accent);
        color: var(--mp-color-on-accent);
        font-weight: var(--mp-weight-strong);
        text-decoration: none;
      }
      .quick {
        display: grid;
        grid-template-columns: repeat(4, 1fr);
        gap: 4px;
        padding-block-end: 10px;
        border-block-end: 1px solid var(--mp-color-border);
      }
      .year {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin: 8px 0 4px;
      }
      .year > .pick {
        flex: 1;
        font-weight: var(--mp-weight-strong);
      }
      .step {
        display: grid;
        place-items: center;
        inline-size: 40px;
      }
      .quarter {
        display: grid;
        grid-template-columns: 1.1fr 1fr 1fr 1fr;
        gap: 4px;
        margin-block-start: 4px;
      }
      .quarter > :first-child {
        color: var(--mp-color-muted);
        font-size: var(--mp-font-size-small);
      }
      .quarter > [aria-pressed='true']:first-child {
        color: var(--mp-color-on-accent);
      }
      .note {
        margin-block-start: 8px;
        color: var(--mp-color-muted);
        font-size: var(--mp-font-size-small);
      }
      @media (max-width: 640px) {
        :host {
          inline-size: auto;
        }
        button {
          min-block-size: 46px;
        }
      }
    `,
  ];

  @property({ attribute: false }) shell!: Shell;
  /** The fiscal year in view, when another than the chosen period's. */
  @state() private year: PeriodId | null = null;

  readonly watch = new Watch(this, () => [this.shell.texts.locale, this.shell.router.scope]);

  get #startMonth(): number {
    return this.shell.session.tenant.fiscalYearStartMonth;
  }

  #yearOf(period: PeriodId): PeriodId {
    const parsed = parsePeriod(period);
    return parsed.kind === 'month' ? periodOfDate(`${period}-01`, 'year', this.#startMonth) : String(parsed.year);
  }

  #choose(period: PeriodId): void {
    this.year = null;
    this.shell.router.setScope({ period });
    this.dispatchEvent(new CustomEvent('portal-done', { bubbles: true, composed: true }));
  }

  #renderPick(period: PeriodId, label: string, className = ''): unknown {
    const { router, session } = this.shell;
    const chosen = router.scope.current.period === period;
    const now = periodContains(period, session.today, this.#startMonth);
    return html`<button
      type="button"
      class=${className}
      ?autofocus=${chosen}
      aria-pressed=${chosen ? 'true' : 'false'}
      aria-current=${now ? 'date' : nothing}
      @click=${() => this.#choose(period)}
    >
      ${label}
    </button>`;
  }

  #renderQuick(): unknown {
    const { texts, session } = this.shell;
    const month = periodOfDate(session.today, 'month', this.#startMonth);
    const quick: [TextKey, PeriodId][] = [
      ['period.quick.thisMonth', month],
      ['period.quick.lastMonth', previousPeriod(month)],
      ['period.quick.thisQuarter', periodOfDate(session.today, 'quarter', this.#startMonth)],
      ['period.quick.thisYear', periodOfDate(session.today, 'year', this.#startMonth)],
    ];
    return html`<div class="quick">${quick.map(([key, period]) => this.#renderPick(period, texts.t(key)))}</div>`;
  }

  #renderQuarter(quarter: PeriodId): unknown {
    const { texts } = this.shell;
    const locale = texts.locale.current;
    const monthLabel = (month: PeriodId): string =>
      locale === 'zh-CN' ? `${Number(month.slice(5))}月` : formatPeriod(month, { locale }).slice(0, 3);
    const parsed = parsePeriod(quarter);
    const label =
      parsed.kind !== 'quarter' ? quarter : locale === 'zh-CN' ? `${'一二三四'[parsed.quarter - 1]}季度` : `Q${parsed.quarter}`;
    return html`<div class="quarter">
      ${this.#renderPick(quarter, label)}${monthsOf(quarter, this.#startMonth).map((month) => this.#renderPick(month, monthLabel(month)))}
    </div>`;
  }

  protected override render(): unknown {
    const { texts, router } = this.shell;
    const year = this.year ?? this.#yearOf(router.scope.current.period);
    const label =
      this.#startMonth === 1 ? formatPeriod(year, { locale: texts.locale.current }) : texts.t('period.fiscal', { year });
    const step = (key: TextKey, target: PeriodId, name: 'chevron-left' | 'chevron-right'): unknown =>
      html`<button class="step" type="button" aria-label=${texts.t(key)} @click=${() => (this.year = target)}>
        ${icon(name)}
      </button>`;
    return html`${this.#renderQuick()}
      <div class="year">
        ${step('period.previousYear', previousPeriod(year), 'chevron-left')}${this.#renderPick(year, label, 'pick')}${step('period.nextYear', nextPeriod(year), 'chevron-right')}
      </div>
      ${childPeriods(year, this.#startMonth).map((quarter) => this.#renderQuarter(quarter))}
      ${this.#startMonth === 1 ? nothing : html`<p class="note">${texts.t('period.fiscalNote', { month: this.#startMonth })}</p>`}`;
  }
}
