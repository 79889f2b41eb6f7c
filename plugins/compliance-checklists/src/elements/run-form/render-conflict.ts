import { html } from '@milepost/sdk';
import type { Answer, Template } from '@milepost/checklist';
import type { Conflict } from '../../controllers/run-controller.ts';
import { itemOf } from '../../domain/outcome.ts';
import { answerText } from '../shared/answer-text.ts';
import type { RunForm } from './run-form.ts';

/** Two sets of answers side by side, and the choice between them. */
export function renderConflict({ host, run }: RunForm, { mine, theirs, differing }: Conflict, template: Template): unknown {
  const t = host.i18n.t.bind(host.i18n);
  const locale = host.i18n.locale.current;
  const text = (id: string, answer: Answer | undefined): string => {
    const item = itemOf(template, id);
    return item ? answerText(item, answer ?? null, locale, t) : '—';
  };
  return html`<div class="stack" role="alertdialog" aria-labelledby="conflict">
    <h2 id="conflict">${t('conflict.title')}</h2>
    <p>${t('conflict.text', { n: differing.length })}</p>
    <table class="conflict">
      <thead>
        <tr>
          <th scope="col">${t('conflict.question')}</th>
          <th scope="col">${t('conflict.mine')}</th>
          <th scope="col">${t('conflict.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        ${differing.map((id) => {
          const item = itemOf(template, id);
          return html`<tr>
            <th scope="row">${item ? (locale === 'zh-CN' ? item.title.zh : item.title.en) : id}</th>
            <td>${text(id, mine[id])}</td>
            <td>${text(id, theirs.value.answers[id])}</td>
          </tr>`;
        })}
      </tbody>
    </table>
    <div class="row">
      <mp-button variant="primary" @click=${() => void run.resolve('mine')}>${t('conflict.keep-mine')}</mp-button>
      <mp-button @click=${() => void run.resolve('theirs')}>${t('conflict.keep-theirs')}</mp-button>
    </div>
  </div>`;
}
