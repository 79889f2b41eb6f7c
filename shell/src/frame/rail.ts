import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { baseStyles, icon, iconStyles } from '@milepost/ui';
import type { IconName } from '@milepost/ui';
import { brandMark } from './brand.ts';
import { activeItem, navigationOf } from '../portal/navigation.ts';
import { Watch } from '../state/watch.ts';
import type { NavigationItem } from '../portal/navigation.ts';
import type { Shell } from '../state/shell.ts';

/** @summary The navigation on a desk: icon and label, collapsible to icons. */
export class PortalRail extends LitElement {
  static override styles = [
    baseStyles,
    iconStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        block-size: 100%;
        padding: 10px 8px;
        gap: 2px;
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 10px;
        min-block-size: 36px;
        margin-block-end: 14px;
        padding: 0 8px;
        border-radius: var(--mp-radius);
        color: inherit;
        font-weight: var(--mp-weight-strong);
        text-decoration: none;
      }
      .brand svg {
        flex: none;
        inline-size: 24px;
        block-size: 24px;
        color: var(--mp-color-accent);
      }
      .label {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      nav {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: 2px;
      }
      .item {
        display: flex;
        align-items: center;
        gap: 12px;
        inline-size: 100%;
        min-block-size: 38px;
        padding: 0 10px;
        border: 0;
        border-radius: var(--mp-radius);
        background: none;
        color: var(--mp-color-muted);
        cursor: pointer;
        text-align: start;
        text-decoration: none;
      }
      .item .mp-icon {
        inline-size: 18px;
        block-size: 18px;
      }
      .item:hover {
        background: var(--mp-color-hover);
        color: var(--mp-color-text);
      }
      .item[aria-current] {
        background: var(--mp-color-accent-soft);
        color: var(--mp-color-accent);
        font-weight: var(--mp-weight-strong);
      }
      :host([collapsed]) .label {
        display: none;
      }
      :host([collapsed]) .item,
      :host([collapsed]) .brand {
        justify-content: center;
        padding: 0;
      }
    `,
  ];

  @property({ attribute: false }) shell!: Shell;
  /** Icons only; the choice is remembered. */
  @property({ type: Boolean, reflect: true }) collapsed = false;

  readonly watch = new Watch(this, () => [
    this.shell.texts.locale,
    this.shell.router.place,
    this.shell.router.scope,
    this.shell.preferences.value,
  ]);

  protected override willUpdate(): void {
    this.collapsed = this.shell.preferences.value.current.railCollapsed;
    document.documentElement.toggleAttribute('data-rail-collapsed', this.collapsed);
  }

  #renderItem(item: NavigationItem, active: NavigationItem | undefined): unknown {
    return html`<a
      class="item"
      href=${this.shell.router.href({ page: item.page.id })}
      aria-current=${item === active ? 'page' : nothing}
      aria-label=${this.collapsed ? item.label : nothing}
      title=${this.collapsed ? item.label : nothing}
      >${icon(item.icon as IconName)}<span class="label">${item.label}</span></a
    >`;
  }

  protected override render(): unknown {
    const { texts, router, preferences, portal } = this.shell;
    const items = navigationOf(this.shell);
    const active = activeItem(items, router.place.current.match?.page);
    const title = texts.words(portal.portal.title);
    const toggle = texts.t(this.collapsed ? 'frame.expand' : 'frame.collapse');
    return html`<a class="brand" href=${router.href({ page: items[0]?.page.id ?? 'home' })} aria-label=${title} title=${title}>
        ${brandMark}<span class="label">${title}</span>
      </a>
      <nav aria-label=${texts.t('frame.navigation')}>
        ${repeat(
          items,
          ({ page }) => page.id,
          (item) => this.#renderItem(item, active),
        )}
      </nav>
      <button
        class="item"
        type="button"
        aria-label=${toggle}
        title=${toggle}
        @click=${() => preferences.change({ railCollapsed: !this.collapsed })}
      >
        ${icon(this.collapsed ? 'chevron-right' : 'chevron-left')}<span class="label">${toggle}</span>
      </button>`;
  }
}
