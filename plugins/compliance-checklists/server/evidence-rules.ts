import type { Answer, ChecklistItem, Template } from '@milepost/checklist';
import type { ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import { itemOf } from '../src/domain/outcome.ts';
import type { AttachmentValue, RunValue } from '../src/domain/records.ts';
import { refused } from './problems.ts';

interface Named {
  readonly path: string;
  readonly kind: AttachmentValue['kind'];
  readonly id: string;
}

/** The photos and files that a submission names are stored, belong to this check, and are what they are said to be. */
export async function checkEvidence(
  ctx: ServerContext,
  runId: string,
  { answers }: RunValue,
  template: Template,
): Promise<readonly ServerProblem[]> {
  const problems: ServerProblem[] = [];
  for (const [itemId, answer] of Object.entries(answers)) {
    for (const { path, kind, id } of named(answer, itemOf(template, itemId))) {
      const stored = await ctx.records<AttachmentValue>('attachments').get(id);
      if (stored?.value.runId === runId && stored.value.kind === kind) continue;
      problems.push(
        kind === 'photo'
          ? refused(
              `answers.${itemId}.${path}`,
              'run.evidence',
              '此照片没有存入本次检查，请重新拍摄或选择。',
              'This photo is not stored with the check. Take or choose it again.',
            )
          : refused(
              `answers.${itemId}.${path}`,
              'run.evidence',
              '此文件没有登记在本次检查中，请重新选择。',
              'This file is not registered with the check. Choose it again.',
            ),
      );
    }
  }
  return problems;
}

/** A question for photos or files has them as its value, any other as its evidence. */
function named(answer: Answer, item: ChecklistItem | null | undefined): readonly Named[] {
  const each = (path: string, kind: Named['kind'], ids: unknown): readonly Named[] =>
    Array.isArray(ids) ? ids.map((id, index) => ({ path: `${path}.${index}`, kind, id: String(id) })) : [];
  const own = item?.type === 'photo' || item?.type === 'file' ? each('value', item.type, answer.value) : [];
  return [...own, ...each('photos', 'photo', answer.photos), ...each('files', 'file', answer.files)];
}
