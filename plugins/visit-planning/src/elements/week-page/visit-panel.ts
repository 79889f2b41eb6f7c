import { html, nothing } from '@milepost/sdk';
import type { VisitForm } from '../../controllers/visit-form.ts';
import type { WeekModel } from '../../controllers/week-model.ts';
import { missingFields, ruleFor, stayMinutes } from '../../domain/summary.ts';
import { purposes } from '../../domain/types.ts';
import type { VisitPurpose, VisitRecord } from '../../domain/types.ts';
import type { Words } from '../words.ts';
import { renderFacts } from './facts.ts';
import { renderSummaryForm, renderSummaryText } from './summary-form.ts';

/** What the panel of a visit asks its page to do. */
export interface VisitActions {
  start(withLocation: boolean): void;
  complete(): void;
  savePlan(): void;
  confirmStep(): void;
  discard(): void;
  again(): void;
}

/** Everything about one visit: its plan, what came of it, and the account beside it. */
export function renderVisitPanel(
  words: Words,
  model: WeekModel,
  visit: VisitRecord,
  form: VisitForm,
  readOnly: boolean,
  hrefOf: (accountId: string) => string,
): unknown {
  const { value } = visit;
  const account = model.accounts.get(visit.accountId);
  const last =
    model.history.find((item) => item.accountId === visit.accountId && item.id !== visit.id && item.value.dayOn <= value.dayOn) ??
    null;
  return html`<div class="stack">
    <p class="row">
      <mp-badge tone=${value.status === 'completed' ? 'positive' : value.status === 'inProgress' ? 'accent' : 'neutral'}
        >${words.t(`status.${value.status}`)}</mp-badge
      >
      <span>${words.day(value.dayOn)} ${value.time ?? ''}</span>
      ${account ? html`<span class="muted small">${words.hours(account, value.dayOn)}</span>` : nothing}
    </p>
    ${form.restored && form.dirty ? html`<p class="note small" role="status">${words.t('draft.restored')}</p>` : nothing}
    ${visit.pending ? html`<p class="note warning small">${words.t('sync.thisWaits')}</p>` : nothing}
    ${renderBody(words, model, visit, form, readOnly)} ${renderFacts(words, form, last, model)}
    ${account?.address ? html`<p class="small muted">${account.address}</p>` : nothing}
    <a class="link" href=${hrefOf(visit.accountId)}>${words.t('account.open')}</a>
  </div>`;
}

function renderBody(words: Words, model: WeekModel, visit: VisitRecord, form: VisitForm, readOnly: boolean): unknown {
  const { value } = visit;
  if (form.step !== 'none' && !readOnly) return renderStep(words, model, form);
  switch (value.status) {
    case 'planned':
      return readOnly ? renderPlanText(words, visit) : renderPlanForm(words, form);
    case 'inProgress':
      return readOnly
        ? renderPlanText(words, visit)
        : html`${renderPlanText(words, visit)}${renderReadiness(words, model, form)}${renderSummaryForm(words, form, model.settings.requiredFields[value.purpose])}`;
    case 'completed':
      return html`${renderVerdict(words, visit)}${renderComparison(words, visit)}`;
    case 'cancelled':
      return html`${renderPlanText(words, visit)}
        <p class="note">${words.t('visit.cancelledBecause', { reason: value.cancelReason ?? '' })}</p>`;
  }
}

function renderPlanForm(words: Words, form: VisitForm): unknown {
  const { area, time, purpose, content } = form.plan;
  const text = (event: Event): string => (event.currentTarget as HTMLInputElement).value;
  return html`<section class="stack" aria-label=${words.t('plan.title')}>
    <h4>${words.t('plan.title')}</h4>
    <mp-select
      .label=${words.t('plan.purpose')}
      .value=${purpose}
      .options=${purposes.map((item) => ({ value: item, label: words.t(`purpose.${item}`) }))}
      @change=${(event: Event) => form.editPlan({ purpose: text(event) as VisitPurpose })}
    ></mp-select>
    <mp-input
      type="time"
      optional
      .label=${words.t('plan.time')}
      .value=${time}
      @change=${(event: Event) => form.editPlan({ time: text(event) })}
    ></mp-input>
    <mp-input
      optional
      maxlength="60"
      .label=${words.t('plan.area')}
      .value=${area}
      @input=${(event: Event) => form.editPlan({ area: text(event) })}
    ></mp-input>
    <mp-textarea
      optional
      rows="2"
      maxlength="500"
      .label=${words.t('plan.content')}
      .hint=${words.t('plan.contentHint')}
      .value=${content}
      @input=${(event: Event) => form.editPlan({ content: text(event) })}
    ></mp-textarea>
    <p class="muted small">${words.t('visit.locationHelp')}</p>
  </section>`;
}

function renderPlanText(words: Words, { value }: VisitRecord): unknown {
  const pair = (key: string, text: string): unknown =>
    html`<div class="pair">
      <dt>${words.t(key)}</dt>
      <dd>${text || '—'}</dd>
    </div>`;
  return html`<dl>
    ${pair('plan.purpose', words.t(`purpose.${value.purpose}`))}${pair('plan.area', value.area)}${pair('plan.route', words.t('plan.stop', { n: value.routeOrder }))}${pair('plan.content', value.content)}
    ${value.moves.map((move) => pair('visit.moved', words.t('visit.movedFrom', { from: words.day(move.from), to: words.day(move.to), reason: move.reason || words.t('visit.noReason') })))}
  </dl>`;
}

/** What would keep this visit from counting, while it can still be mended. */
function renderReadiness(words: Words, model: WeekModel, form: VisitForm): unknown {
  const { purpose, startedAt } = form.visit.value;
  const rule = ruleFor(purpose, model.settings);
  const missing = missingFields(form.summary, rule.required);
  return html`<p class="muted small">${words.t('visit.startedAt', { time: words.clock(startedAt), min: rule.minStayMinutes })}</p>
    ${missing.length > 0 ? html`<p class="note small" role="status">${words.t('summary.missing', { fields: words.list(missing.map((field) => words.t(`summary.${field}`))) })}</p>` : nothing}`;
}

function renderVerdict(words: Words, { value }: VisitRecord): unknown {
  const { effective } = value;
  if (!effective) return nothing;
  const stay = stayMinutes(value);
  const reasons = effective.reasons.map((reason) => words.t(`effective.${reason}.long`, { min: effective.rule.minStayMinutes }));
  return html`<div class="note ${effective.value ? '' : 'warning'}">
    <strong>${words.t(effective.value ? 'visit.effective' : 'visit.ineffective')}</strong>
    <p class="small">
      ${words.t('visit.stay', { from: words.clock(value.startedAt), to: words.clock(value.completedAt), n: stay ?? 0 })}${value.distance ? ` · ${words.t(`distance.${value.distance}`)}` : ''}
    </p>
    ${reasons.map((reason) => html`<p class="small">${reason}</p>`)}
  </div>`;
}

/** 计划-实绩对比: what was planned beside what came of it. */
function renderComparison(words: Words, visit: VisitRecord): unknown {
  return html`<section class="stack">
      <h4>${words.t('compare.plan')}</h4>
      ${renderPlanText(words, visit)}
    </section>
    <section class="stack">
      <h4>${words.t('compare.actual')}</h4>
      ${renderSummaryText(words, visit.value.summary)}
      ${visit.value.amendments.map((item) => html`<p class="muted small">${words.t('amend.note', { at: words.day(item.at.slice(0, 10)), reason: item.reason })}</p>`)}
    </section>`;
}

function renderStep(words: Words, model: WeekModel, form: VisitForm): unknown {
  const { step } = form;
  const text = (event: Event): string => (event.currentTarget as HTMLInputElement).value;
  const promised = form.visit.value.dayOn <= model.today;
  return html`<section class="stack" aria-label=${words.t(`step.${step}`)}>
    <h4>${words.t(`step.${step}`)}</h4>
    ${
      step === 'move'
        ? html`<mp-select
            required
            .label=${words.t('step.day')}
            .value=${form.moveTo}
            .options=${model.openDays.filter((day) => day !== form.visit.value.dayOn).map((day) => ({ value: day, label: words.day(day) }))}
            @change=${(event: Event) => {
              form.moveTo = text(event);
              form.editReason(form.reason);
            }}
          ></mp-select>`
        : nothing
    }
    <mp-textarea
      ?required=${step !== 'move' || promised}
      ?optional=${step === 'move' && !promised}
      rows="2"
      maxlength="300"
      .label=${words.t('step.reason')}
      .hint=${words.t(`step.${step}.hint`)}
      .value=${form.reason}
      @input=${(event: Event) => form.editReason(text(event))}
    ></mp-textarea>
    ${step === 'amend' ? renderSummaryForm(words, form, form.visit.value.effective?.rule.required ?? []) : nothing}
  </section>`;
}

/** The buttons of the panel; the main one last, under the thumb. */
export function renderVisitFooter(
  words: Words,
  visit: VisitRecord,
  form: VisitForm,
  actions: VisitActions,
  redraw: () => void,
): unknown {
  const step = (name: VisitForm['step']) => (): void => {
    form.step = name;
    redraw();
  };
  const button = (key: string, run: () => void, variant = 'secondary', icon = ''): unknown =>
    html`<mp-button variant=${variant} .icon=${icon} @click=${run}>${words.t(key)}</mp-button>`;
  if (form.step !== 'none')
    return html`${button('step.back', step('none'), 'quiet')}${button(`step.${form.step}`, actions.confirmStep, form.step === 'cancel' ? 'danger' : 'primary')}`;
  switch (visit.value.status) {
    case 'planned':
      return html`${button('visit.cancel', step('cancel'), 'quiet')}${button('visit.reschedule', step('move'), 'quiet')}
      ${form.dirty ? button('plan.save', actions.savePlan) : nothing}
      ${button('visit.startHere', () => actions.start(true), 'quiet', 'map-pin')}${button('visit.start', () => actions.start(false), 'primary', 'play')}`;
    case 'inProgress':
      return html`${button('visit.cancel', step('cancel'), 'quiet')}${button('visit.complete', actions.complete, 'primary', 'check')}`;
    case 'completed':
      return button('visit.amend', step('amend'), 'quiet', 'edit');
    case 'cancelled':
      return button('visit.again', actions.again, 'secondary', 'refresh');
  }
}
