import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles, icon, iconStyles } from '@milepost/ui';
import type { IconName } from '@milepost/ui';
import { activeItem, navigationOf } from '../portal/navigation.ts';
import { Watch } from '../state/watch.ts';
import type { NavigationItem } from '../portal/navigation.ts';
import type { PortalPopover } from './popover.ts';
import type { Shell } from '../state/shell.ts';

/** As many as a thumb can tell apart at 360 px. */
const MAX_ITEMS = 5;

/** @summary The navigation on a phone: at most five places in the thumb zone, the rest under 更多. */
export class PortalTabBar extends LitElement {
  static override styles = [
    baseStyles,
    iconStyles,
    css`
      :host {
        display: block;
      }
      nav {
        display: grid;
        grid-auto-columns: minmax(0, 1fr);
        grid-auto-flow: column;
        padding-block-end: env(safe-area-inset-bottom);
      }
      .item {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 2px;
        min-block-size: 54px;
        color: var(--mp-color-muted);
        font-size: 0.75rem;
        line-height: 1.3;
        text-decoration: none;
      }
      .item .mp-icon {
        inline-size: 21px;
        block-size: 21px;
      }
      .item[aria-current] {
        color: var(--mp-color-accent);
        font-weight: var(--mp-weight-strong);
      }
      .text {
        max-inline-size: 100%;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      portal-popover::part(trigger) {
        inline-size: 100%;
      }
      .rest {
        padding: 8px;
      }
      .rest a {
        display: flex;
        align-items: center;
        gap: 12px;
        min-block-size: 48px;
        padding: 0 12px;
        border-radius: var(--mp-radius);
        color: inherit;
        text-decoration: none;
      }
      .rest a[aria-current] {
        background: var(--mp-color-accent-soft);
        color: var(--mp-color-accent);
      }
    `,
  ];

  @property({ attribute: false }) shell!: Shell;

  readonly watch = new Watch(this, () => [this.shell.texts.locale, this.shell.router.place, this.shell.router.scope]);

  #renderItem(item: NavigationItem, active: NavigationItem | undefined, compact: boolean): unknown {
    return html`<a
      class=${compact ? 'item' : ''}
      href=${this.shell.router.href({ page: item.page.id })}
      aria-current=${item === active ? 'page' : nothing}
      @click=${this.#closeMore}
      >${icon(item.icon as IconName)}<span class="text">${item.label}</span></a
    >`;
  }

  #closeMore = (): void => {
    this.renderRoot.querySelector<PortalPopover>('portal-popover')?.hide({ refocus: false });
  };

  protected override render(): unknown {
    const { texts, router } = this.shell;
    const items = navigationOf(this.shell);
    const active = activeItem(items, router.place.current.match?.page);
    const first = items.length > MAX_ITEMS ? items.slice(0, MAX_ITEMS - 1) : items;
    const rest = items.slice(first.length);
    const more = texts.t('frame.more');
    return html`<nav aria-label=${texts.t('frame.navigation')}>
      ${first.map((item) => this.#renderItem(item, active, true))}
      ${
        rest.length > 0
          ? html`<portal-popover label=${more} stretch>
              <span slot="trigger" class="item" ?data-active=${active && rest.includes(active)}
                >${icon('more')}<span class="text">${more}</span></span
              >
              <div class="rest">${rest.map((item) => this.#renderItem(item, active, false))}</div>
            </portal-popover>`
          : nothing
      }
    </nav>`;
  }
}
