import type { ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import type { Problem } from '@milepost/scoring';

/** What the rules of scoring refuse, in both languages with what to do. */
const texts = {
  'card.published': ['已发布的评分卡不能修改，请发布新版本。', 'A published card cannot change. Publish another version.'],
  'card.id': ['记录编号应为“评分卡编号@版本”。', 'The record id has to be card id @ version.'],
  'card.version': [
    '版本号必须高于已发布的版本。请重新打开编辑器，取得新的版本号。',
    'The version has to be above the published ones. Open the editor again for a new number.',
  ],
  'target.id': [
    '记录编号与内容不符，或记录不归此人。',
    'The id does not fit the content, or the record does not belong to the person.',
  ],
  'target.frozen': ['这个月此人的得分已冻结，目标不能再改。', 'The score of this person and month is frozen; its target stays.'],
  'target.indicator': ['这个指标不能设目标。', 'This indicator takes no target.'],
  'target.whole': ['金额和个数必须是整数（金额以分计）。', 'Amounts (in 分) and counts have to be whole numbers.'],
  'run.frozen': ['已冻结的得分不能修改或删除。', 'A frozen score can be neither changed nor deleted.'],
  'run.notOver': ['这个月还没有结束，不能冻结。', 'The month is not over and cannot be frozen.'],
  'run.outside': ['只能冻结自己负责的团队。', 'You can freeze only what you lead.'],
  'run.nobody': [
    '没有可以冻结的人：已全部冻结，或这个月没有销售代表。',
    'There is nobody to freeze: all are frozen, or there were no representatives.',
  ],
  'run.forged': [
    '与服务器用同一引擎重算的结果不一致，未保存。请用“冻结”按钮，由服务器计算。',
    'It differs from what the server computes with the same engine. Use "Freeze"; the server computes.',
  ],
  'run.incomplete': [
    '一次冻结必须包含快照和其中每个人的结果。',
    'A freeze has to hold its snapshot and the result of everybody in it.',
  ],
} as const;

/** Code of a refusal. */
export type RuleCode = keyof typeof texts;

/** A refusal at a place inside the value. */
export function refusal(ctx: ServerContext, path: string, code: RuleCode): ServerProblem {
  const [zh, en] = texts[code];
  return ctx.problem(path, code, { 'zh-CN': zh, en });
}

/** A problem of the engine as the gateway answers it. */
export function engineProblem(ctx: ServerContext, path: string, { code, message, remedy }: Problem): ServerProblem {
  return ctx.problem(path, code, { 'zh-CN': message.zh + remedy.zh, en: `${message.en} ${remedy.en}` });
}
