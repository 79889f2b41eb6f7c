import { expect } from '@milepost/testing/browser';
import type { CspReport } from './page.ts';

type Frame = Window & { report?: CspReport };

describe('under a strict Content Security Policy with Trusted Types', () => {
  let frame: HTMLIFrameElement;

  before(async function walk() {
    this.timeout(20_000);
    frame = document.createElement('iframe');
    frame.src = new URL('./page.html', import.meta.url).href;
    frame.width = '1000';
    frame.height = '700';
    document.body.append(frame);
    const view = frame.contentWindow as Frame;
    const until = Date.now() + 15_000;
    while (!view.report?.done && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  });

  after(() => frame.remove());

  it('every element renders and opens without a violation', () => {
    const { report } = frame.contentWindow as Frame;
    expect(report?.error).to.equal('');
    expect(report?.done).to.equal(true);
    expect(report?.violations).to.deep.equal([]);
  });

  it('is the policy it claims to be: HTML from text and inline styles are refused', async () => {
    const view = frame.contentWindow as Frame & typeof globalThis;
    expect(() => (view.document.body.innerHTML = '<b></b>')).to.throw(/TrustedHTML/);
    view.document.body.setAttribute('style', 'color: red');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(view.report?.violations.join()).to.contain('style-src');
  });

  it("Web Awesome's icons are drawn by us and nothing was fetched for them", () => {
    const view = frame.contentWindow as Frame & typeof globalThis;
    const icon = view.document.querySelector('wa-select')!.shadowRoot!.querySelector('wa-icon')!;
    expect(icon.shadowRoot!.querySelector('path')!.getAttribute('d')).to.equal('M6 9l6 6 6-6');
    const foreign = view.performance.getEntriesByType('resource').filter((entry) => !entry.name.startsWith(location.origin));
    expect(foreign.map((entry) => entry.name)).to.deep.equal([]);
    const fetched = view.performance
      .getEntriesByType('resource')
      .filter((entry) => (entry as PerformanceResourceTiming).initiatorType === 'fetch');
    expect(fetched).to.have.length(0);
  });
});
