import { css, html } from 'lit';
import { baseStyles, icon, iconStyles } from '@milepost/ui';
import { mayOpen, titleOf } from '../portal/navigation.ts';
import { nearestPages } from '../state/routes.ts';
import { Watch } from '../state/watch.ts';
import { PortalPageElement } from './page-element.ts';

/** @summary For an address that belongs to no page: what may have been meant. */
export class PortalNotFoundPage extends PortalPageElement {
  static override styles = [
    baseStyles,
    iconStyles,
    css`
      :host {
        display: block;
      }
      li a {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-block-size: 40px;
        color: var(--mp-color-accent);
      }
    `,
  ];

  readonly watch = new Watch(this, () => [this.shell.texts.locale, this.shell.router.place]);

  protected override render(): unknown {
    const { texts, router, portal } = this.shell;
    const pages = nearestPages(
      portal.portal.pages.filter((page) => mayOpen(this.shell, page)),
      router.place.current.pathname,
    );
    return html`<mp-page
      .heading=${texts.t('notFound.title')}
      .summary=${texts.t('notFound.text', { path: router.place.current.pathname })}
    >
      <p>${texts.t('notFound.near')}</p>
      <ul>
        ${pages.map((page) => html`<li><a href=${router.href({ page: page.id })}>${titleOf(this.shell, page)}${icon('chevron-right')}</a></li>`)}
      </ul>
    </mp-page>`;
  }
}
