import type { Locale } from '@milepost/sdk/host';
import type { ContractProblem } from '@milepost/sdk/manifest';

/** Problems in one language, as the API answers them. */
export function localized(
  problems: readonly ContractProblem[],
  locale: Locale,
): readonly { path: string; code: string; message: string; remedy: string }[] {
  return problems.map(({ path, code, message, remedy }) => ({ path, code, message: message[locale], remedy: remedy[locale] }));
}
