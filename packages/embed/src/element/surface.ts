/** What the loader itself draws: the shape of what comes, an error with retry, the link into the portal. */
import { word } from './words.ts';

// What the page says about every element (`* { color: … }`) reaches the element itself and would be inherited from there:
// the places inside start from nothing, and take from the page only what its tokens (`--mp-*`) say.
const styles = `
:host { display: block; position: relative; min-block-size: 120px; contain: layout style; }
:host([hidden]) { display: none; }
.place, .notice, .foot { all: initial; display: block; color: var(--mp-color-text, CanvasText);
  font: var(--mp-font-size, 14px)/1.5 var(--mp-font-family, system-ui, sans-serif); }
.place[hidden] { display: none; }
iframe { display: block; inline-size: 100%; border: 0; background: transparent; color-scheme: normal; }
.wait { display: grid; gap: 12px; padding: 16px; }
.wait span { block-size: 14px; border-radius: 4px; background: currentColor; opacity: .09; }
.wait span:nth-child(1) { inline-size: 40%; } .wait span:nth-child(3) { inline-size: 70%; }
.error { padding: 16px; }
.error p { margin: 0 0 8px; white-space: pre-line; overflow-wrap: anywhere; }
.error code { opacity: .7; font-size: 12px; }
button, a { font: inherit; color: var(--mp-color-accent, LinkText); }
button { min-block-size: 36px; padding: 0 14px; border: 1px solid currentColor; border-radius: var(--mp-radius, 6px); background: none; cursor: pointer; }
.open { display: inline-block; padding: 6px 2px; font-size: 12px; text-decoration: none; }
.open:hover { text-decoration: underline; }
.foot { text-align: end; }
`;

let sheet: CSSStyleSheet | undefined;

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** The inside of a `<milepost-widget>`. */
export class Surface {
  readonly root: ShadowRoot;
  /** Where the widget or the frame goes. */
  readonly place = make('div', 'place');
  readonly #notice = make('div', 'notice');
  readonly #foot = make('div', 'foot');

  constructor(host: HTMLElement) {
    this.root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
    }
    this.root.adoptedStyleSheets = [sheet];
    this.root.replaceChildren(this.#notice, this.place, this.#foot);
  }

  /** Bars in the shape of a card. */
  showLoading(lang: string): void {
    const wait = make('div', 'wait');
    wait.setAttribute('role', 'status');
    wait.setAttribute('aria-label', word('loading', lang));
    wait.append(make('span', ''), make('span', ''), make('span', ''));
    this.#notice.replaceChildren(wait);
  }

  /** The widget is there. */
  showWidget(lang: string, href: string): void {
    this.#notice.replaceChildren();
    const link = make('a', 'open', `${word('open', lang)} ↗`);
    link.href = href;
    link.target = '_blank';
    link.rel = 'noopener';
    this.#foot.replaceChildren(link);
  }

  /** What happened, what is safe, retry, a code. */
  showError(lang: string, code: string, text: string, retry: () => void): void {
    const box = make('div', 'error');
    box.setAttribute('role', 'alert');
    const heading = make('p', '');
    heading.append(make('strong', '', word('failed', lang)));
    const button = make('button', '', word('retry', lang));
    button.type = 'button';
    button.addEventListener('click', retry);
    const last = make('p', '');
    last.append(make('code', '', code));
    box.append(heading, make('p', '', text), make('p', '', word('safe', lang)), button, last);
    this.#notice.replaceChildren(box);
    this.#foot.replaceChildren();
  }

  /** Takes everything away. */
  clear(): void {
    this.root.replaceChildren();
    this.root.adoptedStyleSheets = [];
  }
}
