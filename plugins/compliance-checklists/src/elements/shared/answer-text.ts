import type { Answer, ChecklistItem } from '@milepost/checklist';
import type { Locale } from '@milepost/sdk';
import { formatDate, formatMoneyExact, formatNumber } from '@milepost/ui/format';

/** An answer in words. */
export function answerText(
  item: ChecklistItem,
  answer: Answer | null,
  locale: Locale,
  t: (key: string, params?: Record<string, string | number>) => string,
): string {
  if (!answer) return t('answer.none');
  if (answer.notApplicable || answer.value === 'na') return t('answer.na');
  const { value } = answer;
  if (value === null || value === '') return t('answer.none');
  switch (item.type) {
    case 'yes-no-na':
      return t(`answer.${value === 'yes' ? 'yes' : 'no'}`);
    case 'choice':
    case 'multi-choice': {
      const chosen = Array.isArray(value) ? (value as readonly unknown[]) : [value];
      const titles = item.options
        .filter(({ id }) => chosen.includes(id))
        .map(({ title }) => (locale === 'zh-CN' ? title.zh : title.en));
      return titles.join(locale === 'zh-CN' ? '、' : ', ');
    }
    case 'money':
      return typeof value === 'number' ? formatMoneyExact(value, { locale, currency: item.currency }) : String(value);
    case 'number':
      return typeof value === 'number'
        ? `${formatNumber(value, { decimals: Number.isInteger(value) ? 0 : 2 })} ${locale === 'zh-CN' ? item.unit.zh : item.unit.en}`
        : String(value);
    case 'date':
      return formatDate(String(value), { locale });
    case 'photo':
    case 'file':
      return t(`answer.${item.type}`, { n: Array.isArray(value) ? value.length : 0 });
    case 'text':
      return String(value);
  }
}
