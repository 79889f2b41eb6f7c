import type { Condition, Template } from '@milepost/checklist';
import { itemOf } from './outcome.ts';
import type { Text } from './records.ts';

interface Words {
  t(key: string, params?: Readonly<Record<string, string | number>>): string;
  say(text: Text): string;
}

/** A condition as a sentence: `仅当“现场是否有促销？”为“是”时出现`. */
export function conditionText(condition: Condition, template: Template, words: Words): string {
  return words.t('condition.only', { condition: clause(condition, template, words) });
}

function clause(condition: Condition, template: Template, words: Words): string {
  const { t } = words;
  if ('all' in condition) return joined(condition.all, 'condition.and', template, words);
  if ('any' in condition) return joined(condition.any, 'condition.or', template, words);
  if ('not' in condition) return t('condition.not', { condition: clause(condition.not, template, words) });
  const item = itemOf(template, condition.item);
  const question = item ? words.say(item.title) : condition.item;
  const name = (value: string | number): string => {
    const option = item && 'options' in item ? item.options.find(({ id }) => id === value) : undefined;
    if (option) return words.say(option.title);
    return item?.type === 'yes-no-na' || value === 'na' ? t(`answer.${value}`) : String(value);
  };
  if ('equals' in condition) return t('condition.equals', { question, value: name(condition.equals) });
  if ('in' in condition) return t('condition.in', { question, values: condition.in.map(name).join(t('condition.list')) });
  if ('gt' in condition) return t('condition.gt', { question, value: name(condition.gt) });
  if ('lt' in condition) return t('condition.lt', { question, value: name(condition.lt) });
  return t(condition.answered ? 'condition.answered' : 'condition.unanswered', { question });
}

function joined(parts: readonly Condition[], word: string, template: Template, words: Words): string {
  return parts.map((part) => clause(part, template, words)).join(words.t(word));
}
