import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';
import { iconPaths } from '../icons/icon-paths.ts';
import type { IconName } from '../icons/icon-paths.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Web Awesome's names where ours differ. */
const ours: Record<string, IconName> = {
  xmark: 'close',
  'circle-xmark': 'close',
  'magnifying-glass': 'search',
  'eye-slash': 'eye-off',
  indeterminate: 'minus',
  ellipsis: 'more',
};

/** Fills Web Awesome's empty drawing with our path; called at each render, so it changes only what differs. */
function draw(drawing: SVGElement, name: string): void {
  const d = iconPaths[(ours[name] ?? name) as IconName] as string | undefined;
  let path = drawing.querySelector('path');
  if (!d) {
    path?.remove();
    return;
  }
  if (!path) {
    path = document.createElementNS(SVG, 'path');
    drawing.append(path);
  }
  const attributes = {
    d,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  drawing.setAttribute('viewBox', '0 0 24 24');
  for (const [key, value] of Object.entries(attributes)) if (path.getAttribute(key) !== value) path.setAttribute(key, value);
}

/**
 * Makes `wa-icon` draw our icons. By itself it fetches a file and parses it as HTML: network, and a Trusted Types sink.
 * A sprite sheet library does neither; its drawing is then filled node by node.
 */
export function installIcons(): void {
  for (const library of ['system', 'default']) {
    registerIconLibrary(library, {
      spriteSheet: true,
      resolver: (name) => `#${name}`,
      mutator: (drawing, host) => draw(drawing, host?.name ?? ''),
    });
  }
}
