import { isAnswered, isNotApplicable } from './answer.ts';
import type { Answer } from './answer.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { ChecklistItem } from './template.ts';

/** What is wrong with an answer to an item; an empty list for none. `path` is the item's path in the template. */
export function checkAnswer(item: ChecklistItem, answer: Answer | null, path: string): Problem[] {
  if (!isAnswered(answer)) return [];
  if (isNotApplicable(answer)) return item.type === 'yes-no-na' || item.allowNotApplicable ? [] : [notApplicableRefused(path)];
  const value = answer?.value ?? null;
  switch (item.type) {
    case 'yes-no-na':
      return value === 'yes' || value === 'no' ? [] : [unknownOption(path, String(value))];
    case 'choice':
      return item.options.some((o) => o.id === value) ? [] : [unknownOption(path, String(value))];
    case 'multi-choice': {
      if (!isList(value)) return [wrongType(path, '多个选项', 'a list of options')];
      return value.filter((id) => !item.options.some((o) => o.id === id)).map((id) => unknownOption(path, id));
    }
    case 'number':
      return checkNumber(value, item.min, item.max, path);
    case 'money':
      return Number.isSafeInteger(value)
        ? checkNumber(value, item.min, item.max, path)
        : [wrongType(path, '以最小货币单位计的整数', 'an integer in minor units')];
    case 'date':
      return checkDate(value, item.min, item.max, path);
    case 'text':
      if (typeof value !== 'string') return [wrongType(path, '文字', 'a text')];
      return value.length > (item.maxLength ?? 10_000)
        ? [outside(path, `${value.length}`, undefined, item.maxLength ?? 10_000)]
        : [];
    case 'photo':
    case 'file':
      if (!isList(value)) return [wrongType(path, '附件列表', 'a list of file ids')];
      return value.length > (item.maxFiles ?? 20) ? [outside(path, `${value.length}`, undefined, item.maxFiles ?? 20)] : [];
  }
}

function checkNumber(value: unknown, min: number | undefined, max: number | undefined, path: string): Problem[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return [wrongType(path, '数字', 'a number')];
  return value < (min ?? -Infinity) || value > (max ?? Infinity) ? [outside(path, String(value), min, max)] : [];
}

function checkDate(value: unknown, min: string | undefined, max: string | undefined, path: string): Problem[] {
  if (typeof value !== 'string' || !isDay(value)) return [wrongType(path, '日期（YYYY-MM-DD）', 'a date (YYYY-MM-DD)')];
  return (min !== undefined && value < min) || (max !== undefined && value > max) ? [outside(path, value, min, max)] : [];
}

/** A day of the Gregorian calendar; Date is used for its arithmetic only, never for the present. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const isList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((v) => typeof v === 'string');

const wrongType = (path: string, zh: string, en: string): Problem =>
  problem('answer.type', path, `答案应为${zh}。`, `The answer must be ${en}.`, '请重新填写。', 'Answer again.');

const unknownOption = (path: string, id: string): Problem =>
  problem(
    'answer.unknown-option',
    path,
    `没有选项“${id}”。`,
    `There is no option "${id}".`,
    '请从列出的选项中选择。',
    'Choose one of the options listed.',
  );

const notApplicableRefused = (path: string): Problem =>
  problem(
    'answer.not-applicable',
    path,
    '此项不能选“不适用”。',
    'This item cannot be marked as not applicable.',
    '请作答。',
    'Answer it.',
  );

function outside(path: string, value: string, min: number | string | undefined, max: number | string | undefined): Problem {
  const range = `${min ?? '…'} – ${max ?? '…'}`;
  return problem(
    'answer.out-of-range',
    path,
    `${value} 超出范围 ${range}。`,
    `${value} is outside ${range}.`,
    '请改为范围内的值。',
    'Enter a value inside the range.',
  );
}
