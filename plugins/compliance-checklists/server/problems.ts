import type { Problem } from '@milepost/checklist';
import type { ServerProblem } from '@milepost/gateway/server-part';

/** One problem in both languages. */
export function refused(path: string, code: string, zh: string, en: string): ServerProblem {
  return { path, code, message: { 'zh-CN': zh, en } };
}

/** The engine's problems as the gateway reports them: what is wrong and what to do, under a path of the value. */
export function fromEngine(problems: readonly Problem[], under = ''): readonly ServerProblem[] {
  return problems.map(({ code, path, message, remedy }) =>
    refused([under, path].filter(Boolean).join('.'), code, `${message.zh}${remedy.zh}`, `${message.en} ${remedy.en}`),
  );
}

/** A value with its keys in order: the database does not keep the order they came in. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** One problem for each of these fields that changed. */
export function changedFields<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T & string)[],
): readonly ServerProblem[] {
  return fields
    .filter((field) => canonical(before[field]) !== canonical(after[field]))
    .map((field) =>
      refused(field, 'frozen', '此项不能再改动，请刷新后查看。', 'This cannot change any more. Reload to see what is stored.'),
    );
}

const toleranceMs = 10 * 60_000;

/** Whether an instant is now, give or take ten minutes: clocks differ, but nobody dates back. */
export const isNow = (instant: string): boolean => Math.abs(Date.parse(instant) - Date.now()) <= toleranceMs;
