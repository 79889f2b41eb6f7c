import { css, html, nothing, requireElements, state } from '@milepost/sdk';
import type { Organisation, RecordOf } from '@milepost/sdk';
import { formatDate } from '@milepost/ui/format';
import type { FindingValue } from '../../domain/records.ts';
import { inScope, nameOf } from '../../domain/scope.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { ViewElement } from '../shared/view-element.ts';
import { errorText, severityTone } from '../shared/words.ts';

const shownRows = 5;

/**
 * @summary What has to be put right, by what is due first. A tap opens the finding.
 */
export class FindingsWidget extends ViewElement {
  static override styles = [
    baseStyles,
    css`
      li a {
        display: flex;
        align-items: center;
        gap: var(--mp-space-3);
        min-block-size: 52px;
        padding-block: 6px;
        border-block-start: 1px solid var(--mp-color-border);
        color: inherit;
        text-decoration: none;
      }
      li:first-child a {
        border: 0;
      }
      li a:hover {
        background: var(--mp-color-hover);
      }
      .title {
        display: block;
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
      }
      .due {
        flex: none;
        text-align: end;
      }
    `,
  ];

  @state() private rows: readonly RecordOf<FindingValue>[] | null = null;
  @state() private error: unknown = null;
  #organisation: Organisation | null = null;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-card', 'mp-badge');
    this.#stop = this.host.events.on('compliance-checklists/finding-changed', () => void this.#load());
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  async #load(): Promise<void> {
    this.error = null;
    try {
      const where = [{ field: 'state', op: 'ne' as const, value: 'closed' }];
      const [rows, organisation] = await Promise.all([
        this.host.data.collection<FindingValue>('findings').listAll({ where, sort: 'dueOn' }),
        this.host.crm.organisation(),
      ]);
      this.#organisation = organisation;
      this.rows = rows;
    } catch (error) {
      this.error = error;
    }
  }

  #renderRow({ id, ownerId, value }: RecordOf<FindingValue>): unknown {
    const late = this.host.session.today > value.dueOn;
    const day = formatDate(value.dueOn, { locale: this.locale, style: 'short', weekday: false });
    return html`<li>
      <a
        href=${this.host.navigate.href({ page: 'checks', params: { tab: 'findings', finding: id } })}
        @click=${(event: MouseEvent) => this.#go(event, id)}
      >
        <span class="grow">
          <span class="title">${this.say(value.title)}</span>
          <span class="muted small"
            >${value.accountName} · ${this.#organisation ? nameOf(this.#organisation, ownerId) : '—'}</span
          >
        </span>
        <span class="due small ${late ? 'critical' : ''}"
          >${late ? html`<span class="strong">${this.t('finding.late')}</span><br />` : nothing}${day}</span
        >
        ${value.severity === 'critical' ? html`<mp-badge .tone=${severityTone.critical}>${this.t('severity.critical')}</mp-badge>` : nothing}
      </a>
    </li>`;
  }

  /** Inside the portal without loading the page anew; with a modifier key the browser does what people expect. */
  #go(event: MouseEvent, finding: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || this.host.placement === 'embed') return;
    event.preventDefault();
    this.host.navigate.to({ page: 'checks', params: { tab: 'findings', finding } });
  }

  protected override render(): unknown {
    const mine = this.rows && this.#organisation ? inScope(this.rows, this.host.scope.current, this.#organisation) : null;
    const { text, code } = this.error ? errorText(this.host, this.error) : { text: '', code: '' };
    const overdue = mine?.filter(({ value }) => this.host.session.today > value.dueOn).length ?? 0;
    const cardState = this.error ? 'error' : !mine ? 'loading' : mine.length === 0 ? 'empty' : 'ready';
    const failed = this.error !== null;
    return html`<mp-card
      .heading=${this.t('widget.findings.title')}
      .state=${cardState}
      .stateHeading=${failed ? this.t('error.load') : this.t('findings.none')}
      .stateText=${failed ? text : this.t('findings.none.text')}
      .code=${code}
      @mp-retry=${() => void this.#load()}
    >
      <a slot="link" href=${this.host.navigate.href({ page: 'checks', params: { tab: 'findings' } })}
        >${this.t('widget.findings.all')}</a
      >
      <p class=${overdue ? 'critical' : 'muted'}>
        ${this.t(overdue ? 'widget.findings.overdue' : 'widget.findings.open', { open: mine?.length ?? 0, overdue })}
      </p>
      <ul>
        ${mine?.slice(0, shownRows).map((row) => this.#renderRow(row))}
      </ul>
    </mp-card>`;
  }
}
