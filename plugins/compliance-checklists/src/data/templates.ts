import type { TemplateRecord } from './checks-store.ts';

/** Templates in the order people look for them: active first, then by name and newest version. */
export function sortTemplates(records: readonly TemplateRecord[]): readonly TemplateRecord[] {
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  return [...records].sort(
    ({ value: a }, { value: b }) =>
      Number(b.active) - Number(a.active) ||
      collator.compare(a.templateId, b.templateId) ||
      collator.compare(b.version, a.version),
  );
}
