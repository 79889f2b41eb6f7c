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
const inside = (widget: MilepostWidget, selector: string): HTMLElement | null => widget.shadowRoot?.querySelector(selector) ?? null;

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
    expect(frame.src).to.match(/\/embed\/frame#nonce=[0-9a-f-]{36}&origin=http/);
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
