/// <reference types="mocha" />
import { expect, expectAccessible } from '@milepost/testing/browser';
import { defineSlotElement } from './slot-element.ts';
import type { SlotElement } from './slot-element.ts';
import { fixturePlugin, fixtureRuntime, fixtureVersion } from '../testing-runtime.ts';

describe('mp-slot', () => {
  it('fills itself with the widgets of its slot, beside its account, and empties itself when removed', async () => {
    defineSlotElement();
    const { runtime } = fixtureRuntime([
      fixturePlugin('good', fixtureVersion('good', '1.0.0', 'good')),
      fixturePlugin('newer', fixtureVersion('newer', '1.0.0', 'newer')),
    ]);
    const element = document.createElement('mp-slot') as SlotElement;
    Object.assign(element, { name: 'home/rep/v1', account: 'acc-1', runtime });
    document.body.append(element);
    await element.updateComplete;
    expect(element.getBoundingClientRect().height, 'room is kept before anything has loaded').to.be.greaterThan(89);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const shown = [...element.children].map((container) => container.firstElementChild);
    expect(shown.map((view) => view?.localName.split('-')[1])).to.deep.equal(['good', 'newer']);
    expect((shown[0] as unknown as { context: unknown }).context).to.deep.equal({ place: 'home/rep/v1', accountId: 'acc-1' });
    await expectAccessible(element);
    element.remove();
    expect(element.childElementCount).to.equal(0);
    expect((runtime.online as { readonly listeners?: number }).listeners).to.equal(0);
    await runtime.dispose();
  });
});
