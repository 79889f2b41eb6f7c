/** Padding in a file: the rules, and beside them what they come to, so that it can be added up by others. */
import { padPlan } from '../layers/padding.ts';
import { metricOf } from '../plan.ts';
import { readMetric } from './cell-file.ts';
import { placed, PlacedError } from './placed.ts';
import { amountOf, choiceOf, fieldsOf, listOf, numberOf, textOf } from './shape.ts';
import { cellsFile } from './write-cells.ts';
import type { PaddingRule } from '../layers/padding-rule.ts';
import type { PaddingSpec } from '../layers/padding.ts';
import type { Plan } from '../plan.ts';
import type { AmountList } from './plan-file.ts';

/** What the rules come to. Members that hand out what they carry are not named. */
export interface PaddingFile extends PaddingSpec {
  readonly metric: string;
  /** Managers with a rule, top down, in minor units or pieces. */
  readonly steps: readonly { readonly member: string; readonly carriedMinor: number; readonly handedOutMinor: number }[];
  /** What the leaf members carry, laid out as `values`. */
  readonly cells: readonly AmountList[];
}

/** Pads a plan as it is now: padding is done again whenever a plan is written. Throws where the policy forbids it. */
export function paddingFile(plan: Plan, spec: PaddingSpec, path: string): PaddingFile {
  const padding = placed(path, () => padPlan(plan, spec));
  if (!padding.ok) throw new PlacedError({ code: padding.code, path: '', texts: padding.texts }, path);
  const metric = metricOf(plan, spec.metric);
  const lowest = padding.levels.at(-1) as Plan;
  const cells = cellsFile(lowest.grid, lowest.values[metric] as Plan['values'][number]);
  return { ...spec, metric: plan.metrics[metric]?.id as string, steps: padding.steps, cells };
}

/** Reads the rules. What they come to is calculated again, and checked by the verifier. */
export function readPadding(plan: Plan, value: unknown, path: string): PaddingSpec[] {
  return listOf(value, path).map((item, at) => {
    const place = `${path}.${at}`;
    const fields = fieldsOf(item, place, ['metric', 'axis', 'rules!', 'policy', 'steps', 'cells']);
    const metric = plan.metrics[readMetric(plan, fields['metric'], `${place}.metric`)]?.id as string;
    const { policy } = fields;
    return {
      metric,
      ...(fields['axis'] === undefined ? {} : { axis: textOf(fields['axis'], `${place}.axis`) }),
      rules: listOf(fields['rules'], `${place}.rules`).map((rule, index) => readRule(rule, `${place}.rules.${index}`)),
      ...(policy === undefined ? {} : { policy: readPolicy(policy, `${place}.policy`) }),
    };
  });
}

function readRule(value: unknown, path: string): PaddingRule {
  const fields = fieldsOf(value, path, ['scope!', 'level', 'member', 'percent', 'amountMinor']);
  const scope = choiceOf(fields['scope'], `${path}.scope`, ['company', 'level', 'member'] as const);
  const sized = fields['percent'] === undefined ? 'amountMinor' : 'percent';
  const own = { company: [], level: ['level!'], member: ['member!'] }[scope];
  const { level, member, percent, amountMinor } = fieldsOf(value, path, ['scope!', ...own, `${sized}!`]);
  const size = sized === 'percent' ? { percent: numberOf(percent, `${path}.percent`) } : { amountMinor: amountOf(amountMinor, `${path}.amountMinor`) }; // prettier-ignore
  if (scope === 'level') return { scope, level: amountOf(level, `${path}.level`), ...size };
  return scope === 'member' ? { scope, member: textOf(member, `${path}.member`), ...size } : { scope, ...size };
}

function readPolicy(
  value: unknown,
  path: string,
): { readonly mostOverPercent: number | null; readonly mostUnderPercent: number | null } {
  const fields = fieldsOf(value, path, ['mostOverPercent!', 'mostUnderPercent!']);
  const limit = (name: string): number | null => (fields[name] === null ? null : numberOf(fields[name], `${path}.${name}`));
  return { mostOverPercent: limit('mostOverPercent'), mostUnderPercent: limit('mostUnderPercent') };
}
