import { unsafeCSS } from 'lit';
import {
  coarseDeclarations,
  colourDeclarations,
  commonDeclarations,
  redUpDeclarations,
  stillDeclarations,
} from './declarations.ts';
import type { CSSResult } from 'lit';
import type { Declaration } from './declarations.ts';

/** What a host may set. Everything has a default; a plain scheme name stands for `{scheme}`. */
export interface ThemeOptions {
  /** `auto` follows the system. */
  scheme?: 'light' | 'dark' | 'auto';
  /** Writes growth in red and decline in green, as Chinese markets do. */
  redUp?: boolean;
  /** Own values, by token: `{'--mp-color-accent': '#7a2ea0'}`. */
  overrides?: Record<`--mp-${string}`, string>;
}

/** A scheme by name, or a theme in full. */
export type Theme = ThemeOptions | 'light' | 'dark' | 'auto';

/** Media queries for which a list of declarations holds. */
const coarse = '(pointer: coarse), (max-width: 599px)';
const still = '(prefers-reduced-motion: reduce)';
const night = '(prefers-color-scheme: dark)';

function block(selector: string, declarations: readonly Declaration[], extra = ''): string {
  return `${selector}{${extra}${declarations.map(([name, value]) => `${name}:${value};`).join('')}}`;
}

function media(query: string, rule: string): string {
  return `@media ${query}{${rule}}`;
}

/**
 * The style sheet text of a theme. `inherited` names tokens that the surroundings already set: they are left out,
 * so that a page's own value flows in.
 */
export function themeSheet(selector: string, theme: Theme = 'auto', inherited: ReadonlySet<string> = new Set()): string {
  const { scheme = 'auto', redUp = false, overrides = {} } = typeof theme === 'string' ? { scheme: theme } : theme;
  const own = (declarations: readonly Declaration[]) => declarations.filter(([name]) => !inherited.has(name));
  const base = scheme === 'dark' ? 'dark' : 'light';
  const rules = [
    block(selector, own([...colourDeclarations(base), ...commonDeclarations]), `color-scheme:${base};`),
    scheme === 'auto' ? media(night, block(selector, own(colourDeclarations('dark')), 'color-scheme:dark;')) : '',
    media(coarse, block(selector, own(coarseDeclarations))),
    media(still, block(selector, stillDeclarations)),
    redUp ? block(selector, own(redUpDeclarations)) : '',
    block(selector, Object.entries(overrides) as Declaration[]),
  ];
  return rules.join('\n');
}

/** The tokens as a sheet for a document or a shadow root that never changes its theme: light or dark as the system says. */
export const tokens: CSSResult = unsafeCSS(themeSheet(':root, :host', 'auto'));

const sheets = new WeakMap<Document | ShadowRoot, CSSStyleSheet>();

/** The tokens that the page around a shadow host sets itself. */
function inheritedTokens(root: Document | ShadowRoot): Set<string> {
  const parent = root instanceof ShadowRoot ? (root.host.parentElement ?? undefined) : undefined;
  if (!parent) return new Set();
  const around = getComputedStyle(parent);
  const names = [...colourDeclarations('light'), ...commonDeclarations].map(([name]) => name);
  return new Set(names.filter((name) => around.getPropertyValue(name) !== ''));
}

/**
 * Puts the tokens on a document (`:root`) or on the host of a shadow root (`:host`) and nowhere else. Calling it
 * again changes the theme in place. On a shadow host, tokens that the page around it already sets are inherited,
 * and rules of the page for the host element win. Answers a function that takes the tokens away.
 */
export function applyTokens(root: Document | ShadowRoot, theme: Theme = 'auto'): () => void {
  let sheet = sheets.get(root);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheets.set(root, sheet);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
  sheet.replaceSync(themeSheet(root instanceof ShadowRoot ? ':host' : ':root', theme, inheritedTokens(root)));
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    sheets.delete(root);
  };
}
