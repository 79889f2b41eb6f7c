/** The colours of one scheme, by role. Components name roles, never colours. */
export interface Palette {
  canvas: string;
  surface: string;
  raised: string;
  sunken: string;
  text: string;
  muted: string;
  border: string;
  'border-strong': string;
  accent: string;
  'on-accent': string;
  positive: string;
  'positive-soft': string;
  warning: string;
  'warning-soft': string;
  critical: string;
  'critical-soft': string;
  'on-critical': string;
  'neutral-soft': string;
  backdrop: string;
  shadow: string;
}

/** Ink on paper with a cool cast. */
export const light: Palette = {
  canvas: '#f5f6f8',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f0f2f5',
  text: '#18202c',
  muted: '#566173',
  border: '#e0e4ea',
  'border-strong': '#8690a0',
  accent: '#1d56b8',
  'on-accent': '#ffffff',
  positive: '#11693f',
  'positive-soft': '#e4f3ea',
  warning: '#825400',
  'warning-soft': '#fbf1db',
  critical: '#b0241c',
  'critical-soft': '#fcebe9',
  'on-critical': '#ffffff',
  'neutral-soft': '#edeff3',
  backdrop: '#10182466',
  shadow: '#10182429',
};

/** Night: surfaces rise by lightness, not by shadow. */
export const dark: Palette = {
  canvas: '#11151b',
  surface: '#191f27',
  raised: '#222a35',
  sunken: '#141920',
  text: '#e7ebf1',
  muted: '#a3aebd',
  border: '#2d3642',
  'border-strong': '#75808f',
  accent: '#8ab2f8',
  'on-accent': '#0b1a33',
  positive: '#63cd97',
  'positive-soft': '#16342a',
  warning: '#e6b65a',
  'warning-soft': '#382d15',
  critical: '#f79187',
  'critical-soft': '#432221',
  'on-critical': '#2c0805',
  'neutral-soft': '#262e39',
  backdrop: '#05080ca6',
  shadow: '#00000080',
};

/** Eight data colours that stay apart for colour-blind eyes, in the order charts take them. */
export const dataColours: Record<'light' | 'dark', readonly string[]> = {
  light: ['#2563c4', '#c8651b', '#13806b', '#8a4fb0', '#b83262', '#5d6c80', '#8f6a00', '#2a86ab'],
  dark: ['#78a9f7', '#f2a562', '#4fc8ad', '#c198e4', '#f287a5', '#a0aec0', '#dcbb52', '#80cbea'],
};
