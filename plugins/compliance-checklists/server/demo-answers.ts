import { createRun } from '@milepost/checklist';
import type { Answer, Answers, ChecklistItem, Template } from '@milepost/checklist';

/** What the demo's inspectors noted, by question. */
const notes: Readonly<Record<string, string>> = {
  'payment-status': '两笔货款已超过约定账期，客户答复月底前付清。',
  'discounts-booked': '返利由门店口头约定，双方账上均未见记录。',
  'text-review': '对方文本的违约条款法务提出意见，尚未采纳。',
  subject: '附件报价单缺一个品项，数量与订单不一致。',
  authority: '签约人持部门介绍信，未见授权书。',
  'terms-pointed-out': '最低采购量条款字号与正文相同，没有醒目标示。',
  'term-large': '对方要求验收后 90 天付款，超过 60 日。',
  'pay-when-paid': '条款写明“待甲方收到终端回款后支付”。',
  'discounts-stated': '佣金比例写在补充邮件里，合同中没有。',
};

/** A number from 0 to 1 that depends on the text alone. */
export function chance(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return ((hash ^ (hash >>> 15)) >>> 0) / 4294967296;
}

/** Answers every question that is asked; those in `failing` badly. `file` is the fingerprint handed in where a file is asked for. */
export function demoAnswers(template: Template, key: string, failing: ReadonlySet<string>, file: string): Answers {
  const run = createRun(template);
  const items = template.sections.flatMap((section) => section.items);
  for (let round = 0; round < items.length; round++) {
    const next = items.find(({ id }) => run.item(id)?.visible && !run.item(id)?.answered && run.item(id)?.missing.length);
    if (!next) break;
    run.setAnswer(next.id, answerTo(next, `${key}/${next.id}`, failing.has(next.id), file));
  }
  return run.submission();
}

function answerTo(item: ChecklistItem, key: string, bad: boolean, file: string): Answer {
  const note = bad ? { note: notes[item.id] ?? '现场与要求不符，已告知客户。' } : {};
  switch (item.type) {
    case 'yes-no-na': {
      const good = (item.scores?.yes ?? 100) >= (item.scores?.no ?? 0) ? 'yes' : 'no';
      if (item.weight === undefined) return { value: item.id === 'has-lottery' || chance(key) < 0.35 ? 'no' : 'yes' };
      return { value: bad ? (good === 'yes' ? 'no' : 'yes') : good, ...note };
    }
    case 'choice': {
      const scored = item.options.filter(({ score }) => score !== undefined);
      if (scored.length === 0) return { value: item.options[Math.floor(chance(key) * item.options.length)]?.id ?? '' };
      const best = [...scored].sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
      return { value: (bad ? best.at(-1) : best[0])?.id ?? '', ...note };
    }
    case 'number':
      return { value: bad ? 90 : 45, ...note };
    case 'file':
    case 'photo':
      return { value: [file] };
    case 'date':
      return { value: '2026-12-01' };
    case 'money':
      return { value: 300_000 };
    default:
      return { value: '已核对。' };
  }
}
