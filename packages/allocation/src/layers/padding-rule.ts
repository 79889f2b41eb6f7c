import { isLeaf, memberOf } from '../axis.ts';
import { coreError } from '../core-error.ts';
import { layerError } from './layer-error.ts';
import { checkAmount, addPercent } from '../exact.ts';
import type { Axis } from '../axis.ts';

/**
 * Who adds to what they hand out. 'company': the top, so everybody below carries it. 'level': every manager whose direct
 * reports stand on that level (1: right below the top). 'member': one manager, instead of the rule for their level.
 */
export type PaddingPlace =
  | { readonly scope: 'company' }
  | { readonly scope: 'level'; readonly level: number }
  | { readonly scope: 'member'; readonly member: string };

/** How much: percent of what the manager carries, or minor units (pieces for counts). Below 0 takes away. */
export type PaddingSize = { readonly percent: number } | { readonly amountMinor: number };

/** One rule of over-assignment. Data: serialises to JSON. */
export type PaddingRule = PaddingPlace & PaddingSize;

/** What a member hands out, given what the member carries. Missing: the same. */
export type Hand = (carriedMinor: number) => number;

/**
 * By member id, what each manager hands out; members without a rule are missing. Throws for a level outside the tree, an
 * unknown member, two rules for one place, a percentage or amount that is none.
 */
export function compileRules(axis: Axis, rules: readonly PaddingRule[]): ReadonlyMap<string, Hand> {
  const hands = new Map<string, Hand>();
  const depth = axis.depth.reduce((most, level) => Math.max(most, level), 0);
  const seen = new Set<string>();
  const own = new Set<number>();
  rules.forEach((rule, index) => {
    const path = `rules.${index}`;
    const place = rule.scope === 'member' ? `member ${rule.member}` : `level ${levelOf(rule)}`;
    if (seen.has(place)) throw layerError('allocation.layers.padding.twice', place, path);
    seen.add(place);
    const hand = handOf(rule, path);
    if (rule.scope === 'member') {
      const member = memberOf(axis, rule.member, `${path}.member`);
      if (isLeaf(axis, member)) throw layerError('allocation.layers.waterfall.noReports', rule.member, `${path}.member`);
      own.add(member);
      hands.set(axis.ids[member] as string, hand);
      return;
    }
    const level = levelOf(rule);
    if (!Number.isInteger(level) || level < 1 || level > depth) {
      throw layerError('allocation.layers.padding.level', level, `${path}.level`);
    }
    axis.depth.forEach((at, member) => {
      if (at === level - 1 && !isLeaf(axis, member) && !own.has(member)) hands.set(axis.ids[member] as string, hand);
    });
  });
  return hands;
}

function levelOf(rule: PaddingPlace): number {
  return rule.scope === 'level' ? rule.level : 1;
}

function handOf(rule: PaddingRule, path: string): Hand {
  if ('percent' in rule) {
    const { percent } = rule;
    if (!Number.isFinite(percent)) throw coreError('allocation.percent.invalid', percent, `${path}.percent`);
    return (carried) => addPercent(carried, percent);
  }
  const amount = checkAmount(rule.amountMinor, `${path}.amountMinor`);
  return (carried) => checkAmount(carried + amount, `${path}.amountMinor`);
}
