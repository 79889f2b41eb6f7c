/**
 * Commitments and a total brought together: who committed keeps the word, 0 gets nothing, and what is left of the total goes
 * to the leaf cells nobody spoke for, in proportion to the plan. A commitment above others is a total of its own.
 */
import { layerError } from './layer-error.ts';
import { checkAmount } from '../exact.ts';
import { positionsOf } from '../grid.ts';
import { boxOf, boxValue, refOf } from '../plan.ts';
import { shareOut } from '../share/share-out.ts';
import { gather } from '../values.ts';
import { wideWithin } from './committed-in.ts';
import { mergePools } from './merge-pools.ts';
import { openWeights } from './open-weights.ts';
import { refuse } from './refusal.ts';
import { tieRanks } from './tie-ranks.ts';
import type { Fallback } from '../journal.ts';
import type { CellRef, Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { Commitments, WideCommitment } from './commitments.ts';
import type { MergePool } from './merge-pools.ts';

/**
 * Ways out of a contradiction. 'follow': the total becomes what people committed to. 'scale': commitments are changed in
 * proportion until they fit, the larger word before the smaller ones in it.
 */
export type CommitmentMergeChoice = 'follow' | 'scale';

/** What to merge. */
export interface CommitmentMergeInput {
  readonly at: CellRef['at'];
  /** Left out: the plan's value, 0 when there is none. */
  readonly total?: number;
  /** How contradictions are settled; left out: they are reported. */
  readonly choose?: CommitmentMergeChoice;
}

/** A contradiction between a total and the commitments below it. Data: serialises to JSON. */
export interface CommitmentConflict {
  readonly code: 'allocation.layers.commitment.above' | 'allocation.layers.commitment.nothingOpen';
  readonly cell: Required<CellRef>;
  readonly total: number;
  readonly committed: number;
  readonly choices: readonly CommitmentMergeChoice[];
  readonly texts: { readonly zh: string; readonly en: string };
}

/** A proposal: amounts for every leaf cell of the target. */
export interface CommitmentMergeProposal {
  readonly ok: true;
  readonly metric: number;
  readonly cell: Required<CellRef>;
  /** Sum of the amounts; another than was asked for when commitments were followed. */
  readonly total: number;
  /** Sum of the commitments as they stand in the proposal, and what the others share. */
  readonly kept: number;
  readonly remainder: number;
  readonly positions: Int32Array;
  /** NaN stays null: nobody spoke, nothing was planned, and others could take the remainder. */
  readonly amounts: Float64Array;
  /** Words that reach beyond the target: how much of them belongs to it is not known, so they were left out. */
  readonly beyond: readonly Required<CellRef>[];
  /** Rules that stepped in where the plan says nothing about the open cells. */
  readonly fallbacks: readonly Fallback[];
}

/** What `mergeCommitments` answers. */
export type CommitmentMergeResult =
  CommitmentMergeProposal | { readonly ok: false; readonly conflicts: readonly CommitmentConflict[] };

/** Merges the commitments within a cell. Throws for an unknown cell, or a total that is no amount of at least 0. */
export function mergeCommitments(plan: Plan, commitments: Commitments, input: CommitmentMergeInput): CommitmentMergeResult {
  const box = boxOf(plan, input.at);
  const { metric, leaves } = commitments;
  const asked = checkAmount(input.total ?? boxValue(plan, metric, box) ?? 0, 'total');
  if (asked < 0) throw layerError('allocation.layers.commitment.negative', asked, 'total');
  const positions = positionsOf(plan.grid, box);
  const words = gatherFrom(leaves, positions);
  const pools = mergePools(commitments, box, asked, positions);
  const totals = input.choose === 'follow' ? followed(pools, words) : pools.map(({ total }) => total);
  const conflicts = pools.flatMap((pool) => conflictOf(plan, metric, pool, totals, words, input.choose));
  if (conflicts.length > 0) return { ok: false, conflicts };

  const amounts = new Float64Array(positions.length).fill(NaN);
  const fallbacks = new Set<Fallback>();
  let remainder = 0;
  pools.forEach((pool, number) => {
    const ranks = (): Int32Array => ranksOfWords(plan, pool, pools, positions);
    const rest = keepWords(pool, totals, totals[number] as number, words, amounts, ranks);
    remainder += rest;
    const fallback = shareRest(plan, metric, positions, pool.open, rest, amounts);
    if (fallback !== null) fallbacks.add(fallback);
  });
  const total = totals[0] as number;
  const cell = refOf(plan, metric, box);
  const beyond = wideWithin(commitments, positions).beyond.map((index) =>
    refOf(plan, metric, (commitments.wide[index] as WideCommitment).box),
  );
  const kept = total - remainder;
  return { ok: true, metric, cell, total, kept, remainder, positions, amounts, beyond, fallbacks: [...fallbacks] };
}

function gatherFrom(list: Float64Array, positions: Int32Array): Float64Array {
  return Float64Array.from(positions, (position) => list[position] as number);
}

/** Words of leaves first, then the totals of the pools inside. */
function wordsOf({ spoken, pools }: MergePool, totals: readonly number[], words: Float64Array): Float64Array {
  const list = new Float64Array(spoken.length + pools.length);
  spoken.forEach((place, at) => (list[at] = words[place] as number));
  pools.forEach((number, at) => (list[spoken.length + at] = totals[number] as number));
  return list;
}

function sumOf(list: Float64Array): number {
  return checkAmount(
    list.reduce((sum, amount) => sum + amount, 0),
    'commitments',
  );
}

/** Totals that give way to the words in them, inner ones first. */
function followed(pools: readonly MergePool[], words: Float64Array): number[] {
  const totals = pools.map(({ total }) => total);
  for (let number = pools.length - 1; number >= 0; number -= 1) {
    const pool = pools[number] as MergePool;
    const committed = sumOf(wordsOf(pool, totals, words));
    totals[number] = pool.open.length === 0 ? committed : Math.max(committed, totals[number] as number);
  }
  return totals;
}

function conflictOf(
  plan: Plan,
  metric: number,
  pool: MergePool,
  totals: readonly number[],
  words: Float64Array,
  choose: CommitmentMergeChoice | undefined,
): CommitmentConflict[] {
  if (choose === 'follow') return [];
  const committed = sumOf(wordsOf(pool, totals, words));
  const above = committed > pool.total;
  if (!above && (committed === pool.total || pool.open.length > 0)) return [];
  // Nothing can be scaled up from 0: who commits to nothing gets nothing.
  if (choose === 'scale' && committed > 0) return [];
  const code = above ? 'allocation.layers.commitment.above' : 'allocation.layers.commitment.nothingOpen';
  const cell = refOf(plan, metric, pool.box);
  const { texts } = refuse(code, Object.values(cell.at).join(' · '));
  return [{ code, cell, total: pool.total, committed, choices: committed > 0 ? ['follow', 'scale'] : ['follow'], texts }];
}

/** Writes the words of a pool, scaled where they do not fit its total; answers what is left for the open cells. */
function keepWords(
  pool: MergePool,
  totals: number[],
  total: number,
  words: Float64Array,
  amounts: Float64Array,
  ranks: () => Int32Array,
): number {
  const list = wordsOf(pool, totals, words);
  const committed = sumOf(list);
  const fits = committed === total || (committed < total && pool.open.length > 0);
  if (!fits) shareOut(total, list.slice(), ranks(), list);
  pool.spoken.forEach((place, at) => (amounts[place] = list[at] as number));
  pool.pools.forEach((number, at) => (totals[number] = list[pool.spoken.length + at] as number));
  return fits ? total - committed : 0;
}

/** Ties between leaves are broken by their ids, and come before those of pools, which are broken by theirs. */
function ranksOfWords(plan: Plan, { spoken, pools }: MergePool, all: readonly MergePool[], positions: Int32Array): Int32Array {
  const leaves = tieRanks(
    plan.grid,
    spoken.map((place) => positions[place] as number),
  );
  const names = pools.map((number) => JSON.stringify(refOf(plan, 0, (all[number] as MergePool).box).at));
  const sorted = [...names].sort();
  return Int32Array.from([...leaves, ...names.map((name) => spoken.length + sorted.indexOf(name))]);
}

function shareRest(
  plan: Plan,
  metric: number,
  positions: Int32Array,
  open: Int32Array,
  rest: number,
  amounts: Float64Array,
): Fallback | null {
  if (open.length === 0) return null;
  const cells = Int32Array.from(open, (place) => positions[place] as number);
  const weights = gather(plan.values[metric] as Values, cells);
  // Nothing is left and nothing was planned: the cells stay as they are.
  const untouched = rest === 0 && !weights.some((weight) => weight > 0);
  const fallback = untouched ? null : openWeights(weights);
  const shares = weights.slice();
  if (!untouched) shareOut(rest, weights, tieRanks(plan.grid, cells), shares);
  open.forEach((place, at) => (amounts[place] = shares[at] as number));
  return fallback;
}
