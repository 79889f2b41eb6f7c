import { html, nothing, svg } from 'lit';
import { property, state } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { styled } from '../../base/styled.ts';
import { formatMoneyExact } from '../../format/money.ts';
import { icon, iconStyles } from '../../icons/icon.ts';
import { getUiLocale } from '../../locale/ui-locale.ts';
import { baseStyles } from '../../tokens/shared-styles.ts';
import { buttonStyles } from '../button/button.styles.ts';
import { cellText } from '../table/cells.ts';
import { chartStyles } from './chart.styles.ts';
import { layout } from './layout.ts';
import { linePath, spreadLabels } from './scale.ts';
import type { MoneyUnit } from '../../format/money.ts';
import type { CellFormat, TableColumn } from '../table/types.ts';
import type { Layout } from './layout.ts';
import type { ChartCategory, ChartKind, ChartSeries, ChartTarget } from './types.ts';

/**
 * @summary Lines or columns over categories, with a thin target line and a dashed forecast. The heading says the finding.
 *   Hover, tap, or focus and arrow keys give exact numbers; a button shows the table behind it.
 */
export class MpChart extends MpElement {
  static override styles = [baseStyles, iconStyles, buttonStyles, chartStyles];

  /** The finding: `回款连续三个月低于目标`. */
  @property() heading = '';
  /** What the values are, with their unit: `回款（万元）`. */
  @property({ attribute: 'value-label' }) valueLabel = '';
  @property() kind: ChartKind = 'line';
  @property({ attribute: false }) categories: readonly ChartCategory[] = [];
  @property({ attribute: false }) series: readonly ChartSeries[] = [];
  @property({ attribute: false }) target: ChartTarget | undefined;
  @property() format: CellFormat = 'number';
  @property() unit: MoneyUnit = 'wan';
  @property({ type: Number }) decimals: number | undefined;
  /** Height of the plot in CSS pixels. */
  @property({ type: Number }) height = 220;

  @state() private width = 0;
  @state() private pointed: number | undefined;
  @state() private asTable = false;
  #observer: ResizeObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => (this.width = entry?.contentRect.width ?? 0));
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  #text(value: number | null | undefined, decimals = this.decimals): string {
    const column: TableColumn<never> = { key: '', label: '', format: this.format, unit: this.unit, decimals };
    return cellText(column, value ?? null, getUiLocale());
  }

  #exact(value: number | null | undefined): string {
    return this.format === 'money' ? formatMoneyExact(value, { locale: getUiLocale() }) : this.#text(value);
  }

  #colour(series: ChartSeries, index: number): string {
    return `s${series.colour ?? (index % 8) + 1}`;
  }

  #point(index: number): void {
    this.pointed = Math.max(0, Math.min(this.categories.length - 1, index));
  }

  #handlePointer(event: PointerEvent, place: Layout): void {
    const { left } = (event.currentTarget as Element).getBoundingClientRect();
    this.#point(Math.floor((event.clientX - left - place.left) / place.step));
  }

  #handleKey(event: KeyboardEvent): void {
    const last = this.categories.length - 1;
    const now = this.pointed ?? -1;
    const moves: Record<string, number> = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: last };
    const next = moves[event.key];
    if (event.key === 'Escape' && this.pointed !== undefined) this.pointed = undefined;
    else if (next === undefined) return;
    else this.#point(next);
    event.preventDefault();
  }

  /** The value in words, for the tooltip and for screen readers alike. */
  #facts(index: number): { name: string; text: string; colour: string }[] {
    const facts = this.series.map((series, position) => ({
      name:
        series.forecastFrom !== undefined && index >= series.forecastFrom
          ? `${series.label}（${this.words.forecast}）`
          : series.label,
      text: this.#exact(series.values[index]),
      colour: this.#colour(series, position),
    }));
    return this.target
      ? [...facts, { name: this.target.label, text: this.#exact(this.target.values[index]), colour: '' }]
      : facts;
  }

  #renderAxes(place: Layout): unknown {
    const every = Math.max(1, Math.ceil(52 / place.step));
    return svg`
      ${place.scale.ticks.map((tick) => {
        const y = place.y(tick);
        return svg`<line class="grid ${tick === 0 ? 'zero' : ''}" x1=${place.left} x2=${place.right} y1=${y} y2=${y}></line>
          <text x=${place.left - 8} y=${y + 4} text-anchor="end">${this.#text(tick, this.format === 'percent' ? 0 : tickDecimals(place.scale.ticks, this.format))}</text>`;
      })}
      ${this.categories.map((category, index) =>
        index % every === 0
          ? svg`<text x=${place.x(index)} y=${place.bottom + 18} text-anchor="middle">${category.label}</text>`
          : nothing,
      )}`;
  }

  #points(values: readonly (number | null)[], place: Layout): ({ x: number; y: number } | undefined)[] {
    return this.categories.map((_, index) => {
      const value = values[index];
      return value == null ? undefined : { x: place.x(index), y: place.y(value) };
    });
  }

  #renderBand(series: ChartSeries, place: Layout): unknown {
    if (!series.band) return nothing;
    const high = this.#points(series.band.high, place).filter((point) => point !== undefined);
    const low = this.#points(series.band.low, place)
      .filter((point) => point !== undefined)
      .reverse();
    return svg`<path class="band" d=${`${linePath([...high, ...low])}Z`}></path>`;
  }

  #renderLine(series: ChartSeries, index: number, place: Layout): unknown {
    const points = this.#points(series.values, place);
    const from = series.forecastFrom ?? points.length;
    // The forecast starts at the last real point, so that the line does not break between them.
    return svg`<g class=${this.#colour(series, index)}>
      ${this.#renderBand(series, place)}
      <path class="line" d=${linePath(points.slice(0, from))}></path>
      <path class="line forecast" d=${linePath(from < points.length ? points.slice(Math.max(0, from - 1)) : [])}></path>
    </g>`;
  }

  #renderColumns(columns: readonly { series: ChartSeries; index: number }[], place: Layout): unknown {
    const width = Math.min(36, (place.step * 0.66) / Math.max(1, columns.length));
    return columns.map(({ series, index }, position) => {
      const offset = (position - columns.length / 2) * width;
      return svg`<g class=${this.#colour(series, index)}>${this.categories.map((_, at) => {
        const value = series.values[at];
        if (value == null) return nothing;
        const [top, base] = [place.y(Math.max(0, value)), place.y(Math.min(0, value))];
        const forecast = series.forecastFrom !== undefined && at >= series.forecastFrom;
        return svg`<rect class="column ${forecast ? 'forecast' : ''}" x=${place.x(at) + offset + 1} y=${top} width=${Math.max(1, width - 2)} height=${Math.max(0.5, base - top)} rx="2"></rect>`;
      })}</g>`;
    });
  }

  /** Names at the ends of the lines, moved apart where they would overlap. */
  #renderEndLabels(lines: readonly { series: ChartSeries; index: number }[], place: Layout): unknown {
    const named = [
      ...lines.map(({ series, index }) => ({
        label: series.label,
        values: series.values,
        colour: this.#colour(series, index),
      })),
      ...(this.target ? [{ label: this.target.label, values: this.target.values, colour: '' }] : []),
    ];
    const heights = named.map(({ values }) => place.y(values.findLast((value) => value != null) ?? 0));
    const spread = spreadLabels(heights, 16, place.bottom);
    return named.map(
      ({ label, colour }, index) =>
        svg`<text class="end ${colour}" x=${place.right + 8} y=${(spread[index] ?? 0) + 4}>${label}</text>`,
    );
  }

  #renderPlot(): unknown {
    const withKind = this.series.map((series, index) => ({ series, index, kind: series.kind ?? this.kind }));
    const lines = withKind.filter(({ kind }) => kind === 'line');
    const columns = withKind.filter(({ kind }) => kind === 'column');
    const endLabels =
      lines.length > 0 || this.target ? [...lines.map(({ series }) => series.label), this.target?.label ?? ''] : [];
    const place = layout({
      width: this.width,
      height: this.height,
      count: this.categories.length,
      series: this.series,
      target: this.target,
      endLabels,
    });
    const { pointed } = this;
    return html`<div
      class="plot"
      tabindex="0"
      role="group"
      aria-roledescription="chart"
      aria-label="${this.heading} ${this.valueLabel}"
      ${styled({ '--height': `${this.height}px` })}
      @pointermove=${(event: PointerEvent) => this.#handlePointer(event, place)}
      @pointerdown=${(event: PointerEvent) => this.#handlePointer(event, place)}
      @pointerleave=${() => (this.pointed = undefined)}
      @blur=${() => (this.pointed = undefined)}
      @keydown=${this.#handleKey}
    >
      <svg class="canvas" aria-hidden="true">
        ${this.#renderAxes(place)}${this.#renderColumns(columns, place)}
        ${pointed === undefined ? nothing : svg`<line class="cursor" x1=${place.x(pointed)} x2=${place.x(pointed)} y1=${place.top} y2=${place.bottom}></line>`}
        ${this.target ? svg`<path class="target" d=${linePath(this.#points(this.target.values, place))}></path>` : nothing}
        ${lines.map(({ series, index }) => this.#renderLine(series, index, place))}
        ${pointed === undefined ? nothing : lines.map(({ series, index }) => this.#renderDot(series, index, pointed, place))}
        ${this.#renderEndLabels(lines, place)}
      </svg>
      ${pointed === undefined ? nothing : this.#renderTip(pointed, place)}
    </div>`;
  }

  #renderDot(series: ChartSeries, index: number, at: number, place: Layout): unknown {
    const value = series.values[at];
    return value == null
      ? nothing
      : svg`<circle class="dot ${this.#colour(series, index)}" cx=${place.x(at)} cy=${place.y(value)} r="4"></circle>`;
  }

  #renderTip(index: number, place: Layout): unknown {
    const category = this.categories[index];
    const x = place.x(index);
    return html`<div class="tip ${x > this.width / 2 ? 'left' : 'right'}" role="status" ${styled({ '--x': `${x}px` })}>
      <p class="mp-strong">${category?.title ?? category?.label}</p>
      <dl>
        ${this.#facts(index).map(
          (fact) =>
            html`<span class="swatch ${fact.colour}"></span>
              <dt>${fact.name}</dt>
              <dd>${fact.text}</dd>`,
        )}
      </dl>
    </div>`;
  }

  /** Columns have no end to write a name at. */
  #renderKey(): unknown {
    const columns = this.series
      .map((series, index) => ({ series, index }))
      .filter(({ series }) => (series.kind ?? this.kind) === 'column');
    const name = this.valueLabel ? html`<span>${this.valueLabel}</span>` : nothing;
    if (columns.length < 2) return html`<div class="key">${name}</div>`;
    return html`<div class="key">
      ${name}${columns.map(({ series, index }) => html`<span><i class="swatch ${this.#colour(series, index)}"></i>${series.label}</span>`)}
    </div>`;
  }

  #renderTable(): unknown {
    const heads = [...this.series.map((series) => series.label), ...(this.target ? [this.target.label] : [])];
    return html`<div
      class="scroll"
      tabindex="0"
      role="region"
      aria-label=${this.heading}
      ${styled({ '--height': `${this.height}px` })}
    >
      <table>
        <caption class="mp-visually-hidden">
          ${this.heading} ${this.valueLabel}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="mp-visually-hidden">${this.valueLabel || this.heading}</span></th>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.categories.map(
            (category, index) =>
              html`<tr>
                <th scope="row">${category.title ?? category.label}</th>
                ${this.#facts(index).map((fact) => html`<td>${fact.text}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  protected override render(): unknown {
    const label = this.asTable ? this.words.showChart : this.words.showTable;
    return html`<div class="head">
        <h2>${this.heading}</h2>
        <button
          type="button"
          class="button icon-only"
          aria-label="${label}"
          title=${label}
          aria-pressed=${this.asTable ? 'true' : 'false'}
          @click=${() => (this.asTable = !this.asTable)}
        >
          ${icon(this.asTable ? 'chart' : 'table')}
        </button>
      </div>
      ${this.asTable ? this.#renderTable() : html`${this.#renderKey()}${this.width > 0 ? this.#renderPlot() : html`<div class="plot" ${styled({ '--height': `${this.height}px` })}></div>`}`}`;
  }
}

/** Decimals for axis figures: none unless the steps need them. Money steps are judged by the formatted unit's default. */
function tickDecimals(ticks: readonly number[], format: CellFormat): number {
  if (format === 'money') return 0;
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return step >= 1 || step === 0 ? 0 : Math.ceil(-Math.log10(step));
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-chart': MpChart;
  }
}
