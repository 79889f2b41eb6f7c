import { html, nothing } from '@milepost/sdk';
import type { Answer, ChecklistItem, ItemState, LawRef, Problem } from '@milepost/checklist';
import { renderControl } from './control.ts';
import { renderAttachments } from './attachments.ts';
import type { FormContext } from './form-context.ts';

/** One question with its law, its answer, its evidence and what is still missing. */
export function renderQuestion(context: FormContext, item: ChecklistItem, state: ItemState, number: string): unknown {
  const { say, t } = context;
  const answer = context.answer(item.id);
  const shown = problemsShown(context, state);
  const failed = state.score !== null && state.score < 100;
  return html`<fieldset
    class="question"
    id="q-${item.id}"
    data-failed=${failed ? 'true' : nothing}
    tabindex="-1"
    aria-describedby=${shown.length ? `problem-${item.id}` : nothing}
  >
    <legend>
      <span class="ordinal">${number}</span> ${say(item.title)}
      ${state.required ? nothing : html`<span class="muted small">${t('form.optional')}</span>`}
      ${item.critical ? html`<mp-badge tone="critical">${t('form.critical')}</mp-badge>` : nothing}
    </legend>
    ${item.help ? html`<p class="muted small">${say(item.help)}</p>` : nothing}
    ${item.lawRefs?.map((law) => renderLaw(context, law))} ${renderControl(context, item, answer)}
    ${answer ? renderEvidence(context, item, state, answer) : nothing}
    ${
      shown.length
        ? html`<ul class="problems" id="problem-${item.id}">
            ${shown.map((problem) => html`<li>${say(problem.message)}${say(problem.remedy)}</li>`)}
          </ul>`
        : nothing
    }
  </fieldset>`;
}

/** Wrong answers at once; what is missing after an answer was given, or when the person asked what is missing. */
function problemsShown(context: FormContext, state: ItemState): readonly Problem[] {
  const missing = state.missing.filter(({ code }) => code !== 'missing.answer' || context.showMissing);
  return [...state.errors, ...missing];
}

function renderLaw({ say, t }: FormContext, law: LawRef): unknown {
  const clause = law.article === '—' ? say(law.law) : t('law.clause', { law: say(law.law), article: law.article });
  return html`<details class="law small">
    <summary>${clause}</summary>
    <p>${say(law.summary)} <span class="muted">${t(`law.${law.confirmation}`)}</span></p>
  </details>`;
}

function renderEvidence(context: FormContext, item: ChecklistItem, state: ItemState, answer: Answer): unknown {
  const needs = item.evidence?.needs ?? [];
  const applies =
    needs.length > 0 &&
    (item.evidence?.when === 'always' ||
      (state.score !== null && (item.evidence?.when === 'fail' ? state.score <= 0 : state.score < 100)));
  const wanted = (kind: 'note' | 'photo' | 'file'): boolean => applies && needs.includes(kind);
  const note = wanted('note') || answer.note !== undefined || context.noteOpen(item.id);
  const photo = (wanted('photo') || (answer.photos?.length ?? 0) > 0) && item.type !== 'photo';
  const file = (wanted('file') || (answer.files?.length ?? 0) > 0) && item.type !== 'file';
  return html`<div class="evidence">
    ${note ? renderNote(context, item, answer, wanted('note')) : html`<button type="button" class="plain small" @click=${() => context.openNote(item.id)}>${context.t('form.note.add')}</button>`}
    ${photo ? renderAttachments(context, item, 'photo', answer.photos ?? [], (photos) => context.set(item.id, { ...answer, photos })) : nothing}
    ${file ? renderAttachments(context, item, 'file', answer.files ?? [], (files) => context.set(item.id, { ...answer, files })) : nothing}
  </div>`;
}

function renderNote(context: FormContext, item: ChecklistItem, answer: Answer, wanted: boolean): unknown {
  const input = (event: Event): void => {
    const note = (event.target as HTMLTextAreaElement).value;
    context.set(item.id, { ...answer, note: note === '' ? undefined : note });
  };
  return html`<label class="note"
    ><span
      >${context.t('form.note')}${wanted ? html` <span class="muted small">${context.t('form.needed')}</span>` : nothing}</span
    >
    <textarea rows="2" maxlength="2000" .value=${answer.note ?? ''} @input=${input}></textarea>
  </label>`;
}
