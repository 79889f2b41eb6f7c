import { leafIds } from '@milepost/allocation';
import { timeOf } from '@milepost/allocation/records';
import { html } from '@milepost/sdk';
import type { TemplateResult } from '@milepost/sdk';
import { planNow } from '../../controllers/plan-model.ts';
import type { PageView } from './page-view.ts';
import type { PlanPage } from './plan-page.ts';

/** One person's year, month by month: what a representative needs, also on a phone. Each month opens to where its target came from. */
export function renderMonths(page: PlanPage, view: PageView): TemplateResult {
  const { words, plan } = page;
  const { t } = words;
  if (!plan.model) return html``;
  const leaves = leafIds(timeOf(planNow(plan.model)));
  const unit = words.unit('wan');
  return html`<section class="grid stack" aria-labelledby="months-title">
    <div class="bar"><h2 id="months-title" class="grow">${t('months.title', { unit })}</h2></div>
    <p class="small muted">${t('grid.readonly')}</p>
    <table class="diff months">
      <thead>
        <tr>
          <th scope="col">${t('column.month')}</th>
          <th scope="col">${t('column.target')}</th>
          <th scope="col">${t('column.actual')}</th>
          <th scope="col">${t('column.attainment')}</th>
          <th scope="col" class="hide-narrow">${t('column.lastYear')}</th>
        </tr>
      </thead>
      <tbody>
        ${leaves.map((month) => renderMonth(page, view, month))}
      </tbody>
    </table>
    ${view.renderProof()}
  </section>`;
}

function renderMonth(page: PlanPage, view: PageView, month: string): TemplateResult {
  const { words } = page;
  const pace = view.pace(month);
  const name = words.short(month);
  const bare = (amount: number | null): string => words.bare(amount);
  const explain = (): void => {
    page.cell = { node: view.top, period: month };
    page.panel = 'cell';
  };
  return html`<tr aria-current=${month === page.host.session.today.slice(0, 7) ? 'date' : 'false'}>
    <td>
      <button type="button" class="link" aria-label=${words.t('months.explain', { month: name })} @click=${explain}>
        ${name}
      </button>
    </td>
    <td title=${words.exact(pace.target)}>${bare(pace.target)}</td>
    <td title=${words.exact(pace.actual)}>${pace.state === 'before' ? '—' : bare(pace.actual)}</td>
    <td>${pace.state === 'before' ? '—' : words.percent(pace.attainment)}</td>
    <td class="hide-narrow" title=${words.exact(pace.lastYear)}>${bare(pace.lastYear)}</td>
  </tr>`;
}
