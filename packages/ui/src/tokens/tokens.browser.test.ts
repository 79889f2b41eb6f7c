import { expect } from '@milepost/testing/browser';
import { applyTokens } from './tokens.ts';

const value = (element: Element, name: string) => getComputedStyle(element).getPropertyValue(name).trim();

describe('tokens on a shadow host of a foreign page', () => {
  let around: HTMLElement;
  let host: HTMLElement;
  let root: ShadowRoot;
  let undo: () => void;

  beforeEach(() => {
    around = document.createElement('div');
    host = document.createElement('div');
    around.append(host);
    document.body.append(around);
    root = host.attachShadow({ mode: 'open' });
    undo = () => undefined;
  });

  afterEach(() => {
    undo();
    around.remove();
  });

  it('are there with all that Web Awesome needs, and nowhere else', () => {
    undo = applyTokens(root, 'light');
    expect(value(host, '--mp-color-surface')).to.equal('#ffffff');
    expect(value(host, '--wa-color-surface-default')).to.equal('#ffffff');
    expect(value(document.documentElement, '--mp-color-surface')).to.equal('');
    expect(document.adoptedStyleSheets).to.have.length(0);
  });

  it("yield to the page's own values, set on the host or around it", () => {
    around.style.setProperty('--mp-color-accent', 'rgb(1, 2, 3)');
    host.style.setProperty('--mp-font-family', 'serif');
    undo = applyTokens(root, 'light');
    expect(value(host, '--mp-color-accent')).to.equal('rgb(1, 2, 3)');
    expect(value(host, '--wa-color-brand-fill-loud')).to.equal('rgb(1, 2, 3)');
    expect(value(host, '--wa-font-family-body')).to.equal('serif');
  });

  it('change with the theme and go when they are taken away', () => {
    undo = applyTokens(root, 'light');
    undo = applyTokens(root, { scheme: 'dark', redUp: true, overrides: { '--mp-radius': '0' } });
    expect(root.adoptedStyleSheets).to.have.length(1);
    expect(value(host, '--mp-color-surface')).to.equal('#191f27');
    expect(value(host, '--mp-color-up')).to.equal(value(host, '--mp-color-critical'));
    expect(value(host, '--mp-radius')).to.equal('0');
    undo();
    expect(value(host, '--mp-color-surface')).to.equal('');
  });
});
