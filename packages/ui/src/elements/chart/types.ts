/** One place on the category axis. */
export interface ChartCategory {
  key: string;
  /** Short, for the axis: `3月`. */
  label: string;
  /** In full, for the tooltip: `2026年3月2日 周一`. The label by default. */
  title?: string;
}

/** One row of values, one for each category; null leaves a gap. */
export interface ChartSeries {
  key: string;
  label: string;
  values: readonly (number | null)[];
  /** Index of the first forecast value: drawn dashed (lines) or hatched (columns) from there. */
  forecastFrom?: number;
  /** The forecast's band: low and high for each category. */
  band?: { low: readonly (number | null)[]; high: readonly (number | null)[] };
  /** Data colour 1 to 8; by order otherwise. */
  colour?: number;
  /** Another form than the chart's. */
  kind?: ChartKind;
}

export type ChartKind = 'line' | 'column';

/** A thin line to reach. */
export interface ChartTarget {
  label: string;
  values: readonly (number | null)[];
}
