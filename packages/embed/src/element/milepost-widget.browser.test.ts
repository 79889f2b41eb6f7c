import { expect, nextEvent } from '@milepost/testing/browser';
import { MilepostWidget } from './milepost-widget.ts';
import type { FrameMessage } from '../bridge/messages.ts';

if (!customElements.get('milepost-widget')) customElements.define('milepost-widget', MilepostWidget);

function make(attributes: Record<string, string>): MilepostWidget {
  const widget = document.createElement('milepost-widget') as MilepostWidget;
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  return widget;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const inside = (widget: MilepostWidget, selector: string): HTMLElement | null =>
  widget.shadowRoot?.querySelector(selector) ?? null;

afterEach(() => document.querySelectorAll('milepost-widget').forEach((widget) => widget.remove()));

describe('<milepost-widget>', () => {
  it('says what is missing, with a code and a retry', async () => {
    const widget = make({ plugin: 'kpi-scoring', lang: 'en' });
    const failed = nextEvent<CustomEvent<{ code: string }>>(widget, 'milepost-error');
    document.body.append(widget);
    expect((await failed).detail.code).to.equal('embed.attributes');
    expect(inside(widget, '[role=alert]')?.textContent).to.contain('The attribute plugin or widget is missing.');
    expect(inside(widget, 'button')?.textContent).to.equal('Try again');
  });

  it('says so when neither a token endpoint nor a function gives an assertion', async () => {
    const widget = make({ plugin: 'p', widget: 'w', mode: 'page', lang: 'en' });
    const failed = nextEvent<CustomEvent<{ code: string }>>(widget, 'milepost-error');
    document.body.append(widget);
    expect((await failed).detail.code).to.equal('embed.assertion');
  });

  it('refuses a configuration that is no object', async () => {
    const widget = make({ plugin: 'p', widget: 'w', config: '[1]', lang: 'en' });
    const failed = nextEvent<CustomEvent<{ code: string }>>(widget, 'milepost-error');
    document.body.append(widget);
    expect((await failed).detail.code).to.equal('embed.config');
  });

  it('keeps its frame in a sandbox and no secret in its address', async () => {
    const widget = make({ plugin: 'p', widget: 'w', account: 'a1', mode: 'frame' });
    widget.getAssertion = () => Promise.resolve('secret');
    document.body.append(widget);
    await wait(30);
    const frame = inside(widget, 'iframe') as HTMLIFrameElement;
    expect(frame.getAttribute('sandbox')).to.not.contain('allow-top-navigation');
    expect(frame.src).to.match(/\/embed\/frame#nonce=[0-9a-f]{32}&origin=http/);
    expect(frame.src).to.not.contain('secret');
  });

  it('listens to nobody but its own frame', async () => {
    const widget = make({ plugin: 'p', widget: 'w', mode: 'frame' });
    document.body.append(widget);
    await wait(30);
    const frame = inside(widget, 'iframe') as HTMLIFrameElement;
    const nonce = new URLSearchParams(new URL(frame.src).hash.slice(1)).get('nonce');
    // The right nonce and the right origin, but from this window.
    window.postMessage({ milepost: 'hello', nonce }, location.origin);
    const size: FrameMessage = { type: 'size', height: 900 };
    window.postMessage(size, location.origin);
    await wait(50);
    expect(frame.height).to.equal('160');
  });

  it('says which line is missing when the gateway refuses the frame to this page', async () => {
    const widget = make({ plugin: 'p', widget: 'w', mode: 'frame', lang: 'zh-CN' });
    document.body.append(widget);
    await wait(30);
    const frame = inside(widget, 'iframe') as HTMLIFrameElement;
    const nonce = new URLSearchParams(new URL(frame.src).hash.slice(1)).get('nonce');
    const failed = nextEvent<CustomEvent<{ code: string }>>(widget, 'milepost-error');
    // As the frame itself says it: from its own window.
    const script = `parent.postMessage({ milepost: 'refused', nonce: ${JSON.stringify(nonce)} }, '*')`;
    (frame.contentWindow as Window & { eval(code: string): void }).eval(script);
    expect((await failed).detail.code).to.equal('embed.origin');
    expect(inside(widget, '[role=alert]')?.textContent).to.contain(`"embed": { "origins": ["${location.origin}"] }`);
  });

  it('gives a frame that stays silent up', async () => {
    const widget = make({ plugin: 'p', widget: 'w', mode: 'frame', lang: 'en' });
    document.body.append(widget);
    const failed = new Promise<CustomEvent<{ code: string; message: string }>>((resolve) =>
      widget.addEventListener('milepost-error', (event) => resolve(event as CustomEvent<{ code: string; message: string }>)),
    );
    const { code, message } = (await failed).detail;
    expect(code).to.equal('gateway.unreachable');
    expect(message).to.contain(location.origin);
    expect(inside(widget, 'iframe')).to.equal(null);
  }).timeout(8000);

  it('starts every widget of the page anew when somebody signs out', async () => {
    const [first, gone] = [make({ plugin: 'p', widget: 'w', mode: 'frame' }), make({ plugin: 'p', widget: 'w', mode: 'frame' })];
    document.body.append(first, gone);
    await wait(30);
    const before = inside(first, 'iframe') as HTMLIFrameElement;
    gone.destroy();
    MilepostWidget.reset();
    expect(inside(first, 'iframe')).to.equal(null);
    await wait(30);
    const after = inside(first, 'iframe') as HTMLIFrameElement;
    expect(after.src).to.not.equal(before.src);
    expect(inside(gone, 'iframe')).to.equal(null);
  });

  it('survives being moved, and leaves nothing when it is gone', async () => {
    const widget = make({ plugin: 'p', widget: 'w', mode: 'frame' });
    document.body.append(widget);
    await wait(30);
    const frame = inside(widget, 'iframe');
    const parent = document.createElement('div');
    document.body.append(parent);
    parent.append(widget);
    await wait(200);
    expect(inside(widget, 'iframe')).to.equal(frame);
    parent.remove();
    await wait(200);
    expect(widget.shadowRoot?.childNodes.length).to.equal(0);
    expect(widget.shadowRoot?.adoptedStyleSheets.length).to.equal(0);
  });
});
