import { html, nothing } from '@milepost/sdk';
import type { TemplateResult } from '@milepost/sdk';
import type { PlanPage } from './plan-page.ts';
import { renderRefusal } from './render-edit.ts';

/** What a person has to know before they go on: a restored draft, a failed save, a refused edit, a changed organisation. */
export function renderNotices(page: PlanPage): TemplateResult {
  const { plan, words } = page;
  const { t } = words;
  const { restored, saveError } = plan;
  const view = page.view;
  const refusal = page.refused?.result;
  return html`${
    restored
      ? html`<div class="note" role="status">
          <p class="text">
            ${t('draft.restored', { count: restored.edits })}
            ${restored.failed > 0 ? t('draft.failed', { count: restored.failed }) : ''}
          </p>
          <mp-button variant="quiet" @click=${() => void plan.discard()}>${t('draft.discard')}</mp-button>
        </div>`
      : nothing
  }
  ${
    saveError && !plan.conflict
      ? html`<div class="note critical" role="alert">
          <div class="text">
            <p>${t('save.failed', { message: saveError.message })} <code>${saveError.code}</code></p>
            ${
              saveError.problems.length > 0
                ? html`<ul class="plain">
                    ${saveError.problems.slice(0, 5).map((problem) => html`<li>${problem.path}：${problem.message}</li>`)}
                  </ul>`
                : nothing
            }
          </div>
          <mp-button ?loading=${plan.saving} @click=${() => void page.save()}>${t('save.retry')}</mp-button>
        </div>`
      : nothing
  }
  ${
    refusal && !refusal.ok && view
      ? html`${renderRefusal(
          refusal,
          view.refusalActions(() => (page.refused = null)),
          words,
        )}`
      : nothing
  }
  ${view ? view.renderChanges() : nothing}`;
}
