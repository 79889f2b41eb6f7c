import { describe, expect, it } from 'vitest';
import { dark, dataColours, light } from './palette.ts';
import type { Palette } from './palette.ts';

/** WCAG 2.2 relative luminance of a #rrggbb colour. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['canvas', 'surface', 'raised', 'sunken', 'neutral-soft'] as const;
const inks = ['text', 'muted', 'accent', 'positive', 'warning', 'critical'] as const;

describe.each([
  ['light', light],
  ['dark', dark],
] as ['light' | 'dark', Palette][])('the %s palette', (name, palette) => {
  it('knows black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
  });

  it('reads at 4.5:1 on every ground', () => {
    const poor = grounds.flatMap((ground) =>
      inks.filter((ink) => contrast(palette[ink], palette[ground]) < 4.5).map((ink) => `${ink} on ${ground}`),
    );
    expect(poor).toEqual([]);
  });

  it('reads at 4.5:1 on its own tints and buttons', () => {
    for (const tone of ['positive', 'warning', 'critical'] as const)
      expect(contrast(palette[tone], palette[`${tone}-soft`])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette['on-accent'], palette.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette['on-critical'], palette.critical)).toBeGreaterThanOrEqual(4.5);
  });

  it('draws control borders and data at 3:1', () => {
    expect(contrast(palette['border-strong'], palette.surface)).toBeGreaterThanOrEqual(3);
    for (const colour of dataColours[name]) expect(contrast(colour, palette.surface)).toBeGreaterThanOrEqual(3);
  });
});
