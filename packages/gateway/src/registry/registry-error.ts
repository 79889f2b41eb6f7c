import type { Words } from '@milepost/crm';
import { describeProblem } from '@milepost/sdk/manifest';
import type { ContractProblem } from '@milepost/sdk/manifest';

/** Why the registry refused something. The problems say where and what to do. */
export class RegistryError extends Error {
  /** Stable, such as `registry.version-exists`. */
  readonly code: string;
  readonly problems: readonly ContractProblem[];

  constructor(code: string, problems: readonly ContractProblem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'RegistryError';
    this.code = code;
    this.problems = problems;
  }
}

/** A refusal with one place. Texts come in pairs: Chinese, English. */
export function refusal(
  code: string,
  path: string,
  message: readonly [string, string],
  remedy: readonly [string, string],
): RegistryError {
  const pair = ([zh, en]: readonly [string, string]): Words => ({ 'zh-CN': zh, en });
  return new RegistryError(code, [{ path, code, message: pair(message), remedy: pair(remedy) }]);
}
