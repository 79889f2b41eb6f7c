import { html, nothing } from '@milepost/sdk';
import { formatDate } from '@milepost/ui/format';
import { dueOf } from '../../domain/due.ts';
import { peopleFor } from '../../domain/people.ts';
import { percentText, resultTone, severityTone } from '../shared/words.ts';
import type { Proposal } from './review-state.ts';
import type { RunForm } from './run-form.ts';

/** The step before submitting: the result, and a finding for each thing that was not right. */
export function renderReview(form: RunForm): unknown {
  const { run, host, review } = form;
  const t = host.i18n.t.bind(host.i18n);
  const { score } = run;
  const proposals = review.proposals ?? [];
  const chosen = review.chosen().length;
  return html`<div class="stack review">
    <div class="row">
      <mp-button variant="quiet" icon="chevron-left" @click=${() => review.close()}>${t('review.back')}</mp-button>
    </div>
    <h2>${t('review.title', { account: run.record?.value.accountName ?? '' })}</h2>
    <p class="result">
      <span class="score number" data-tone=${resultTone[score?.result ?? 'open']}>${percentText(score?.percent ?? null)}</span>
      <mp-badge .tone=${resultTone[score?.result ?? 'open']}>${t(`result.${score?.result ?? 'open'}`)}</mp-badge>
    </p>
    ${
      score?.reasons.length
        ? html`<ul class="reasons">
            ${score.reasons.map(({ message }) => html`<li>${host.i18n.locale.current === 'zh-CN' ? message.zh : message.en}</li>`)}
          </ul>`
        : nothing
    }
    <p>${proposals.length === 0 ? t('review.clean') : t('review.intro', { n: proposals.length })}</p>
    <ul class="stack">
      ${proposals.map((proposal) => renderProposal(form, proposal))}
    </ul>
    <p class="muted small">${t('review.frozen', { version: run.record?.value.templateVersion ?? '' })}</p>
    ${form.problem ? html`<p class="critical" role="alert">${form.problem}</p>` : nothing}
    <div class="bar">
      <div class="bar-row">
        <span class="grow muted small">${t('review.count', { n: chosen })}</span>
        <mp-button
          variant="primary"
          icon="check"
          ?disabled=${!review.complete}
          ?loading=${form.submitting}
          @click=${() => void form.submit()}
        >
          ${chosen ? t('review.submit.findings') : t('review.submit')}
        </mp-button>
      </div>
    </div>
  </div>`;
}

function renderProposal(form: RunForm, { failed, open, description, ownerId }: Proposal): unknown {
  const { host, review, overview } = form;
  const t = host.i18n.t.bind(host.i18n);
  const locale = host.i18n.locale.current;
  const { item, severity, mustOpen } = failed;
  const title = locale === 'zh-CN' ? item.title.zh : item.title.en;
  const due = dueOf(severity, host.session.today, host.session.tenant);
  const people = peopleFor(host.session.user, overview.organisation, host.session.today);
  return html`<li class="card proposal">
    <label class="option"
      ><input
        type="checkbox"
        .checked=${open}
        ?disabled=${mustOpen}
        @change=${(event: Event) => review.change(item.id, { open: (event.target as HTMLInputElement).checked })}
      /><span class="strong">${title}</span></label
    >
    <p class="row">
      <mp-badge .tone=${severityTone[severity]}>${t(`severity.${severity}`)}</mp-badge
      >${mustOpen ? html`<span class="muted small">${t('review.must')}</span>` : nothing}
    </p>
    ${
      open
        ? html`<label class="note"
              >${t('review.description')}<textarea
                rows="2"
                maxlength="2000"
                .value=${description}
                @input=${(event: Event) => review.change(item.id, { description: (event.target as HTMLTextAreaElement).value })}
              ></textarea>
            </label>
            ${description.trim() ? nothing : html`<p class="problem">${t('review.description.missing')}</p>`}
            <mp-select
              .label=${t('review.owner')}
              .options=${people.map(({ id, name }) => ({ value: id, label: name }))}
              .value=${ownerId}
              .hint=${people.length === 1 ? t('review.owner.self') : ''}
              @change=${(event: Event) => review.change(item.id, { ownerId: (event.target as HTMLSelectElement).value })}
            ></mp-select>
            <p class="small">
              ${t('review.due', { day: formatDate(due.on, { locale }) })}
              <span class="muted"
                >${t('due.why', { n: due.workingDays, severity: t(`severity.${severity}`), from: formatDate(due.from, { locale, style: 'short' }) })}
                ${t(`due.${due.status}`)}</span
              >
            </p>`
        : nothing
    }
  </li>`;
}
