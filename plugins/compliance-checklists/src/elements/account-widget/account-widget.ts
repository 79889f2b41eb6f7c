import { css, html, nothing, requireElements, state } from '@milepost/sdk';
import type { PropertyValues, RecordOf } from '@milepost/sdk';
import { formatDate } from '@milepost/ui/format';
import { latestByTemplate } from '../../domain/latest.ts';
import type { FindingValue, RunValue, TemplateValue } from '../../domain/records.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { ViewElement } from '../shared/view-element.ts';
import { errorText, percentText, resultTone } from '../shared/words.ts';

interface Loaded {
  readonly runs: readonly RecordOf<RunValue>[];
  readonly findings: readonly RecordOf<FindingValue>[];
  readonly templates: readonly RecordOf<TemplateValue>[];
}

/**
 * @summary An account's last result for each checklist, what is still to be put right, and the way into a new check.
 */
export class AccountWidget extends ViewElement {
  static override styles = [
    baseStyles,
    css`
      li {
        border-block-start: 1px solid var(--mp-color-border);
      }
      li:first-child {
        border: 0;
      }
      li a {
        display: flex;
        align-items: center;
        gap: var(--mp-space-3);
        min-block-size: 48px;
        color: inherit;
        text-decoration: none;
      }
      .actions {
        margin-block-start: var(--mp-space-3);
      }
    `,
  ];

  @state() private loaded: Loaded | null = null;
  @state() private error: unknown = null;
  #account = '';
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void requireElements('mp-card', 'mp-badge', 'mp-button');
    this.#stop = this.host.events.on('compliance-checklists/finding-changed', ({ accountId }) => {
      if (accountId === this.#account) void this.#load();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const account = this.context.accountId ?? '';
    if (!changed.has('context') || account === this.#account) return;
    this.#account = account;
    void this.#load();
  }

  async #load(): Promise<void> {
    const account = this.#account;
    this.error = null;
    this.loaded = null;
    const mine = { field: 'accountId', op: 'eq' as const, value: account };
    const { data } = this.host;
    try {
      const [runs, findings, templates] = await Promise.all([
        data
          .collection<RunValue>('runs')
          .list({ where: [mine, { field: 'status', op: 'eq', value: 'submitted' }], sort: '-dayOn', limit: 20 }),
        data
          .collection<FindingValue>('findings')
          .list({ where: [mine, { field: 'state', op: 'ne', value: 'closed' }], sort: 'dueOn', limit: 20 }),
        data.collection<TemplateValue>('templates').list({ limit: 100 }),
      ]);
      if (account === this.#account) this.loaded = { runs: runs.items, findings: findings.items, templates: templates.items };
    } catch (error) {
      if (account === this.#account) this.error = error;
    }
  }

  #open(event: MouseEvent, params: Readonly<Record<string, string>>): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || this.host.placement === 'embed') return;
    event.preventDefault();
    this.host.navigate.to({ page: 'checks', params });
  }

  #link(params: Readonly<Record<string, string>>, content: unknown): unknown {
    return html`<a
      href=${this.host.navigate.href({ page: 'checks', params })}
      @click=${(event: MouseEvent) => this.#open(event, params)}
      >${content}</a
    >`;
  }

  #renderRun(templates: Loaded['templates'], { id, value }: RecordOf<RunValue>): unknown {
    const template = templates.find(
      (record) => record.value.templateId === value.templateId && record.value.version === value.templateVersion,
    );
    const result = value.submitted?.result ?? 'not-scored';
    return html`<li>
      ${this.#link(
        { run: id },
        html`<span class="grow"
            >${template ? this.say(template.value.template.title) : value.templateId}<br /><span class="muted small"
              >${formatDate(value.dayOn, { locale: this.locale, style: 'long', weekday: false })}</span
            ></span
          >
          <span class="number">${percentText(value.submitted?.percent ?? null)}</span
          ><mp-badge .tone=${resultTone[result]}>${this.t(`result.${result}`)}</mp-badge>`,
      )}
    </li>`;
  }

  #renderFinding({ id, value }: RecordOf<FindingValue>): unknown {
    const late = this.host.session.today > value.dueOn;
    const day = formatDate(value.dueOn, { locale: this.locale, style: 'short', weekday: false });
    return html`<li>
      ${this.#link(
        { tab: 'findings', finding: id },
        html`<span class="grow">${this.say(value.title)}</span
          ><span class="small ${late ? 'critical' : 'muted'}">${late ? `${this.t('finding.late')} · ` : ''}${day}</span>`,
      )}
    </li>`;
  }

  #renderStart(): unknown {
    if (this.host.session.user.role === 'auditor') return nothing;
    return html`<mp-button
      icon="checklist"
      @click=${() => this.host.navigate.to({ page: 'checks', params: { start: '1', account: this.#account } })}
      >${this.t('start.button')}</mp-button
    >`;
  }

  protected override render(): unknown {
    const { loaded } = this;
    const failed = this.error !== null;
    const { text, code } = failed ? errorText(this.host, this.error) : { text: '', code: '' };
    const latest = loaded ? latestByTemplate(loaded.runs) : [];
    const cardState = failed ? 'error' : !loaded ? 'loading' : latest.length === 0 ? 'empty' : 'ready';
    return html`<mp-card
      .heading=${this.t('widget.account.title')}
      .state=${cardState}
      .stateHeading=${failed ? this.t('error.load') : this.t('widget.account.none')}
      .stateText=${failed ? text : this.t('widget.account.none.text')}
      .code=${code}
      @mp-retry=${() => void this.#load()}
    >
      ${cardState === 'empty' ? html`<span slot="action">${this.#renderStart()}</span>` : nothing}
      ${
        loaded && latest.length
          ? html`<ul>
                ${latest.map((run) => this.#renderRun(loaded.templates, run))}
              </ul>
              ${
                loaded.findings.length
                  ? html`<h3>${this.t('widget.account.findings', { n: loaded.findings.length })}</h3>
                      <ul>
                        ${loaded.findings.map((finding) => this.#renderFinding(finding))}
                      </ul>`
                  : html`<p class="muted small">${this.t('widget.account.clear')}</p>`
              }
              <div class="actions">${this.#renderStart()}</div>`
          : nothing
      }
    </mp-card>`;
  }
}
