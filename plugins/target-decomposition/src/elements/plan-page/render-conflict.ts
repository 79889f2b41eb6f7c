import { formatInstant } from '@milepost/ui/format';
import { html } from '@milepost/sdk';
import type { PluginHost, TemplateResult } from '@milepost/sdk';
import type { ConflictGroup, SaveConflict } from '../../controllers/save-conflict.ts';
import type { Choice } from '../../domain/merge.ts';
import type { Words } from '../shared/words.ts';

/** What the dialog offers. */
export interface ConflictActions {
  readonly choices: Readonly<Record<string, Choice>>;
  choose(nodes: readonly string[], choice: Choice): void;
  nodeName(node: string): string;
  save(): void;
  cancel(): void;
  personName(id: string): string;
  readonly saving: boolean;
  /** The merge would change a total given from above. */
  readonly totalBroken: boolean;
}

/** Somebody else saved first: for each node that both changed, mine or theirs, with the difference in view. */
export function renderConflict(conflict: SaveConflict, actions: ConflictActions, host: PluginHost, words: Words): TemplateResult {
  const { t } = words;
  const when = formatInstant(conflict.at, {
    timeZone: host.session.tenant.timeZone,
    locale: host.i18n.locale.current,
  });
  const open = conflict.conflicts.some((node) => actions.choices[node.nodeId] === undefined);
  return html`<mp-dialog open sticky .heading=${t('conflict.title')} @mp-close=${actions.cancel}>
    <div class="choices">
      <p>
        ${t('conflict.text', { name: actions.personName(conflict.by), when })}
        ${conflict.theirs.length > 0 ? t('conflict.others', { others: conflict.theirs.length }) : ''} ${t('conflict.choose')}
      </p>
      ${conflict.conflicts.length === 0 || actions.totalBroken ? html`<div class="note critical" role="alert"><p class="text">${t('conflict.total')}</p></div>` : ''}
      ${
        conflict.groups.length > 1 || conflict.conflicts.length > 1
          ? html`<div class="bar">
              ${(['mine', 'theirs'] as const).map(
                (choice) =>
                  html`<mp-button
                    @click=${() =>
                      actions.choose(
                        conflict.conflicts.map((node) => node.nodeId),
                        choice,
                      )}
                    >${t(`conflict.all.${choice}`)}</mp-button
                  >`,
              )}
            </div>`
          : ''
      }
      ${conflict.groups.map((group) => renderGroup(group, actions, words))}
    </div>
    <mp-button slot="actions" @click=${actions.cancel}>${t('conflict.later')}</mp-button>
    <mp-button
      slot="actions"
      variant="primary"
      ?disabled=${open || conflict.conflicts.length === 0}
      ?loading=${actions.saving}
      @click=${actions.save}
      >${t('conflict.save')}</mp-button
    >
  </mp-dialog>`;
}

/** The cell that was typed in: one decision for everything below it, its people one click away. */
function renderGroup(group: ConflictGroup, actions: ConflictActions, words: Words): TemplateResult {
  const { t } = words;
  const { cell, nodes } = group;
  const [first] = nodes;
  if (first && nodes.length === 1 && first.nodeId === cell.node) return renderNode(first, actions, words);
  const chosen = new Set(nodes.map((node) => actions.choices[node.nodeId] ?? ''));
  const [only = ''] = chosen.size === 1 ? chosen : [];
  return html`<div>
    <mp-radio-group
      .label=${`${actions.nodeName(cell.node)} ${words.short(cell.period)}`}
      .options=${(['mine', 'theirs'] as const).map((value) => ({ value, label: t(`conflict.${value}`) }))}
      .value=${only}
      @change=${(event: Event) =>
        actions.choose(
          nodes.map((node) => node.nodeId),
          (event.currentTarget as unknown as { value: Choice }).value,
        )}
    ></mp-radio-group>
    <table class="diff">
      <thead>
        <tr>
          <th scope="col">${t('column.cell')}</th>
          <th scope="col">${t('conflict.base')}</th>
          <th scope="col">${t('conflict.mine')}</th>
          <th scope="col">${t('conflict.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>${actions.nodeName(cell.node)} ${words.short(cell.period)}</td>
          <td>${words.exact(group.base)}</td>
          <td>${words.exact(group.mine)}</td>
          <td>${words.exact(group.theirs)}</td>
        </tr>
      </tbody>
    </table>
    <details>
      <summary>${t('conflict.people', { count: nodes.length })}</summary>
      ${nodes.map((node) => renderNode(node, actions, words))}
    </details>
  </div>`;
}

function renderNode(node: SaveConflict['conflicts'][number], actions: ConflictActions, words: Words): TemplateResult {
  const { t } = words;
  return html`<div>
    <mp-radio-group
      .label=${node.label}
      .options=${(['mine', 'theirs'] as const).map((value) => ({ value, label: t(`conflict.${value}`) }))}
      .value=${actions.choices[node.nodeId] ?? ''}
      @change=${(event: Event) => actions.choose([node.nodeId], (event.currentTarget as unknown as { value: Choice }).value)}
    ></mp-radio-group>
    <table class="diff">
      <thead>
        <tr>
          <th scope="col">${t('column.month')}</th>
          <th scope="col">${t('conflict.base')}</th>
          <th scope="col">${t('conflict.mine')}</th>
          <th scope="col">${t('conflict.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        ${node.months.map(
          (row) =>
            html`<tr>
              <td>${words.short(row.month)}</td>
              <td>${words.exact(row.base)}</td>
              <td>${words.exact(row.mine)}</td>
              <td>${words.exact(row.theirs)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
