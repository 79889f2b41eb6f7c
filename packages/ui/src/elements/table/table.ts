import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { MpElement } from '../../base/mp-element.ts';
import { styled } from '../../base/styled.ts';
import { VIRTUAL_FROM, visibleWindow } from '../../base/virtual.ts';
import { icon, iconStyles } from '../../icons/icon.ts';
import { getUiLocale } from '../../locale/ui-locale.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import { cellAlign, cellText, cellTitle, cellValue, sortRows } from './cells.ts';
import { tableStyles } from './table.styles.ts';
import type { PropertyValues } from 'lit';
import type { DataState } from '../card/card.ts';
import type { CellStyles, Density, TableColumn, TableSort } from './types.ts';

const rowHeights: Record<Density, number> = { compact: 32, normal: 40, comfortable: 48 };

/** Narrower than this, the `mobile` list takes over. */
const NARROW = 560;

/**
 * @summary The main tool: sticky header and first column, sorting, totals, drill-down, four states, many rows.
 *   Rows are objects with an `id`, or `rowId` names one. On a narrow place `mobile` draws each row as a card.
 * @slot action - What an empty or failed table offers.
 * @fires mp-row-open - The person opens a row: `detail.row`, `detail.rowId`.
 * @fires mp-sort - The person sorts: `detail.key`, `detail.direction`. Cancel it to sort elsewhere and set `sort`.
 * @fires mp-retry - The person asks to try again.
 * @cssprop --mp-table-max-height - Height from which it scrolls inside.
 */
export class MpTable<Row = unknown> extends MpElement {
  static override uses = ['mp-state'];
  static override styles = [baseStyles, iconStyles, tableStyles];

  /** What the table lists, for screen readers. */
  @property() label = '';
  @property({ attribute: false }) columns: TableColumn<Row>[] = [];
  @property({ attribute: false }) rows: readonly Row[] = [];
  /** A row of sums; drawn with the same columns. */
  @property({ attribute: false }) totals: Row | undefined;
  @property({ attribute: false }) rowId: (row: Row) => string = (row) => String((row as { id?: unknown }).id);
  @property({ attribute: false }) sort: TableSort | undefined;
  @property({ reflect: true }) density: Density | 'auto' = 'auto';
  /** Rows open: chevron, click and Enter fire `mp-row-open`. */
  @property({ type: Boolean, attribute: 'row-open' }) rowOpen = false;
  /** The row that a panel explains. */
  @property({ attribute: 'selected-row' }) selectedRow = '';
  /** Draws a row as a card on narrow places. */
  @property({ attribute: false }) mobile: ((row: Row) => unknown) | undefined;
  /** Styles for what `cell` and `mobile` draw. */
  @property({ attribute: false }) cellStyles: CellStyles | undefined;
  @property({ reflect: true }) state: DataState = 'ready';
  @property({ attribute: 'state-heading' }) stateHeading = '';
  @property({ attribute: 'state-text' }) stateText = '';
  @property() code = '';

  @state() private scrolled = 0;
  @state() private viewHeight = 600;
  @state() private narrow = false;
  @state() private scrollable = false;
  @query('.scroll') private scroller!: HTMLElement | null;
  #observer: ResizeObserver | undefined;
  #sorted: readonly Row[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(() => this.#measure());
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('rows') || changed.has('sort') || changed.has('columns')) {
      this.#sorted = sortRows(this.rows, this.columns, this.sort, getUiLocale());
    }
    this.toggleAttribute('data-virtual', this.rows.length > VIRTUAL_FROM);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('cellStyles')) this.#adoptCellStyles();
    if (changed.has('rows') || changed.has('columns') || changed.has('state')) this.#measure();
  }

  #adoptCellStyles(): void {
    const own = (this.constructor as typeof MpTable).elementStyles;
    const extra = this.cellStyles ? [this.cellStyles].flat() : [];
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...own, ...extra].map((style) => (style instanceof CSSStyleSheet ? style : style.styleSheet!));
  }

  #measure(): void {
    this.narrow = this.clientWidth > 0 && this.clientWidth < NARROW;
    const scroller = this.scroller;
    if (!scroller) return;
    this.viewHeight = scroller.clientHeight;
    this.scrollable = scroller.scrollWidth > scroller.clientWidth || scroller.scrollHeight > scroller.clientHeight;
  }

  #handleScroll(): void {
    const scroller = this.scroller;
    if (!scroller) return;
    scroller.toggleAttribute('data-scrolled', scroller.scrollLeft > 0);
    if (this.rows.length > VIRTUAL_FROM) this.scrolled = scroller.scrollTop;
  }

  #toggleSort(key: string): void {
    const descending = this.sort?.key === key && this.sort.direction === 'ascending';
    const sort: TableSort = { key, direction: descending ? 'descending' : 'ascending' };
    if (this.emit('mp-sort', sort, { cancelable: true })) this.sort = sort;
  }

  #open(row: Row): void {
    this.emit('mp-row-open', { row, rowId: this.rowId(row) });
  }

  /** A click anywhere in a row opens it, unless it was meant for something inside or selects text. */
  #handleRowClick(event: MouseEvent, row: Row): void {
    if (!this.rowOpen || event.defaultPrevented) return;
    const inner = event
      .composedPath()
      .find(
        (node) =>
          node instanceof Element && node.matches('a, button, input, select, label, mp-button, mp-menu, mp-checkbox, tr, li'),
      );
    if (inner instanceof Element && !inner.matches('tr, li')) return;
    if (getSelection()?.toString()) return;
    this.#open(row);
  }

  /** Arrows go from chevron to chevron. */
  #handleDrillKey(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (!step) return;
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('.drill button, .open')];
    const next = all[all.indexOf(event.currentTarget as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  get #rowHeight(): number {
    if (this.density !== 'auto') return rowHeights[this.density];
    return this.renderRoot.querySelector<HTMLElement>('tbody tr:not(.spacer)')?.offsetHeight ?? rowHeights.normal;
  }

  #nameOf(row: Row): string {
    const [first] = this.columns;
    return first ? cellText(first, cellValue(first, row), getUiLocale()) : '';
  }

  #renderHead(column: TableColumn<Row>, index: number): unknown {
    const sorted = this.sort?.key === column.key ? this.sort.direction : undefined;
    const name = sorted === 'ascending' ? 'arrow-up' : sorted === 'descending' ? 'arrow-down' : 'sort';
    return html`<th
      scope="col"
      class="${cellAlign(column)} ${index === 0 ? 'first' : ''}"
      aria-sort=${sorted ?? nothing}
      ${styled({ width: column.width, 'min-width': column.width })}
    >
      ${
        column.sortable
          ? html`<button type="button" class="sort" @click=${() => this.#toggleSort(column.key)}>
              ${column.label}${icon(name)}
            </button>`
          : column.label
      }
    </th>`;
  }

  #renderCell(column: TableColumn<Row>, row: Row, index: number): unknown {
    const plain = column as TableColumn<never>;
    const classes = `${cellAlign(plain)} ${index === 0 ? 'first' : ''}`;
    const value = column.cell ? undefined : cellValue(column, row);
    const content = column.cell ? column.cell(row) : cellText(plain, value, getUiLocale());
    const title = cellTitle(plain, value, getUiLocale()) ?? nothing;
    if (index === 0) return html`<th scope="row" class=${classes} title=${title}>${content}</th>`;
    return html`<td class=${classes} title=${title}>${content}</td>`;
  }

  #renderDrill(row: Row, kind: 'drill' | 'open'): unknown {
    const label = `${this.words.open} ${this.#nameOf(row)}`;
    const button = html`<button
      type="button"
      class=${kind === 'open' ? 'open' : ''}
      aria-label=${label}
      @click=${() => this.#open(row)}
      @keydown=${this.#handleDrillKey}
    >
      ${icon('chevron-right')}
    </button>`;
    return kind === 'open' ? button : html`<td class="drill">${button}</td>`;
  }

  #renderRow(row: Row, index: number): unknown {
    const id = this.rowId(row);
    return html`<tr
      aria-rowindex=${index + 2}
      aria-selected=${this.selectedRow && this.selectedRow === id ? 'true' : nothing}
      ?data-open=${this.rowOpen}
      @click=${(event: MouseEvent) => this.#handleRowClick(event, row)}
    >
      ${this.columns.map((column, position) => this.#renderCell(column, row, position))}
      ${this.rowOpen ? this.#renderDrill(row, 'drill') : nothing}
    </tr>`;
  }

  #renderSpacer(space: number): unknown {
    if (space <= 0) return nothing;
    return html`<tr class="spacer" aria-hidden="true">
      <td colspan=${this.columns.length + 1} ${styled({ '--space': `${space}px` })}></td>
    </tr>`;
  }

  #renderTable(): unknown {
    const rows = this.#sorted;
    const view = visibleWindow(rows.length, this.#rowHeight, this.scrolled, this.viewHeight);
    return html`<div
      class="scroll"
      tabindex=${this.scrollable ? 0 : nothing}
      role=${this.scrollable ? 'region' : nothing}
      aria-label=${this.scrollable ? this.label || this.words.showTable : nothing}
      @scroll=${this.#handleScroll}
    >
      <table aria-label=${this.label || nothing} aria-rowcount=${rows.length + 1}>
        <thead>
          <tr aria-rowindex="1">
            ${this.columns.map((column, index) => this.#renderHead(column, index))}
            ${this.rowOpen ? html`<td class="drill"></td>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${this.#renderSpacer(view.before)}
          ${repeat(
            rows.slice(view.start, view.end),
            (row) => this.rowId(row),
            (row, index) => this.#renderRow(row, view.start + index),
          )}
          ${this.#renderSpacer(view.after)}
        </tbody>
        ${this.totals ? this.#renderTotals(this.totals) : nothing}
      </table>
    </div>`;
  }

  #renderTotals(totals: Row): unknown {
    return html`<tfoot>
      <tr>
        ${this.columns.map((column, index) => this.#renderCell(column, totals, index))}
        ${this.rowOpen ? html`<td></td>` : nothing}
      </tr>
    </tfoot>`;
  }

  #renderCards(mobile: (row: Row) => unknown): unknown {
    return html`<ul class="cards" aria-label=${this.label || nothing}>
      ${repeat(
        this.#sorted,
        (row) => this.rowId(row),
        (row) =>
          html`<li ?data-open=${this.rowOpen} @click=${(event: MouseEvent) => this.#handleRowClick(event, row)}>
            <div class="content">${mobile(row)}</div>
            ${this.rowOpen ? this.#renderDrill(row, 'open') : nothing}
          </li>`,
      )}
    </ul>`;
  }

  protected override render(): unknown {
    const state = this.state === 'ready' && this.rows.length === 0 ? 'empty' : this.state;
    if (state !== 'ready') {
      return html`<mp-state .kind=${state} shape="table" .heading=${this.stateHeading} .text=${this.stateText} .code=${this.code}
        ><slot name="action" slot="action"></slot
      ></mp-state>`;
    }
    return this.narrow && this.mobile ? this.#renderCards(this.mobile) : this.#renderTable();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-table': MpTable;
  }
}
