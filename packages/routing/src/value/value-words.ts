import { differenceWords, signed } from '../replan/replan-words.ts';
import type { ReplanSpeech } from '../replan/replan-words.ts';
import type { NextVisitValue, PlannedVisitValue } from './marginal-value.ts';

/** How to speak about visits. */
export type ValueSpeech = Pick<ReplanSpeech, 'language' | 'client' | 'day' | 'vehicle'>;

/** What a planned visit brings: `张三机械，3 月 4 日：净价值 +380（路程 +20，失去的价值 −400）。` */
export function plannedValueWords(speech: ValueSpeech, { client, day, difference, worth }: PlannedVisitValue): string {
  const parts = differenceWords(speech.language, difference);
  if (speech.language === 'zh') {
    const value = worth === null ? '必须拜访或已承诺，不作价值比较' : `净价值 ${signed(worth)}`;
    return `${speech.client(client)}，${speech.day(day)}：${value}（${parts}）。`;
  }
  const value = worth === null ? 'required or promised, not weighed' : `worth ${signed(worth)}`;
  return `${speech.client(client)}, ${speech.day(day)}: ${value} (${parts}).`;
}

/** What the next visit to a client would bring, and where it would go. */
export function nextValueWords(speech: ValueSpeech, { client, kind, best }: NextVisitValue): string {
  const zh = speech.language === 'zh';
  const name = speech.client(client);
  const what = zh
    ? kind === 'missing'
      ? '缺少的拜访'
      : '再加一次拜访'
    : kind === 'missing'
      ? 'the missing visit'
      : 'one more visit';
  if (best === null) return zh ? `${name}：${what}没有可行的日期。` : `${name}: ${what} fits on no day.`;
  const { day, vehicle, worth, difference, displaced } = best;
  const parts = differenceWords(speech.language, difference);
  const instead =
    displaced === null
      ? ''
      : zh
        ? `，需放弃“${speech.client(displaced.client)}”当天的拜访`
        : `, in place of ${speech.client(displaced.client)}`;
  const value =
    worth === null ? (zh ? '价值未填' : 'its value is not stated') : zh ? `净价值 ${signed(worth)}` : `worth ${signed(worth)}`;
  return zh
    ? `${name}：${what}最好安排在 ${speech.day(day)}，由${speech.vehicle(vehicle)}前往${instead}，${value}（${parts}）。`
    : `${name}: ${what} is best on ${speech.day(day)} with ${speech.vehicle(vehicle)}${instead}; ${value} (${parts}).`;
}
