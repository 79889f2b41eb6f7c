import { isHeld } from '@milepost/allocation';
import { cellAt } from '@milepost/allocation/records';
import { html, nothing } from '@milepost/sdk';
import type { TemplateResult } from '@milepost/sdk';
import { planNow } from '../../controllers/plan-model.ts';
import type { CellEdit } from '@milepost/ui';
import type { PageView } from './page-view.ts';
import type { PlanPage } from './plan-page.ts';
import { gridColumns } from './render-grid.ts';

/** The detail: toolbar, tree grid and the line that proves the sums. */
export function renderGridSection(page: PlanPage, view: PageView): TemplateResult {
  const { plan, words } = page;
  const { model } = plan;
  if (!model) return html``;
  const { t } = words;
  const editable = model.reach !== 'none';
  const now = planNow(model);
  const columns = gridColumns(now, page.unit, editable, words);
  return html`<section class="grid stack" aria-labelledby="grid-title" @keydown=${{ handleEvent: page.handleKey, capture: true }}>
    <div class="bar">
      <h2 id="grid-title" class="grow">${t('grid.title', { unit: words.unit(page.unit) })}</h2>
      ${editable ? renderEditing(page) : nothing}
      <mp-button icon="info" ?disabled=${page.cell === null} @click=${() => (page.panel = 'cell')}
        >${t('grid.explain')}</mp-button
      >
      <mp-radio-group
        label-hidden
        .label=${t('grid.unit')}
        .options=${(['wan', 'yuan'] as const).map((unit) => ({ value: unit, label: words.unit(unit) }))}
        .value=${page.unit}
        @change=${(event: Event) => (page.unit = (event.currentTarget as unknown as { value: 'wan' | 'yuan' }).value)}
      ></mp-radio-group>
    </div>
    ${editable ? html`<p class="small muted hide-narrow">${t(model.reach === 'branch' ? 'grid.hint.branch' : 'grid.hint')}</p>` : html`<p class="small muted">${t('grid.readonly')}</p>`}
    <p class="small muted">${t('grid.scroll')}</p>
    <mp-tree-grid
      density="compact"
      .label=${t('grid.label')}
      .treeLabel=${t('grid.tree')}
      .columns=${columns}
      .rows=${view.rows()}
      .expanded=${page.expanded}
      ?readonly=${!editable}
      @mp-expand=${(event: Event) => (page.expanded = (event.currentTarget as unknown as { expanded: ReadonlySet<string> }).expanded)}
      @cell-edit=${(event: CustomEvent<CellEdit>) => page.handleCellEdit(event)}
      @mp-cell-focus=${(event: CustomEvent<{ rowId?: string; columnKey?: string }>) => {
        const { rowId, columnKey } = event.detail;
        plan.prepare();
        if (rowId) page.cell = { node: rowId, period: columnKey ?? page.year };
      }}
    ></mp-tree-grid>
    ${view.renderProof()}
  </section>`;
}

function renderEditing(page: PlanPage): TemplateResult {
  const { plan, words } = page;
  const { t } = words;
  const { model } = plan;
  if (!model) return html``;
  const held = page.cell !== null && isHeld(planNow(model), cellAt(page.cell.node, page.cell.period));
  return html`<mp-button
      icon="undo"
      .label=${t('grid.undo')}
      ?disabled=${model.edits.length === 0}
      @click=${() => plan.undo()}
    ></mp-button>
    <mp-button
      icon="redo"
      .label=${t('grid.redo')}
      ?disabled=${model.undone.length === 0}
      @click=${() => plan.redo()}
    ></mp-button>
    <mp-button icon=${held ? 'unlock' : 'lock'} ?disabled=${page.cell === null} @click=${() => page.toggleHold()}
      >${t(held ? 'grid.release' : 'grid.hold')}</mp-button
    >
    <mp-button
      variant=${plan.dirty ? 'primary' : 'secondary'}
      icon="save"
      ?disabled=${!plan.dirty}
      ?loading=${plan.saving}
      @click=${() => void page.save()}
      >${plan.dirty ? t('grid.save.count', { count: model.edits.length }) : t('grid.saved')}</mp-button
    >`;
}
