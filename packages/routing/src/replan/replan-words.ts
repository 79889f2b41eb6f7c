import type { CostParts } from '../solution.ts';
import type { MovedVisit } from './diff-plans.ts';
import type { PlannedVisit } from './planned-visit.ts';
import type { BrokenPromise, BrokenReason, DroppedVisit, ExplainedMove, ReplanAnswer } from './replan-answer.ts';

/** The languages of the texts. */
export type Language = 'zh' | 'en';

/** How to speak: what people call clients, days, representatives and times. */
export interface ReplanSpeech {
  readonly language: Language;
  readonly client: (client: number) => string;
  /** For example `3 月 4 日`, `Wed 4 March`. */
  readonly day: (day: number) => string;
  readonly vehicle: (vehicle: number) => string;
  /** `09:30` from minutes after midnight when left out. */
  readonly time?: (start: number) => string;
  /** What happened, for example `李雷 3 月 4 日请假`; by number of the event. */
  readonly event: (event: number) => string;
}

/** `张三机械：3 月 4 日 09:30 李雷 → 3 月 5 日 10:00 李雷（为“新客户”腾出时间）。` */
export function moveWords(speech: ReplanSpeech, { client, from, to, why }: ExplainedMove): string {
  const zh = speech.language === 'zh';
  const names = 'room' in why ? why.room.map((one) => speech.client(one)) : [];
  let reason: string;
  if (why.code === 'event') reason = speech.event(why.event);
  else if (why.code === 'makes-room')
    reason = zh ? `为${names.map((name) => `“${name}”`).join('、')}腾出时间` : `makes room for ${names.join(', ')}`;
  else reason = zh ? '整体成本更低' : 'the plan costs less so';
  return zh
    ? `${speech.client(client)}：${whenWords(speech, from)} → ${whenWords(speech, to)}（${reason}）。`
    : `${speech.client(client)}: ${whenWords(speech, from)} → ${whenWords(speech, to)} (${reason}).`;
}

/** A visit that only starts at another time. */
export function shiftWords(speech: ReplanSpeech, { client, from, to }: MovedVisit<number>): string {
  const at = (visit: PlannedVisit<number>): string => (visit.start === null ? '—' : timeWords(speech, visit.start));
  return speech.language === 'zh'
    ? `${speech.client(client)}：${speech.day(from.day)}当天改时间，${at(from)} → ${at(to)}。`
    : `${speech.client(client)}: another time on ${speech.day(from.day)}, ${at(from)} → ${at(to)}.`;
}

/** A published visit that is gone. */
export function dropWords(speech: ReplanSpeech, { client, visit, why }: DroppedVisit): string {
  const zh = speech.language === 'zh';
  const reason = why === 'cancelled' ? (zh ? '客户取消' : 'cancelled') : reasonWords(speech.language, why);
  return zh
    ? `${speech.client(client)}：${whenWords(speech, visit)}的拜访取消（${reason}）。`
    : `${speech.client(client)}: the visit of ${whenWords(speech, visit)} is dropped (${reason}).`;
}

const KIND_ZH: Readonly<Record<BrokenPromise['kind'], string>> = {
  urgent: '加急拜访无法安排',
  promise: '已承诺的拜访无法如约',
  person: '承诺的人员无法前往',
  held: '人工确定的安排无法保留',
  required: '必须拜访的客户少了拜访',
};

const KIND_EN: Readonly<Record<BrokenPromise['kind'], string>> = {
  urgent: 'the urgent visit finds no place',
  promise: 'the visit promised cannot be kept',
  person: 'the person promised cannot go',
  held: 'what a person decided cannot be kept',
  required: 'a client who must be served lacks a visit',
};

/** A promise that is broken: which, why, and what takes its place. */
export function brokenWords(speech: ReplanSpeech, { client, kind, day, reason, event, instead }: BrokenPromise): string {
  const zh = speech.language === 'zh';
  const when = day === null ? '' : zh ? `${speech.day(day)}，` : `${speech.day(day)}: `;
  const cause = event === null || kind === 'urgent' ? '' : zh ? `${speech.event(event)}，` : `${speech.event(event)}; `;
  const why = `${cause}${reasonWords(speech.language, reason)}`;
  const then = instead === null ? '' : zh ? `，改为 ${whenWords(speech, instead)}` : `; instead ${whenWords(speech, instead)}`;
  return zh
    ? `${speech.client(client)}：${when}${KIND_ZH[kind]}（${why}）${then}。`
    : `${speech.client(client)}: ${when}${KIND_EN[kind]} (${why})${then}.`;
}

const REASONS: Readonly<Record<BrokenReason, readonly [zh: string, en: string]>> = {
  'no-slot': ['可去的日子没有人上班', 'nobody who may go works on these days'],
  closed: ['营业时间与工作时间不重合', 'its hours never meet working hours'],
  'too-far': ['路程太远，一天之内无法往返', 'too far to go there and back in a day'],
  'too-much': ['需求超过一次能完成的量', 'more than one visit can take'],
  frequency: ['没有满足拜访间隔的日期', 'no days keep the gaps between visits'],
  'full-capacity': ['当天的容量已满', 'the capacity of the day is used up'],
  'full-visits': ['当天的拜访家数已满', 'the day has its most visits'],
  'full-time': ['当天的时间已排满', 'the time of the day is used up'],
  'not-worth': ['所需路程超过拜访的价值', 'the way costs more than the visit is worth'],
  absent: ['负责人不在', 'the representative is away'],
  budget: ['需要的变动超过允许的数量', 'it takes more changes than allowed'],
};

/** Why something could not be kept. */
export function reasonWords(language: Language, reason: BrokenReason): string {
  return REASONS[reason][language === 'zh' ? 0 : 1];
}

/** The choice in one or two sentences: what the budget gives, and what it would take to keep more. */
export function choiceWords(speech: ReplanSpeech, { within, keeping }: ReplanAnswer): string[] {
  const zh = speech.language === 'zh';
  const { moved, removed } = within.count;
  const broken = within.broken.length;
  const first = zh
    ? `按预算：移动 ${moved} 次拜访，减少 ${removed} 次，${broken === 0 ? '所有承诺都能兑现' : `${broken} 项承诺无法兑现`}。`
    : `Within the budget: ${moved} moved, ${removed} dropped, ${broken === 0 ? 'every promise is kept' : `${broken} of the promises broken`}.`;
  if (keeping === null) return [first];
  const saved = broken - keeping.broken.length;
  const back = removed - keeping.count.removed;
  const gain =
    saved > 0 ? (zh ? `多兑现 ${saved} 项承诺` : `${saved} more kept`) : zh ? `少减 ${back} 次拜访` : `${back} fewer dropped`;
  const second = zh ? `若允许移动 ${keeping.count.moved} 次拜访，可${gain}。` : `With ${keeping.count.moved} moved: ${gain}.`;
  return [first, second];
}

const PARTS: readonly (readonly [part: keyof CostParts, zh: string, en: string])[] = [
  ['brokenPromises', '未兑现的承诺', 'promises broken'],
  ['missedRequired', '缺少的必访', 'required visits missing'],
  ['lostValue', '失去的价值', 'value lost'],
  ['cadence', '拜访节奏', 'cadence'],
  ['travel', '路程', 'travel'],
  ['fixed', '出车', 'days used'],
  ['balance', '不均衡', 'imbalance'],
  ['changes', '变动', 'changes'],
];

/** The parts of a difference that are not zero: `路程 +20，失去的价值 −400`. */
export function differenceWords(language: Language, difference: CostParts): string {
  const zh = language === 'zh';
  const parts = PARTS.flatMap(([part, chinese, english]) => {
    const value = difference[part];
    return Math.abs(value) < 0.005 ? [] : [`${zh ? chinese : english} ${signed(value)}`];
  });
  if (parts.length === 0) return zh ? '没有差别' : 'no difference';
  return parts.join(zh ? '，' : ', ');
}

/** A number with its sign and at most two decimals. */
export function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toLocaleString('en-US', { maximumFractionDigits: 2 })}`;
}

function whenWords(speech: ReplanSpeech, { day, vehicle, start }: PlannedVisit<number>): string {
  return [speech.day(day), ...(start === null ? [] : [timeWords(speech, start)]), speech.vehicle(vehicle)].join(' ');
}

function timeWords({ time }: ReplanSpeech, start: number): string {
  if (time !== undefined) return time(start);
  const minutes = Math.round(start);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
