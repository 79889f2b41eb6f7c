import type { Author } from '@milepost/allocation';
import type { NodePeriod } from '@milepost/allocation/records';

/** Weights of leaf nodes by month. */
export type SpreadWeights = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** How a value entered high up reaches the cells below. */
export type PlanSpread =
  | { readonly method: 'proportional' }
  | { readonly method: 'even' }
  /** A month without a weight counts as 0. */
  | { readonly method: 'weights'; readonly weights: SpreadWeights };

/** A change that the page asks for, as a draft keeps it. */
export type PlanEdit = NodePeriod &
  Author &
  (
    | { readonly kind: 'set'; readonly value: number; readonly spread?: PlanSpread }
    | { readonly kind: 'clear' }
    | { readonly kind: 'hold' }
    | { readonly kind: 'release' }
  );

/** A cell that a change moves. */
export interface PlanChange extends NodePeriod {
  readonly before: number | null;
  readonly after: number | null;
  /** Whether the value is entered here rather than summed from below. */
  readonly leaf: boolean;
}

/** Why a change cannot be, with the held cells that stand against it. */
export interface Refused {
  readonly ok: false;
  readonly code: string;
  readonly conflicts: readonly (NodePeriod & {
    readonly held: number | null;
    /** What the cell would have to be if it alone gave way. */
    readonly needed: number | null;
  })[];
}

/** What a change would do: every cell of every level that it moves, parents first. */
export type Preview = { readonly ok: true; readonly changes: readonly PlanChange[] } | Refused;
