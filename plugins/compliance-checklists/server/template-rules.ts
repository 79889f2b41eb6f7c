import { checkTemplate } from '@milepost/checklist';
import { defineRules } from '@milepost/gateway/server-part';
import { templateRecordId } from '../src/domain/records.ts';
import type { TemplateValue } from '../src/domain/records.ts';
import { changedFields, fromEngine, refused } from './problems.ts';

/** Versions of templates: checked before they are published, never changed afterwards. */
export const templateRules = defineRules<TemplateValue>({
  validate(_ctx, { id, previous, next }) {
    if (!next)
      return [
        refused('', 'template.kept', '已发布的版本不能删除，请停用。', 'A published version cannot be deleted. Deactivate it.'),
      ];
    const { templateId, version, template } = next.value;
    const named = id === templateRecordId(templateId, version) && template.id === templateId && template.version === version;
    if (!named) {
      return [
        refused(
          'templateId',
          'template.name',
          `编号与版本须与记录编号“${id}”一致。`,
          `Id and version must be those of the record, "${id}".`,
        ),
      ];
    }
    if (previous) return changedFields(previous.value, next.value, ['templateId', 'version', 'template']);
    return fromEngine(checkTemplate(template), 'template');
  },
  async afterBatch(ctx, { writes }) {
    const touched = new Set(writes.flatMap(({ next }) => (next?.value.active ? [next.value.templateId] : [])));
    for (const templateId of touched) {
      const where = [
        { field: 'templateId', op: 'eq', value: templateId },
        { field: 'active', op: 'eq', value: true },
      ] as const;
      const { items } = await ctx.records<TemplateValue>('templates').list({ where, limit: 2 });
      if (items.length > 1) {
        return [
          refused(
            'writes',
            'template.active',
            `“${templateId}”只能有一个启用的版本，请同时停用旧版本。`,
            `Only one version of "${templateId}" can be active. Deactivate the old one in the same batch.`,
          ),
        ];
      }
    }
    return [];
  },
  lockKey: ({ id }) => id.split('@')[0] ?? id,
});
