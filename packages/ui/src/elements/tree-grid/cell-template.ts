import { html, nothing } from 'lit';
import { icon } from '../../icons/icon.ts';
import { getUiLocale, words } from '../../locale/ui-locale.ts';
import { shownText } from './values.ts';
import type { CellFlag, Position, TreeGridColumn, TreeGridRow } from './types.ts';

/** A cell's figure with the sign of what happened to it. */
function valueTemplate(column: TreeGridColumn, row: TreeGridRow, flags: readonly CellFlag[]): unknown {
  const mark = flags.includes('conflict') ? icon('warning') : flags.includes('held') ? icon('lock') : nothing;
  return html`${mark}${shownText(column, row.values[column.key], getUiLocale())}`;
}

/** The same in words, for those who do not see the sign. */
function flagWords(flags: readonly CellFlag[]): unknown {
  if (flags.length === 0) return nothing;
  return html`<span class="mp-visually-hidden">${flags.map((flag) => words()[flag]).join('，')}</span>`;
}

/** A cell being edited; the draft is the person's, the grid never changes it. */
export interface Editing extends Position {
  draft: string;
  /** Why the draft cannot be read; empty while nobody has asked. */
  error: string;
}

/** What the person does to a cell and in its editor. */
export interface CellHandlers {
  click: (event: MouseEvent) => void;
  input: (draft: string) => void;
  key: (event: KeyboardEvent) => void;
  blur: () => void;
}

/** The editor in a cell, and under it why its text cannot be read. */
function editorTemplate({ draft, error }: Editing, row: TreeGridRow, column: TreeGridColumn, on: CellHandlers): unknown {
  return html`<input
      .value=${draft}
      autocomplete="off"
      inputmode=${column.format && column.format !== 'text' ? 'decimal' : 'text'}
      aria-label="${row.label} ${column.label}"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? 'problem' : nothing}
      @input=${(event: Event) => on.input((event.target as HTMLInputElement).value)}
      @keydown=${on.key}
      @blur=${on.blur}
    />${error ? html`<span id="problem" class="problem" role="alert">${error}</span>` : nothing}`;
}

/** A cell and the state it is in. */
export interface CellView {
  row: TreeGridRow;
  column: TreeGridColumn;
  position: Position;
  active: boolean;
  /** In the selected block. */
  chosen: boolean;
  editable: boolean;
  /** The whole grid only shows. */
  readonly: boolean;
  editing: Editing | undefined;
  on: CellHandlers;
}

/** A cell: its figure, or the editor. */
export function cellTemplate(view: CellView): unknown {
  const { row, column, position, editing, on } = view;
  const flags = row.flags?.[column.key] ?? [];
  const classes = [
    ...flags,
    view.active ? 'active' : '',
    view.chosen ? 'chosen' : '',
    column.strong ? 'strong' : '',
    !view.editable && !view.readonly ? 'fixed' : '',
    editing ? 'editing' : '',
    editing?.error ? 'invalid' : '',
  ];
  return html`<td
    id="c${position.row}-${position.column}"
    role="gridcell"
    class=${classes.filter(Boolean).join(' ')}
    aria-colindex=${position.column + 1}
    aria-selected=${view.active || view.chosen ? 'true' : nothing}
    aria-readonly=${view.editable ? nothing : 'true'}
    @click=${on.click}
  >
    ${editing ? editorTemplate(editing, row, column, on) : valueTemplate(column, row, flags)}${flagWords(flags)}
  </td>`;
}
