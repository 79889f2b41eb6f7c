import { html, nothing } from 'lit';
import { styled } from '../../base/styled.ts';
import { icon } from '../../icons/icon.ts';
import { getUiLocale, words } from '../../locale/ui-locale.ts';
import { shownText } from './values.ts';
import type { PlacedRow } from './rows.ts';
import type { TreeGridColumn, TreeGridRow } from './types.ts';

/** Space that stands for rows out of view, in CSS pixels. */
export function spacerTemplate(space: number, columns: number): unknown {
  if (space <= 0) return nothing;
  return html`<tr class="spacer" role="presentation">
    <td role="presentation" colspan=${columns + 1} ${styled({ '--space': `${space}px` })}></td>
  </tr>`;
}

/** The row of sums. */
export function totalsTemplate(totals: TreeGridRow, columns: readonly TreeGridColumn[], rowIndex: number): unknown {
  const locale = getUiLocale();
  return html`<tfoot role="rowgroup">
    <tr role="row" aria-rowindex=${rowIndex} aria-level="1">
      <th role="rowheader" class="tree">${totals.label || words().total}</th>
      ${columns.map((column) => html`<td role="gridcell" aria-readonly="true">${shownText(column, totals.values[column.key], locale)}</td>`)}
    </tr>
  </tfoot>`;
}

/** The header row. */
export function headTemplate(treeLabel: string, columns: readonly TreeGridColumn[]): unknown {
  return html`<thead role="rowgroup">
    <tr role="row" aria-rowindex="1">
      <th role="columnheader" class="tree">${treeLabel}</th>
      ${columns.map((column) => html`<th role="columnheader" ${styled({ '--width': column.width })}>${column.label}</th>`)}
    </tr>
  </thead>`;
}

/** A row's name, indented, with the arrow that opens it. */
export function treeTemplate(
  placed: PlacedRow,
  id: string,
  active: boolean,
  onClick: (event: MouseEvent) => void,
  onToggle: () => void,
): unknown {
  const { row } = placed;
  const toggle = (event: Event) => {
    event.stopPropagation();
    onToggle();
  };
  return html`<th
    id=${id}
    role="rowheader"
    aria-colindex="1"
    class="tree ${active ? 'active' : ''}"
    title=${row.label}
    ${styled({ '--level': placed.level })}
    @click=${onClick}
  >
    <span
      >${
        placed.hasChildren
          ? html`<span class="toggle" @click=${toggle}>${icon('chevron-right')}</span>`
          : html`<span class="no-toggle"></span>`
      }<span class="name">${row.label}</span>${row.note ? html`<span class="note">${row.note}</span>` : nothing}</span
    >
  </th>`;
}

/** A row with its place in the tree. */
export function rowTemplate(placed: PlacedRow, index: number, tree: unknown, cells: unknown): unknown {
  return html`<tr
    role="row"
    aria-rowindex=${index + 2}
    aria-level=${placed.level}
    aria-posinset=${placed.position}
    aria-setsize=${placed.siblings}
    aria-expanded=${placed.hasChildren ? String(placed.expanded) : nothing}
  >
    ${tree}${cells}
  </tr>`;
}
