/** The languages the design system speaks. */
export type UiLocale = 'zh-CN' | 'en';

/** Stands for "no value", which is not zero. */
export const NO_VALUE = '—';

/** A minus as wide as a plus, so that figures stay in their columns. */
export const MINUS = '\u2212';

/** Between Chinese and Latin, and between a figure and its unit. */
export const THIN_SPACE = '\u2009';
