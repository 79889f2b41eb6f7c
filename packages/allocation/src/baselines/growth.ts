import { amountSteps, askWeights, sumKnown, toNullable } from './account.ts';
import { shareBetween } from './rails.ts';
import { baselineError } from './baseline-error.ts';
import { coreError } from '../core-error.ts';
import { checkMemberIds, nearestAbove } from '../methods/by-member.ts';
import type { Axis } from '../axis.ts';
import type { Method, Pooling } from '../methods/method.ts';
import type { AccountableMethod } from './account.ts';

/** What a member is asked for above its base. All in percent; 10 means 10 %. */
export interface GrowthOptions {
  /**
   * By member id, down to −100. One given for a unit counts for everyone below it who has no nearer one; `standard` for those
   * without any. Where a total goes down level by level, a unit is asked for by its own number and those above it.
   */
  readonly percent?: Readonly<Record<string, number>>;
  readonly standard?: number;
  /**
   * Taken off again where people have left: 25 takes a quarter off what the member would be asked for. By member id, passed on
   * downwards like `percent`.
   */
  readonly reliefPercent?: Readonly<Record<string, number>>;
  readonly rails?: Guardrails;
}

/** No member grows less or more than this, or has a smaller or larger share of its pool. In percent; left out: no rail. */
export interface Guardrails {
  readonly minGrowthPercent?: number;
  readonly maxGrowthPercent?: number;
  readonly minSharePercent?: number;
  readonly maxSharePercent?: number;
}

/** What growth did in one pool. */
export interface GrowthAccount {
  /** What the rails were applied to: the pool, or what all members ask for where its total is not known. */
  readonly total: number;
  readonly members: readonly {
    readonly base: number | null;
    /** Base with growth and relief, before the rails. */
    readonly wish: number | null;
    readonly amount: number | null;
    /** The rail it stands at. */
    readonly rail: 'min' | 'max' | null;
  }[];
  /** Not 0 when the rails cannot hold the total: above 0 it is more than they allow together, below 0 less. */
  readonly excess: number;
}

/**
 * Base × growth, within guardrails: what a rail takes from one member is re-shared among the others in proportion to what
 * they ask for. The base must weigh in the unit of the plan (last year's amounts). Members without a base stay unknown; a
 * base of 0 grows to 0 unless a smallest share lifts it. Where the rails contradict the total they give way in proportion,
 * and the account says by how much. Throws `allocation.rails.invalid`, `allocation.percent.invalid`, and when it is first used
 * `allocation.member.unknown` for an id that no axis of the plan has.
 */
export function growth(base: Method, options: GrowthOptions): AccountableMethod<GrowthAccount> {
  checkOptions(options);
  const askedOfMembers = askedByAxis(options);
  return {
    name: `growth:${base.name}`,
    weigh: (pooling, out) => {
      // Without rails the wishes have the same ratios as the amounts.
      const free = options.rails === undefined;
      out.set(
        free
          ? wish(base, askedOfMembers, pooling).wishes
          : grow(base, options.rails ?? {}, askedOfMembers, pooling).railed.amounts,
      );
      amountSteps(out.subarray(0, pooling.members.length));
    },
    asked(pooling, percent, rail) {
      const asked = askedOfMembers(pooling);
      pooling.members.forEach((member, at) => {
        percent[at] = asked.total[member] as number;
      });
      if (options.rails !== undefined) rail.set(grow(base, options.rails, askedOfMembers, pooling).railed.rail);
    },
    account(pooling) {
      const { total, bases, wishes, railed } = grow(base, options.rails ?? {}, askedOfMembers, pooling);
      const [known, wished, amounts] = [toNullable(bases), toNullable(wishes), toNullable(railed.amounts)];
      const members = known.map((one, at) => ({
        base: one,
        wish: wished[at] as number | null,
        amount: amounts[at] as number | null,
        rail: ([null, 'max', 'min'] as const).at(railed.rail[at] as number) ?? null,
      }));
      return { total, members, excess: railed.excess };
    },
  };
}

/** What is asked of each member of an axis, in percent, by member number. */
interface Asked {
  readonly percent: Float64Array;
  readonly relief: Float64Array;
  /** Both together. */
  readonly total: Float64Array;
}

type AskedOf = (pooling: Pooling) => Asked;

function askedByAxis({ percent = {}, standard = 0, reliefPercent = {} }: GrowthOptions): AskedOf {
  const known = new WeakMap<Axis, Asked>();
  return ({ plan: { grid }, axis: at }) => {
    const axis = grid.axes[at] as Axis;
    let asked = known.get(axis);
    if (asked === undefined) {
      checkMemberIds(percent, grid.axes, 'percent');
      checkMemberIds(reliefPercent, grid.axes, 'reliefPercent');
      const [grown, relief] = [nearestAbove(axis, percent, standard), nearestAbove(axis, reliefPercent, 0)];
      const total = grown.map((one, at) => one - ((100 + one) * (relief[at] as number)) / 100);
      asked = { percent: grown, relief, total };
      known.set(axis, asked);
    }
    return asked;
  };
}

function wish(base: Method, askedOf: AskedOf, pooling: Pooling) {
  const { percent, relief } = askedOf(pooling);
  const bases = askWeights(base, pooling);
  const wishes = bases.map((amount, at) => {
    const member = pooling.members[at] as number;
    return (amount * (100 + (percent[member] as number)) * (100 - (relief[member] as number))) / 10_000;
  });
  return { bases, wishes };
}

function grow(base: Method, rails: Guardrails, askedOf: AskedOf, pooling: Pooling) {
  const { bases, wishes } = wish(base, askedOf, pooling);
  const total = pooling.total ?? sumKnown(wishes);
  const railed = shareBetween(total, wishes, ...bounds(rails, bases, total));
  return { total, bases, wishes, railed: { ...railed, amounts: railed.amounts.map(withoutNoise) } };
}

/** In steps of a 1024th of a minor unit: people read this. */
function withoutNoise(amount: number): number {
  return amount > 0 ? Math.max(1, Math.round(amount * 1024)) / 1024 : amount;
}

function bounds(rails: Guardrails, bases: Float64Array, total: number): [Float64Array, Float64Array] {
  const { minGrowthPercent: least = -100, maxGrowthPercent: most, minSharePercent = 0, maxSharePercent = 100 } = rails;
  // Where the two kinds of rail contradict each other the share decides: it is about the pool that is really there.
  const [shareLeast, shareMost] = [(total * minSharePercent) / 100, (total * maxSharePercent) / 100];
  const [lower, upper] = [new Float64Array(bases.length), new Float64Array(bases.length)];
  for (let at = 0; at < bases.length; at += 1) {
    const base = bases[at] as number;
    const [low, high] = [(base * (100 + least)) / 100, most === undefined ? Infinity : (base * (100 + most)) / 100];
    lower[at] = Math.min(Math.max(low, shareLeast), shareMost);
    upper[at] = Math.min(Math.max(high, shareLeast), shareMost);
  }
  return [lower, upper];
}

function checkOptions({ percent = {}, standard = 0, reliefPercent = {}, rails = {} }: GrowthOptions): void {
  const within = (value: number, least: number, most: number, path: string): void => {
    if (!(value >= least && value <= most)) throw coreError('allocation.percent.invalid', value, path);
  };
  within(standard, -100, 1e6, 'standard');
  for (const [id, value] of Object.entries(percent)) within(value, -100, 1e6, `percent.${id}`);
  for (const [id, value] of Object.entries(reliefPercent)) within(value, 0, 100, `reliefPercent.${id}`);
  const { minGrowthPercent = -100, maxGrowthPercent = 1e6, minSharePercent = 0, maxSharePercent = 100, ...others } = rails;
  // A rail by another name, such as a member id, would hold nobody back.
  for (const name of Object.keys(others)) throw baselineError('allocation.rails.unknown', name, `rails.${name}`);
  const ordered = (least: number, low: number, high: number, most: number, path: string): void => {
    if (!(least <= low && low <= high && high <= most)) throw baselineError('allocation.rails.invalid', `${low}…${high}`, path);
  };
  ordered(-100, minGrowthPercent, maxGrowthPercent, 1e6, 'rails.growth');
  ordered(0, minSharePercent, maxSharePercent, 100, 'rails.share');
}
