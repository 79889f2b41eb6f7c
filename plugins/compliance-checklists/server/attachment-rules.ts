import { createHash } from 'node:crypto';
import { defineRules } from '@milepost/gateway/server-part';
import type { AttachmentValue, RunValue } from '../src/domain/records.ts';
import { refused } from './problems.ts';

const maxPhotoBytes = 200 * 1024;

/** Photos and fingerprints: checked when they arrive, kept unchanged, gone only while their check is a draft. */
export const attachmentRules = defineRules<AttachmentValue>({
  async validate(ctx, { previous, next }) {
    if (previous && next) return [refused('', 'attachment.frozen', '附件不能修改。', 'An attachment cannot change.')];
    const value = (next ?? previous)?.value;
    const run = value && (await ctx.records<RunValue>('runs').get(value.runId));
    if (!value || !run) return [refused('runId', 'attachment.run', '没有这次检查。', 'There is no such check.')];
    if (run.value.status !== 'draft' || !(ctx.seeding || run.value.inspectorId === ctx.session.user.personId)) {
      return [
        refused(
          'runId',
          'attachment.draft',
          '附件只能由检查人在提交前增删。',
          'Only the inspector adds or removes attachments, before submitting.',
        ),
      ];
    }
    return next ? checkContent(value) : [];
  },
  // What is attached stays once its check is submitted: the two wait for each other.
  lockKey: ({ previous, next }) => [previous, next].flatMap((record) => (record ? [`run:${record.value.runId}`] : [])),
});

function checkContent({ kind, data, sha256 }: AttachmentValue) {
  if (kind === 'file')
    return data === undefined
      ? []
      : [refused('data', 'attachment.file', '文件只登记指纹，不上传内容。', 'Of files only the fingerprint is kept.')];
  const bytes = Buffer.from(data ?? '', 'base64');
  const jpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  if (!jpeg || bytes.length > maxPhotoBytes)
    return [refused('data', 'attachment.photo', '照片须为不超过 200 kB 的 JPEG。', 'A photo is a JPEG of at most 200 kB.')];
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return [];
  return [
    refused(
      'sha256',
      'attachment.hash',
      '指纹与内容不符，请重新选择。',
      'The fingerprint is not that of the content. Choose the photo again.',
    ),
  ];
}
