import { nearestNames } from '../validation/nearest.ts';
import type { ContractProblem } from '../validation/problem.ts';

/** Makes a problem of a portal file. Texts come in pairs: Chinese, English. */
export function portalProblem(
  path: string,
  code: string,
  message: readonly [zh: string, en: string],
  remedy: readonly [zh: string, en: string],
): ContractProblem {
  return {
    path,
    code: `portal.${code}`,
    message: { 'zh-CN': message[0], en: message[1] },
    remedy: { 'zh-CN': remedy[0], en: remedy[1] },
  };
}

/** A name that does not exist, with the ones that may have been meant. */
export function unknownName(
  path: string,
  code: string,
  what: readonly [zh: string, en: string],
  name: string,
  known: readonly string[],
): ContractProblem {
  const near = nearestNames(name, known);
  const possible = known.slice(0, 20).join(', ') || '—';
  return portalProblem(
    path,
    code,
    [`没有名为 ${name} 的${what[0]}。`, `There is no ${what[1]} ${name}.`],
    near.length > 0
      ? [`是否要写 ${near.join('、')}？`, `Did you mean ${near.join(', ')}?`]
      : [`可选：${possible}。`, `Possible: ${possible}.`],
  );
}
