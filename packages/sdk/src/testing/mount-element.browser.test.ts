/// <reference types="mocha" />
import { expect, expectAccessible } from '@milepost/testing/browser';
import { HostController, LitElement, html, property } from '../index.ts';
import type { ElementContext, PluginHost } from '../index.ts';
import { createTestHost, mountElement } from './index.ts';

class Greeting extends LitElement {
  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) config: Readonly<Record<string, unknown>> = {};
  @property({ attribute: false }) context: ElementContext = { place: '' };
  readonly watch = new HostController(this, () => this.host);

  protected override render(): unknown {
    return html`<p>${this.host.i18n.t('hello', { name: String(this.config['name']) })} @ ${this.context.place}</p>`;
  }
}

describe('mountElement', () => {
  it('sets the three properties before the first render and leaves no listener behind', async () => {
    const test = createTestHost({ messages: { 'zh-CN': { hello: '你好，{name}' }, en: { hello: 'Hello, {name}' } } });
    const mounted = await mountElement(Greeting, test.host, { place: 'home/rep/v1' }, { name: '李雷' });
    expect(mounted.element.shadowRoot?.textContent).to.equal('你好，李雷 @ home/rep/v1');
    test.setLocale('en');
    await mounted.settled();
    expect(mounted.element.shadowRoot?.textContent).to.contain('Hello, 李雷');
    await expectAccessible(mounted.element);
    mounted.unmount();
    expect(test.listeners).to.equal(0);
  });
});
