/** A margin: sums that must come out, over axes of a dense table or over groups of any cells. */
export type Margin =
  /** Targets row-major over `axes`, in the order the axes are named; no axes: one target, the total. */
  | { readonly axes: readonly number[]; readonly targets: Float64Array }
  /** Group number of each cell, -1 for a cell in no group; one target per group. */
  | { readonly group: Int32Array; readonly targets: Float64Array };

/** A table to be fitted to several margins at once. */
export interface FitProblem {
  /** Sizes of the axes, row-major (last axis contiguous); one number: a plain list of cells. */
  readonly dims: readonly number[];
  /** Start values of at least 0, in any unit. A cell at 0 stays at 0. */
  readonly seed: Float64Array;
  readonly margins: readonly Margin[];
  /** 1: the cell is held at its seed value. */
  readonly fixed?: Uint8Array;
  /** Least and greatest value of each cell, kept by the fit and by the rounding. `upper` may be Infinity. */
  readonly lower?: Float64Array;
  readonly upper?: Float64Array;
}

/** One statement of a problem that may contradict others. */
export type Claim =
  | { readonly kind: 'target'; readonly margin: number; readonly group: number; readonly value: number }
  | { readonly kind: 'hold' | 'lower' | 'upper'; readonly cell: number; readonly value: number };

/** Claims that no table can meet together, though any of them could be dropped to let the others stand. */
export interface Contradiction {
  readonly claims: readonly Claim[];
  /** True when it is proven that no smaller set of claims contradicts itself. */
  readonly smallest: boolean;
}
