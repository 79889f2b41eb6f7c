/**
 * Writes src/icons/icon-paths.ts from lucide-static (ISC): every shape of an icon becomes one path string,
 * so that an icon costs its drawing and nothing else. Run it after changing the list: `node scripts/icons.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Our name → lucide's name. */
const icons = {
  target: 'target',
  route: 'route',
  score: 'gauge',
  checklist: 'list-checks',
  home: 'house',
  user: 'user',
  team: 'users',
  search: 'search',
  bell: 'bell',
  settings: 'settings',
  'chevron-down': 'chevron-down',
  'chevron-up': 'chevron-up',
  'chevron-left': 'chevron-left',
  'chevron-right': 'chevron-right',
  plus: 'plus',
  minus: 'minus',
  edit: 'pencil',
  lock: 'lock',
  unlock: 'lock-open',
  check: 'check',
  'check-circle': 'circle-check',
  warning: 'triangle-alert',
  error: 'circle-x',
  info: 'info',
  help: 'circle-question-mark',
  close: 'x',
  calendar: 'calendar',
  'map-pin': 'map-pin',
  map: 'map',
  phone: 'phone',
  clock: 'clock',
  'trend-up': 'trending-up',
  'trend-down': 'trending-down',
  'trend-flat': 'move-right',
  'arrow-up': 'arrow-up',
  'arrow-down': 'arrow-down',
  filter: 'list-filter',
  sort: 'arrow-up-down',
  download: 'download',
  upload: 'upload',
  undo: 'undo-2',
  redo: 'redo-2',
  drag: 'grip-vertical',
  more: 'ellipsis',
  external: 'external-link',
  language: 'languages',
  moon: 'moon',
  sun: 'sun',
  menu: 'menu',
  link: 'link',
  camera: 'camera',
  flag: 'flag',
  refresh: 'refresh-cw',
  trash: 'trash-2',
  table: 'table-2',
  chart: 'chart-column',
  eye: 'eye',
  'eye-off': 'eye-off',
  building: 'building-2',
  inbox: 'inbox',
  play: 'play',
  pause: 'pause',
  copy: 'copy',
  save: 'save',
  offline: 'cloud-off',
};

const number = (text) => Number(text ?? 0);
const fixed = (value) => String(Math.round(value * 1000) / 1000);

function circle(cx, cy, rx, ry) {
  return `M${fixed(cx - rx)} ${fixed(cy)}a${fixed(rx)} ${fixed(ry)} 0 1 0 ${fixed(2 * rx)} 0a${fixed(rx)} ${fixed(ry)} 0 1 0 ${fixed(-2 * rx)} 0`;
}

function rect({ x, y, width, height, rx }) {
  const [w, h, r] = [number(width), number(height), number(rx)];
  const corner = (dx, dy) => (r ? `a${r} ${r} 0 0 1 ${dx} ${dy}` : '');
  return `M${number(x) + r} ${number(y)}h${w - 2 * r}${corner(r, r)}v${h - 2 * r}${corner(-r, r)}h${2 * r - w}${corner(-r, -r)}v${2 * r - h}${corner(r, -r)}z`;
}

function path(tag, a) {
  if (tag === 'path') return a.d;
  if (tag === 'circle') return circle(number(a.cx), number(a.cy), number(a.r), number(a.r));
  if (tag === 'ellipse') return circle(number(a.cx), number(a.cy), number(a.rx), number(a.ry));
  if (tag === 'line') return `M${a.x1} ${a.y1}L${a.x2} ${a.y2}`;
  if (tag === 'rect') return rect(a);
  if (tag === 'polyline' || tag === 'polygon') return `M${a.points.trim().replaceAll(',', ' ')}${tag === 'polygon' ? 'z' : ''}`;
  throw new Error(`Cannot turn <${tag}> into a path`);
}

/**
 * A path after another starts where that one ended, so a leading relative move becomes absolute; the pairs after it
 * were relative lines and stay so.
 */
function startAbsolute(d) {
  const [all, x, y, rest] = /^m\s*(-?(?:\d+(?:\.\d+)?|\.\d+))[\s,]*(-?(?:\d+(?:\.\d+)?|\.\d+))([\s\S]*)$/.exec(d) ?? [];
  if (!all) return d;
  return `M${x} ${y}${/^[\s,]*[-.\d]/.test(rest) ? 'l' : ''}${rest.trimStart()}`;
}

function read(name) {
  const svg = readFileSync(fileURLToPath(import.meta.resolve(`lucide-static/icons/${name}.svg`)), 'utf8');
  const body = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1);
  return [...body.matchAll(/<(\w+)([^>]*?)\/?>/g)]
    .map(([, tag, text]) => path(tag, Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v]))))
    .map(startAbsolute)
    .join('');
}

const lines = Object.entries(icons).map(
  ([ours, theirs]) => `  ${/^\w+$/.test(ours) ? ours : `'${ours}'`}:\n    '${read(theirs)}',`,
);
const text = `/**
 * Icon drawings on a 24 × 24 grid, to be stroked. Written by scripts/icons.mjs from Lucide.
 * Lucide: ISC License, Copyright (c) Lucide Icons and Contributors; parts Copyright (c) Cole Bemis (Feather, MIT).
 */
// prettier-ignore
export const iconPaths = {
${lines.join('\n')}
} as const;

/** A name of an icon of the set. */
export type IconName = keyof typeof iconPaths;
`;
writeFileSync(new URL('../src/icons/icon-paths.ts', import.meta.url), text);
