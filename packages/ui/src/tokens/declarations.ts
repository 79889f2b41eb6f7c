import { dark, dataColours, light } from './palette.ts';
import { webAwesomeDeclarations } from './web-awesome.ts';

/** A custom property and its value. */
export type Declaration = readonly [name: `--${string}`, value: string];

/** Mixes the accent into the surface, so that an accent of the host page carries into its tints. */
const tint = (share: number) => `color-mix(in srgb, var(--mp-color-accent) ${share}%, var(--mp-color-surface))`;

/** The colours of a scheme, data colours included. */
export function colourDeclarations(scheme: 'light' | 'dark'): Declaration[] {
  const palette = scheme === 'dark' ? dark : light;
  return [
    ...Object.entries(palette).map(([role, colour]): Declaration => [`--mp-color-${role}`, colour]),
    ['--mp-color-accent-soft', tint(scheme === 'dark' ? 16 : 9)],
    ['--mp-color-hover', 'color-mix(in srgb, var(--mp-color-text) 5%, transparent)'],
    ['--mp-color-up', 'var(--mp-color-positive)'],
    ['--mp-color-down', 'var(--mp-color-critical)'],
    ...dataColours[scheme].map((colour, index): Declaration => [`--mp-color-data-${index + 1}`, colour]),
  ];
}

/** Everything that is the same in both schemes. */
export const commonDeclarations: readonly Declaration[] = [
  [
    '--mp-font-family',
    'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif',
  ],
  ['--mp-font-mono', 'ui-monospace, "SF Mono", Menlo, Consolas, monospace'],
  ['--mp-font-size', '0.875rem'],
  ['--mp-font-size-small', 'calc(var(--mp-font-size) * 0.857)'],
  ['--mp-font-size-large', 'calc(var(--mp-font-size) * 1.143)'],
  ['--mp-font-size-title', 'calc(var(--mp-font-size) * 1.429)'],
  ['--mp-font-size-figure', 'calc(var(--mp-font-size) * 1.857)'],
  ['--mp-line-height', '1.5'],
  ['--mp-weight-normal', '400'],
  ['--mp-weight-strong', '600'],
  ['--mp-space-1', '4px'],
  ['--mp-space-2', '8px'],
  ['--mp-space-3', '12px'],
  ['--mp-space-4', '16px'],
  ['--mp-space-5', '20px'],
  ['--mp-space-6', '24px'],
  ['--mp-space-8', '32px'],
  ['--mp-radius', '6px'],
  ['--mp-radius-small', '4px'],
  ['--mp-control-height', '36px'],
  ['--mp-row-height', '40px'],
  ['--mp-shadow', '0 1px 2px var(--mp-color-shadow), 0 8px 24px var(--mp-color-shadow)'],
  ['--mp-focus-ring', '2px solid var(--mp-color-accent)'],
  ['--mp-motion-fast', '120ms'],
  ['--mp-motion', '180ms'],
  ['--mp-ease', 'cubic-bezier(0.2, 0, 0, 1)'],
  ...webAwesomeDeclarations,
];

/** Phones and other coarse pointers: bigger type and targets a thumb can hit. */
export const coarseDeclarations: readonly Declaration[] = [
  ['--mp-font-size', '1rem'],
  ['--mp-control-height', '44px'],
  ['--mp-row-height', '48px'],
];

/** No movement for people who asked for none. */
export const stillDeclarations: readonly Declaration[] = [
  ['--mp-motion-fast', '0ms'],
  ['--mp-motion', '0ms'],
];

/** Red for up and green for down, as Chinese markets write it; the company decides. */
export const redUpDeclarations: readonly Declaration[] = [
  ['--mp-color-up', 'var(--mp-color-critical)'],
  ['--mp-color-down', 'var(--mp-color-positive)'],
];
