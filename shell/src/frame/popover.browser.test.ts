import { expect, expectAccessible, fixture, settled } from '@milepost/testing/browser';
import { tokens } from '@milepost/ui';
import { html } from 'lit';
import { PortalPopover } from './popover.ts';
import { define } from './define.ts';

define('portal-popover', PortalPopover);
document.adoptedStyleSheets = [tokens.styleSheet as CSSStyleSheet];

const template = html`<portal-popover label="期间：11月"
  ><span slot="trigger">11月</span><button autofocus>本月</button></portal-popover
>`;

describe('<portal-popover>', () => {
  it('moves the focus into the panel and back to its button on Esc', async () => {
    const popover = await fixture<PortalPopover>(template);
    await popover.show();
    expect(document.activeElement?.textContent).to.equal('本月');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await settled(popover);
    expect(popover.open).to.equal(false);
    expect(popover.shadowRoot?.activeElement?.className).to.equal('trigger');
  });

  it('closes on a click elsewhere and leaves no listener when it is removed open', async () => {
    const popover = await fixture<PortalPopover>(template);
    await popover.show();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(popover.open).to.equal(false);
    await popover.show();
    popover.remove();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(popover.open).to.equal(true);
  });

  it('says what it is and whether it is open', async () => {
    const popover = await fixture<PortalPopover>(template);
    await popover.show();
    await settled(popover);
    expect(popover.shadowRoot?.querySelector('.trigger')?.getAttribute('aria-expanded')).to.equal('true');
    await expectAccessible(popover);
  });
});
