import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { MpElement } from '../../base/mp-element.ts';
import { visibleWindow } from '../../base/virtual.ts';
import { iconStyles } from '../../icons/icon.ts';
import { getUiLocale } from '../../locale/ui-locale.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import { blockEdits, blockTexts } from './block-edits.ts';
import { fromTsv, toTsv } from './clipboard.ts';
import { afterCommit, blockBetween, inBlock, isSame, keyWish, move, scrollClear } from './moves.ts';
import { togglesRow, visibleRows, withRow } from './rows.ts';
import { cellTemplate } from './cell-template.ts';
import { headTemplate, rowTemplate, spacerTemplate, totalsTemplate, treeTemplate } from './templates.ts';
import { treeGridStyles } from './tree-grid.styles.ts';
import { editText, parseCell } from './values.ts';
import type { PropertyValues } from 'lit';
import type { DataState } from '../card/card.ts';
import type { Density } from '../table/types.ts';
import type { Sheet } from './block-edits.ts';
import type { PlacedRow } from './rows.ts';
import type { Editing } from './cell-template.ts';
import type { Block, CellEdit, ParsedCell, Position, TreeGridColumn, TreeGridRow } from './types.ts';

/**
 * @summary Rows of a tree by columns of cells that are edited in place, as in a spreadsheet: arrows, Home and End move;
 *   Enter, F2 or typing edits; Enter and Tab commit; Esc cancels; Shift selects a block to copy, paste or clear.
 *   The grid changes no data: it says what the person wants, and shows the rows it is given.
 * @slot action - What an empty or failed grid offers.
 * @fires cells-edit - Before a pasted or cleared block: `detail.edits`. Cancel it to take the block at once.
 * @fires cell-edit - One edit, `{rowId, columnKey, value}`; for a block, one for each cell.
 * @fires mp-expand - A row was opened or closed: `{rowId, expanded}`.
 * @fires mp-cell-focus - The active cell has changed: `{rowId, columnKey}`.
 * @fires mp-retry - The person asks to try again.
 * @cssprop --mp-grid-max-height - Height from which it scrolls inside; 70dvh by default.
 */
export class MpTreeGrid extends MpElement {
  static override uses = ['mp-state'];
  static override styles = [baseStyles, iconStyles, treeGridStyles];

  @property() label = '';
  /** Heading of the tree column. */
  @property({ attribute: 'tree-label' }) treeLabel = '';
  @property({ attribute: false }) columns: readonly TreeGridColumn[] = [];
  @property({ attribute: false }) rows: readonly TreeGridRow[] = [];
  /** A row of sums under the others. */
  @property({ attribute: false }) totals: TreeGridRow | undefined;
  /** Ids of open rows; the grid keeps it up to date. */
  @property({ attribute: false }) expanded: ReadonlySet<string> = new Set();
  /** Reads what was typed; by default by the column's format, a bare figure in its unit. */
  @property({ attribute: false }) parse: ((text: string, column: TreeGridColumn, row: TreeGridRow) => ParsedCell) | undefined;
  @property({ type: Boolean }) readonly = false;
  @property({ reflect: true }) density: Density | undefined;
  @property({ reflect: true }) state: DataState = 'ready';
  @property({ attribute: 'state-heading' }) stateHeading = '';
  @property({ attribute: 'state-text' }) stateText = '';
  @property() code = '';

  @state() private active: Position = { row: 0, column: 0 };
  @state() private anchor: Position | undefined;
  @state() private editing: Editing | undefined;
  @state() private scrolled = 0;
  @state() private viewHeight = 600;
  @query('.scroll') private scroller!: HTMLElement | null;
  @query('table') private table!: HTMLElement | null;
  #placed: PlacedRow[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('rows') && !changed.has('expanded')) return;
    const activeId = this.#placed[this.active.row]?.row.id;
    this.#placed = visibleRows(this.rows, (id) => this.expanded.has(id));
    // The active cell stays with its row when rows come or go above it.
    const row = this.#placed.findIndex((placed) => placed.row.id === activeId);
    if (row >= 0) this.active = { ...this.active, row };
    else this.active = { ...this.active, row: Math.max(0, Math.min(this.active.row, this.#placed.length - 1)) };
  }

  protected override updated(): void {
    const height = this.scroller?.clientHeight ?? 0;
    if (height > 0) this.viewHeight = height;
  }

  override focus(options?: FocusOptions): void {
    this.table?.focus(options);
  }

  get #block(): Block {
    return blockBetween(this.anchor ?? this.active, this.active);
  }

  get #rowHeight(): number {
    return this.renderRoot.querySelector<HTMLElement>('tbody tr:not(.spacer)')?.offsetHeight ?? 36;
  }

  #columnAt(position: Position): TreeGridColumn | undefined {
    return this.columns[position.column - 1];
  }

  #isEditable(row: TreeGridRow | undefined, column: TreeGridColumn | undefined): boolean {
    if (!row || !column || this.readonly) return false;
    return (column.editable ?? false) && row.editable !== false;
  }

  #toggle(placed: PlacedRow): void {
    const expanded = !placed.expanded;
    this.expanded = withRow(this.expanded, placed.row.id, expanded);
    this.emit('mp-expand', { rowId: placed.row.id, expanded });
  }

  #activate(position: Position, extend = false): void {
    this.anchor = extend ? (this.anchor ?? this.active) : undefined;
    this.active = position;
    this.performUpdate();
    if (this.scroller) scrollClear(this.scroller, position.row, this.#rowHeight, this.totals !== undefined);
    this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.emit('mp-cell-focus', {
      rowId: this.#placed[position.row]?.row.id,
      columnKey: this.#columnAt(position)?.key,
    });
  }

  #handleKey(event: KeyboardEvent): void {
    if (this.editing || event.defaultPrevented) return;
    const placed = this.#placed[this.active.row];
    if (!placed) return;
    const command = event.ctrlKey || event.metaKey;
    if (this.#handleTreeKey(event.key, placed, event.shiftKey || command) || this.#handleMoveKey(event, command)) {
      event.preventDefault();
      return;
    }
    const wish = keyWish(event, command);
    if (wish === 'type') {
      // No preventDefault: the key itself, or the input method, writes into the editor that now has the focus.
      this.#startEdit(this.active, '');
    } else if (wish) {
      event.preventDefault();
      if (wish === 'clear') this.#clearBlock();
      else this.#startEdit(this.active);
    }
  }

  /** Right opens, left closes or goes to the parent, space toggles: in the tree column only. */
  #handleTreeKey(key: string, placed: PlacedRow, modified: boolean): boolean {
    if (this.active.column !== 0 || modified) return false;
    if (togglesRow(key, placed)) {
      this.#toggle(placed);
      return true;
    }
    if (key !== 'ArrowLeft') return false;
    const parent = this.#placed.findIndex((other) => other.row.id === placed.row.parentId);
    if (parent >= 0) this.#activate({ row: parent, column: 0 });
    return true;
  }

  #handleMoveKey(event: KeyboardEvent, command: boolean): boolean {
    const page = Math.max(1, Math.floor(this.viewHeight / this.#rowHeight) - 2);
    const bounds = { rows: this.#placed.length, columns: this.columns.length + 1, page };
    const target = move(event.key, this.active, bounds, command);
    if (target) this.#activate(target, event.shiftKey);
    return target !== undefined;
  }

  #startEdit(position: Position, draft?: string): void {
    const row = this.#placed[position.row]?.row;
    const column = this.#columnAt(position);
    if (!row || !column || !this.#isEditable(row, column)) return;
    this.anchor = undefined;
    this.editing = {
      ...position,
      draft: draft ?? editText(column, row.values[column.key], getUiLocale()),
      error: '',
    };
    this.performUpdate();
    const input = this.renderRoot.querySelector<HTMLInputElement>('td input');
    input?.focus();
    if (draft === undefined) input?.select();
  }

  #read(text: string, column: TreeGridColumn, row: TreeGridRow): ParsedCell {
    return this.parse ? this.parse(text, column, row) : parseCell(column, text, getUiLocale());
  }

  /** Commits the draft; answers false and says why where it cannot be read. The draft stays until it can, or Esc. */
  #commitEdit(): boolean {
    const { editing } = this;
    const row = editing && this.#placed[editing.row]?.row;
    const column = editing && this.#columnAt(editing);
    if (!editing || !row || !column) return true;
    const read = this.#read(editing.draft, column, row);
    if ('error' in read) {
      this.editing = { ...editing, error: read.error };
      return false;
    }
    this.editing = undefined;
    const before = row.values[column.key] ?? null;
    if (read.value !== before)
      this.emit('cell-edit', { rowId: row.id, columnKey: column.key, value: read.value } satisfies CellEdit);
    return true;
  }

  #handleEditorKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.editing = undefined;
      this.performUpdate();
      this.focus();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      if (!this.#commitEdit()) return;
      this.performUpdate();
      this.focus();
      const bounds = { rows: this.#placed.length, columns: this.columns.length + 1 };
      this.#activate(afterCommit(event.key, event.shiftKey, this.active, bounds));
    }
    event.stopPropagation();
  }

  #handlePointer(event: MouseEvent, position: Position): void {
    if (this.editing && isSame(this.editing, position)) return;
    if (this.editing && !this.#commitEdit()) return;
    const again = isSame(position, this.active) && this.shadowRoot?.activeElement === this.table;
    this.#activate(position, event.shiftKey);
    this.focus({ preventScroll: true });
    if (again && !event.shiftKey) this.#startEdit(position);
  }

  get #sheet(): Sheet {
    return {
      placed: this.#placed,
      columns: this.columns,
      isEditable: (row, column) => this.#isEditable(row, column),
      read: (text, column, row) => this.#read(text, column, row),
    };
  }

  #handleCopy(event: ClipboardEvent): void {
    if (this.editing) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', toTsv(blockTexts(this.#sheet, this.#block, getUiLocale())));
  }

  #handlePaste(event: ClipboardEvent): void {
    if (this.editing || this.readonly) return;
    event.preventDefault();
    const texts = fromTsv(event.clipboardData?.getData('text/plain') ?? '');
    this.#emitEdits(blockEdits(this.#sheet, this.#block, texts));
  }

  #clearBlock(): void {
    this.#emitEdits(blockEdits(this.#sheet, this.#block, [['']]));
  }

  #emitEdits(edits: CellEdit[]): void {
    if (edits.length === 0 || !this.emit('cells-edit', { edits }, { cancelable: true })) return;
    for (const edit of edits) this.emit('cell-edit', edit);
  }

  #renderCell(placed: PlacedRow, rowIndex: number, column: TreeGridColumn, index: number): unknown {
    const position = { row: rowIndex, column: index + 1 };
    const { editing, active } = this;
    const edited = editing && isSame(editing, position) ? editing : undefined;
    return cellTemplate({
      row: placed.row,
      column,
      position,
      active: isSame(active, position),
      chosen: this.anchor !== undefined && inBlock(this.#block, rowIndex, position.column),
      editable: this.#isEditable(placed.row, column),
      readonly: this.readonly,
      editing: edited,
      on: {
        click: (event) => this.#handlePointer(event, position),
        input: (draft) => (this.editing = edited && { ...edited, draft, error: '' }),
        key: (event) => this.#handleEditorKey(event),
        blur: () => this.#commitEdit(),
      },
    });
  }

  #renderRow(placed: PlacedRow, index: number): unknown {
    const active = this.active.row === index && this.active.column === 0;
    const onClick = (event: MouseEvent) => this.#handlePointer(event, { row: index, column: 0 });
    return rowTemplate(
      placed,
      index,
      treeTemplate(placed, `c${index}-0`, active, onClick, () => this.#toggle(placed)),
      this.columns.map((column, position) => this.#renderCell(placed, index, column, position)),
    );
  }

  #renderGrid(): unknown {
    const view = visibleWindow(this.#placed.length, this.#rowHeight, this.scrolled, this.viewHeight);
    const { row, column } = this.active;
    const rendered = row >= view.start && row < view.end;
    return html`<div class="scroll" @scroll=${() => (this.scrolled = this.scroller?.scrollTop ?? 0)}>
      <table
        role="treegrid"
        tabindex="0"
        aria-label=${this.label || nothing}
        aria-rowcount=${this.#placed.length + (this.totals ? 2 : 1)}
        aria-colcount=${this.columns.length + 1}
        aria-readonly=${this.readonly ? 'true' : nothing}
        aria-multiselectable="true"
        aria-activedescendant=${rendered ? `c${row}-${column}` : nothing}
        @keydown=${this.#handleKey}
        @copy=${this.#handleCopy}
        @paste=${this.#handlePaste}
      >
        ${headTemplate(this.treeLabel, this.columns)}
        <tbody role="rowgroup">
          ${spacerTemplate(view.before, this.columns.length)}
          ${repeat(
            this.#placed.slice(view.start, view.end),
            ({ row: item }) => item.id,
            (placed, index) => this.#renderRow(placed, view.start + index),
          )}
          ${spacerTemplate(view.after, this.columns.length)}
        </tbody>
        ${this.totals ? totalsTemplate(this.totals, this.columns, this.#placed.length + 2) : nothing}
      </table>
    </div>`;
  }

  protected override render(): unknown {
    const state = this.state === 'ready' && this.rows.length === 0 ? 'empty' : this.state;
    if (state === 'ready') return this.#renderGrid();
    return html`<mp-state .kind=${state} shape="table" .heading=${this.stateHeading} .text=${this.stateText} .code=${this.code}
      ><slot name="action" slot="action"></slot
    ></mp-state>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-tree-grid': MpTreeGrid;
  }
}
