import type { Words } from '@milepost/crm';

/** A text in both languages. */
export function words(zh: string, en: string): Words {
  return { 'zh-CN': zh, en };
}
