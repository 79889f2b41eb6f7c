import { html, nothing } from '@milepost/sdk';
import type { ItemState } from '@milepost/checklist';
import { failedItems } from '../../domain/outcome.ts';
import { percentText, resultTone } from '../shared/words.ts';
import type { RunForm } from './run-form.ts';

/** Whose check it is, with which version, and where its answers are. */
export function renderHead(form: RunForm): unknown {
  const { run, host } = form;
  const t = host.i18n.t.bind(host.i18n);
  const template = run.template?.value.template;
  const zh = host.i18n.locale.current === 'zh-CN';
  return html`<div class="head">
    <div class="row">
      <mp-button variant="quiet" icon="chevron-left" @click=${() => host.navigate.setParams({ fill: null })}
        >${t('back.checks')}</mp-button
      >
      <span class="grow"></span>
      ${renderSaveState(form)}
      <mp-button variant="quiet" icon="trash" .label=${t('form.discard')} @click=${() => void form.discard()}></mp-button>
    </div>
    <h2>${run.record?.value.accountName}</h2>
    <p class="muted">${zh ? template?.title.zh : template?.title.en} · v${run.record?.value.templateVersion}</p>
    ${
      template?.notice
        ? html`<p class="notice small">${zh ? template.notice.zh : template.notice.en}</p>`
        : template?.sections.some(({ items }) => items.some(({ lawRefs }) => lawRefs?.length))
          ? html`<p class="notice small">${t('law.advice')}</p>`
          : nothing
    }
    ${run.restored ? html`<p class="restored" role="status">${t('form.restored', { n: run.unsynced })}</p>` : nothing}
    ${form.problem ? html`<p class="critical" role="alert">${form.problem}</p>` : nothing}
  </div>`;
}

function renderSaveState({ run, host }: RunForm): unknown {
  const t = host.i18n.t.bind(host.i18n);
  if (run.state === 'failed') {
    return html`<span class="warning small" role="status">${t('save.failed', { n: run.unsynced })}</span
      ><mp-button icon="refresh" @click=${() => void run.save()}>${t('save.retry')}</mp-button>`;
  }
  const text =
    run.state === 'saved' ? t('save.saved') : run.state === 'saving' ? t('save.saving') : t('save.pending', { n: run.unsynced });
  return html`<span class="muted small" role="status">${text}</span>`;
}

/** Whether nothing is left to do at a question: no answer, no evidence, no correction. */
export const isDone = (item: ItemState | null | undefined): boolean => !item || item.missing.length + item.errors.length === 0;

/** The sections with how far each is; a tap goes there. */
export function renderSectionNav(form: RunForm): unknown {
  const { run, host } = form;
  const zh = host.i18n.locale.current === 'zh-CN';
  const sections = run.template?.value.template.sections ?? [];
  return html`<nav class="section-nav" aria-label=${host.i18n.t('form.sections')}>
    ${sections.map((section) => {
      const shown = section.items.map((item) => run.item(item.id)).filter((item) => item?.visible);
      if (shown.length === 0) return nothing;
      const open = shown.filter((item) => !isDone(item)).length;
      return html`<button type="button" @click=${() => form.jumpToSection(section.id)} data-done=${open === 0 ? 'true' : nothing}>
        ${zh ? section.title.zh : section.title.en} <span class="number">${open === 0 ? '✓' : open}</span>
      </button>`;
    })}
  </nav>`;
}

/** What stays in reach of the thumb: progress, the score so far, and the one next action. */
export function renderBar(form: RunForm): unknown {
  const { run, host } = form;
  const t = host.i18n.t.bind(host.i18n);
  const { missing, errors, progress, complete } = run.evaluation;
  const open = new Set([...missing, ...errors].map(({ path }) => path)).size;
  const { score } = run;
  const failed = score?.result === 'fail';
  const unanswered = progress.answered === 0;
  return html`<div class="bar">
    <div
      class="meter"
      role="progressbar"
      aria-label=${t('form.progress')}
      aria-valuemin="0"
      aria-valuemax=${progress.total}
      aria-valuenow=${progress.answered}
    >
      <span style="inline-size: ${progress.total ? (100 * progress.answered) / progress.total : 0}%"></span>
    </div>
    <div class="bar-row">
      <span class="grow">
        <span class="score number" data-tone=${resultTone[score?.result ?? 'open']}
          >${percentText(unanswered ? null : (score?.percent ?? null))}</span
        >
        <span class="muted small"
          >${failed ? t(score.reasons[0]?.code === 'pass-mark' ? 'form.score.below' : 'form.score.failed') : complete ? t(`result.${score?.result ?? 'open'}`) : t(unanswered ? 'form.score.none' : 'form.score.sofar')}</span
        >
      </span>
      ${
        complete
          ? html`<mp-button variant="primary" @click=${() => beginReview(form)}>${t('form.review')}</mp-button>`
          : html`<mp-button variant="primary" icon="arrow-down" @click=${form.jumpToMissing}
              >${t('form.missing', { n: open })}</mp-button
            >`
      }
    </div>
  </div>`;
}

/** Opens the last step with a finding proposed for everything that failed. */
function beginReview(form: RunForm): void {
  const { run, host, overview, review } = form;
  const template = run.template?.value.template;
  if (!template || !run.record) return;
  const { user } = host.session;
  const owner = run.record.ownerId ?? user.personId;
  const known = overview.organisation.people.some(({ id }) => id === owner);
  review.begin(
    failedItems(template, run.submission()),
    ({ item }) => run.answer(item.id)?.note ?? '',
    user.role === 'rep' ? user.personId : known ? owner : '',
  );
}
