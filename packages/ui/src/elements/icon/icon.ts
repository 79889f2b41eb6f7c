import { css } from 'lit';
import { property } from 'lit/decorators.js';
import { MpElement } from '../../base/mp-element.ts';
import { icon, iconStyles } from '../../icons/icon.ts';
import { iconPaths } from '../../icons/icon-paths.ts';
import type { PropertyValues } from 'lit';
import type { IconName } from '../../icons/icon-paths.ts';

/**
 * @summary An icon of the set, as large as the text and in its colour.
 * @csspart svg - The drawing.
 */
export class MpIcon extends MpElement {
  static override styles = [
    iconStyles,
    css`
      :host {
        display: inline-flex;
        vertical-align: -0.2em;
      }
      .mp-icon {
        vertical-align: 0;
      }
    `,
  ];

  /** The icon's name; nothing is drawn for a name that is not in the set. */
  @property({ reflect: true }) name: IconName | '' = '';

  /** What it says to a screen reader; without it the icon is decoration. */
  @property() label = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('label')) return;
    if (this.label) {
      this.setAttribute('role', 'img');
      this.setAttribute('aria-label', this.label);
      this.removeAttribute('aria-hidden');
    } else {
      this.removeAttribute('role');
      this.removeAttribute('aria-label');
      this.setAttribute('aria-hidden', 'true');
    }
  }

  protected override render(): unknown {
    return this.name in iconPaths ? icon(this.name as IconName) : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mp-icon': MpIcon;
  }
}
