import { css, html, svg } from 'lit';
import { property } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { linePath } from './scale.ts';

const WIDTH = 96;
const HEIGHT = 24;

/**
 * @summary A line without axes beside a figure, ending in a dot. `label` says what it shows.
 */
export class MpSparkline extends MpElement {
  static override styles = css`
    :host {
      display: inline-block;
      color: var(--mp-color-data-1);
    }
    svg {
      display: block;
      inline-size: 96px;
      max-inline-size: 100%;
      block-size: 24px;
      overflow: visible;
    }
    path {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linejoin: round;
      stroke-linecap: round;
    }
    circle {
      fill: currentColor;
    }
  `;

  @property({ attribute: false }) values: readonly (number | null)[] = [];
  /** `近十二个月，由 62% 升到 71%`. */
  @property() label = '';

  protected override render(): unknown {
    const known = this.values.filter((value): value is number => value !== null);
    const [low, high] = [Math.min(...known), Math.max(...known)];
    const span = high - low || 1;
    const points = this.values.map((value, index) =>
      value === null
        ? undefined
        : {
            x: 2 + (index / Math.max(1, this.values.length - 1)) * (WIDTH - 6),
            y: HEIGHT - 3 - ((value - low) / span) * (HEIGHT - 6),
          },
    );
    const last = points.findLast((point) => point !== undefined);
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${this.label || this.words.actual}>
      ${svg`<path d=${linePath(points)}></path>${last ? svg`<circle cx=${last.x} cy=${last.y} r="2.5"></circle>` : ''}`}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-sparkline': MpSparkline;
  }
}
