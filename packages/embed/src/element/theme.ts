import type { ThemeTokens } from '../bridge/messages.ts';

/** The tokens that a page may set for a frame; in-page widgets inherit every `--mp-*` by themselves. */
const names = [
  ...[
    'canvas',
    'surface',
    'raised',
    'sunken',
    'text',
    'muted',
    'border',
    'border-strong',
    'accent',
    'on-accent',
    'positive',
    'warning',
    'critical',
  ].map((role) => `--mp-color-${role}`),
  '--mp-font-family',
  '--mp-font-size',
  '--mp-radius',
  '--mp-radius-small',
  '--mp-row-height',
  '--mp-control-height',
];

const night = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark: the attribute, else what the page's own `color-scheme` comes to. */
export function schemeOf(element: HTMLElement): 'light' | 'dark' {
  const wanted = element.getAttribute('theme');
  if (wanted === 'light' || wanted === 'dark') return wanted;
  const page = getComputedStyle(element).colorScheme;
  if (page.includes('dark')) return page.includes('light') && !night.matches ? 'light' : 'dark';
  return 'light';
}

/** The scheme and the tokens that the page sets around an element. */
export function themeOf(element: HTMLElement): ThemeTokens {
  const style = getComputedStyle(element);
  const tokens: Record<string, string> = {};
  for (const name of names) {
    const value = style.getPropertyValue(name).trim();
    if (value && value.length <= 300 && !/[{};]|url\(/i.test(value)) tokens[name] = value;
  }
  return { scheme: schemeOf(element), tokens };
}

/** Calls back when the page may have changed its theme: a class or style on its root elements, or the system's scheme. */
export function watchTheme(change: () => void): () => void {
  const observer = new MutationObserver(change);
  for (const root of [document.documentElement, document.body]) {
    observer.observe(root, { attributes: true, attributeFilter: ['class', 'style', 'data-theme', 'data-mode'] });
  }
  night.addEventListener('change', change);
  return () => {
    observer.disconnect();
    night.removeEventListener('change', change);
  };
}
