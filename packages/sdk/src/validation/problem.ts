import type { Words } from '@milepost/crm';

/** One thing wrong with a file people write: where, what, and what to do about it. */
export interface ContractProblem {
  /** Dotted path into the file, `$` for the whole of it. */
  readonly path: string;
  /** Stable, such as `manifest.id.pattern`. */
  readonly code: string;
  readonly message: Words;
  readonly remedy: Words;
}

/** `/pages/2/route` → `pages.2.route`. */
export function dottedPath(pointer: string): string {
  const parts = pointer.split('/').slice(1);
  if (parts.length === 0) return '$';
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).join('.');
}

/** One line for logs and terminals, in English. */
export function describeProblem(problem: ContractProblem): string {
  return `At ${problem.path}: ${problem.message.en} ${problem.remedy.en}`.trimEnd();
}
