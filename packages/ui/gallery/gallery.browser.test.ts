import { expect, expectAccessible, fixture, settled } from '@milepost/testing/browser';
import { html } from 'lit';
import { applyTokens, ensureElements, setUiLocale, uiElements } from '../src/index.ts';
import { MpGallery } from './gallery.ts';

before(async () => {
  await ensureElements(Object.keys(uiElements));
  customElements.define('mp-gallery', MpGallery);
});

after(() => {
  applyTokens(document, 'light');
  setUiLocale('zh-CN');
  document.documentElement.lang = 'zh-CN';
});

afterEach(() => document.documentElement.style.removeProperty('font-size'));

async function mount(theme: 'light' | 'dark', language: 'zh-CN' | 'en', width = 1000): Promise<MpGallery> {
  const frame = await fixture<HTMLElement>(html`<div></div>`);
  frame.style.width = `${width}px`;
  frame.style.background = 'var(--mp-color-canvas)';
  const gallery = Object.assign(document.createElement('mp-gallery') as MpGallery, { theme, language });
  frame.append(gallery);
  await settled(gallery);
  for (const child of gallery.shadowRoot!.querySelectorAll('*')) await settled(child);
  await new Promise((resolve) => setTimeout(resolve, 350));
  return gallery;
}

/** Every element below, through shadow roots. */
function* deep(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* deep(element.shadowRoot);
  }
}

describe('the gallery', () => {
  it('shows every element of the design system', async () => {
    const gallery = await mount('light', 'zh-CN');
    const shown = new Set([...deep(gallery.shadowRoot!)].map(({ localName }) => localName));
    const missing = Object.keys(uiElements).filter((tag) => !shown.has(tag));
    expect(missing).to.deep.equal([]);
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const language of ['zh-CN', 'en'] as const) {
      it(`is accessible in ${theme} and ${language}`, async () => {
        await expectAccessible(await mount(theme, language));
      }).timeout(20_000);
    }
  }

  it('stays within a phone with text of twice the size', async () => {
    document.documentElement.style.fontSize = '32px';
    const gallery = await mount('light', 'zh-CN', 360);
    const frame = gallery.parentElement!;
    const scrolls = (element: Element) => {
      for (
        let node: Node | null = element;
        node && node !== gallery;
        node = node.parentNode ?? (node as ShadowRoot).host ?? null
      ) {
        if (node instanceof Element && getComputedStyle(node).overflowX !== 'visible') return true;
      }
      return false;
    };
    const right = frame.getBoundingClientRect().right + 1;
    const outside = [...deep(gallery.shadowRoot!)].filter(
      (element) => element.getBoundingClientRect().right > right && !scrolls(element) && element.checkVisibility(),
    );
    expect(
      outside.map((element) => `${(element.getRootNode() as ShadowRoot).host.localName} ${element.outerHTML.slice(0, 80)}`),
    ).to.deep.equal([]);
  });
});
