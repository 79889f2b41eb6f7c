/** What a plan costs, as far as plans are compared: the first two counts come before the total. */
export interface PlanCost {
  readonly brokenPromises: number;
  readonly missedRequired: number;
  readonly total: number;
}

/** How far a search has come. */
export interface Progress {
  readonly iteration: number;
  /** Since the run began; null when no clock was given. */
  readonly seconds: number | null;
  /** Iterations since the best plan was found. */
  readonly sinceBetter: number;
  /** Cost of the best plan. */
  readonly cost: PlanCost;
}

/** Says whether to stop; asked between moves. */
export type Stop = (progress: Progress) => boolean;
