import { css, svg, html } from 'lit';
import { iconPaths } from './icon-paths.ts';
import type { TemplateResult } from 'lit';
import type { IconName } from './icon-paths.ts';

/**
 * An icon as a template: decoration beside a word, hidden from screen readers. Needs {@link iconStyles}; use
 * `<mp-icon>` where there are none.
 */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="mp-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${svg`<path d=${iconPaths[name]}></path>`}
  </svg>`;
}

/** Drawn with a stroke in the colour of the text, as large as the text. */
export const iconStyles = css`
  .mp-icon {
    inline-size: 1.143em;
    block-size: 1.143em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.2em;
  }
`;
