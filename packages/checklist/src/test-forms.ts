import type { Answer, Answers } from './answer.ts';
import type { ChecklistItem, Section, Template } from './template.ts';

/* Short ways to write templates and answers in tests. */
export const t = (text: string) => ({ zh: text, en: text });
export const q = (id: string, extra: Partial<ChecklistItem> = {}): ChecklistItem =>
  ({ id, title: t(id), type: 'yes-no-na', ...extra }) as ChecklistItem;
export const template = (sections: Section[], extra: Partial<Template> = {}): Template => ({
  id: 't',
  version: '1',
  title: t('T'),
  hiddenAnswer: 'keep',
  sections,
  ...extra,
});
export const say = (values: Record<string, Answer['value']>): Answers =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value }]));
