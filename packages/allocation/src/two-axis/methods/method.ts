/** What a decomposition method answers: weights for the members that share a pool. */
import type { Fallback } from '../log.ts';

/** One place where a pool is divided: the leaf months of a plan, or the children of a node in one month. */
export interface Division {
  readonly axis: 'time' | 'organisation';
  /** Who shares: months on the time axis, nodes on the organisation. */
  readonly members: readonly string[];
  /** The fixed coordinate: the node whose months are divided, or the period in which nodes are. */
  readonly node: string;
  readonly period: string;
  /** The months of `period`; on the time axis the same as the members. */
  readonly months: readonly string[];
  /** Leaf nodes below a member; a leaf answers itself. On the time axis the leaf nodes below `node`. */
  leavesUnder(member: string): readonly string[];
}

/**
 * Weights in the order of the members. 0 says that there is nothing to get; null that the method knows nothing about the
 * member, whose cells then stay null.
 */
export type Weights = readonly (number | null)[];

/** A named way to weigh members. Pure: the same division always gets the same weights. */
export interface Method {
  /** Recorded with every number it made. */
  readonly name: string;
  weigh(division: Division): Weights;
  /** Amounts that members have before anything is divided; what is left of the pool then goes by weight. */
  reserve?(division: Division): readonly number[];
}

/** A fallback that was needed, and where. */
export interface FallbackNote {
  readonly node: string;
  readonly period: string;
  readonly method: string;
  readonly used: Fallback;
}
