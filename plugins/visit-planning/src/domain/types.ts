import type { Account, CustomerType, VisitPurpose } from '@milepost/crm';

/** `planned` → `inProgress` → `completed`; `cancelled` from either of the first two. */
export type VisitStatus = 'planned' | 'inProgress' | 'completed' | 'cancelled';

/** The purposes of 拜访计划表, in its order. */
export const purposes: readonly VisitPurpose[] = [
  'newBusiness',
  'information',
  'collection',
  'service',
  'problem',
  'order',
  'other',
];

/** What a visit was to bring in: money collected or orders taken. */
export type GoalKind = 'collection' | 'order';

/** 货款回收或订货目标达成的实绩与比率. Amounts in minor units; `ratioBp` is actual / target in basis points, null without a target. */
export interface VisitGoal {
  readonly kind: GoalKind;
  readonly targetMinor: number | null;
  readonly actualMinor: number | null;
  readonly ratioBp: number | null;
}

/** The fields of 拜访总结表 that belong to one visit. */
export interface VisitSummary {
  /** 拜访客户洽谈结果 */
  readonly result: string;
  /** 客户问题处理 */
  readonly problems: string;
  /** 货款回收或订货目标达成的实绩与比率 */
  readonly goal: VisitGoal | null;
  /** 竞争者的市场信息 */
  readonly competitors: string;
  /** 客户反映的意见 */
  readonly opinions: string;
  /** 客户的最新动态 */
  readonly news: string;
}

/** Texts of the summary, in the order of 拜访总结表. */
export const summaryTexts = ['result', 'problems', 'competitors', 'opinions', 'news'] as const;
/** A text of the summary, or the goal. */
export type SummaryField = (typeof summaryTexts)[number] | 'goal';

/** Why a completed visit does not count as effective. */
export type IneffectiveReason = 'stayTooShort' | 'missingResult' | 'missingFields';

/** Whether a visit counts, and by which rule that was decided. */
export interface Effectiveness {
  readonly value: boolean;
  readonly reasons: readonly IneffectiveReason[];
  /** The rule in force when it was completed, so that a later change of the rule does not rewrite the past. */
  readonly rule: { readonly minStayMinutes: number; readonly required: readonly SummaryField[] };
}

/** How far from the customer the visit was started: a band, never the place itself. */
export type DistanceBand = 'near' | 'around' | 'far';

/** A record of the collection `visits`: one row of 拜访计划表 and what came of it. */
export interface Visit {
  readonly dayOn: string;
  /** 拜访路线: the position on that day, from 1. */
  readonly routeOrder: number;
  /** 拜访时间 `HH:MM`, null when only the day is fixed. */
  readonly time: string | null;
  /** 计划拜访客户的区域 */
  readonly area: string;
  /** 目的 */
  readonly purpose: VisitPurpose;
  /** 计划拜访的内容 */
  readonly content: string;
  readonly placedBy: 'person' | 'proposal';
  readonly status: VisitStatus;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly distance: DistanceBand | null;
  readonly summary: VisitSummary | null;
  readonly effective: Effectiveness | null;
  readonly cancelReason: string | null;
  readonly moves: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
  readonly amendments: readonly { readonly at: string; readonly by: string; readonly reason: string }[];
}

/** A record of the collection `day-reports`: what 拜访总结表 says about the whole day. */
export interface DayReport {
  readonly dayOn: string;
  /** 每日出勤状况 */
  readonly attendance: Attendance;
  readonly attendanceNote: string;
  /** 今日拜访心得 */
  readonly learned: string;
}

/** 每日出勤状况 */
export type Attendance = 'present' | 'travel' | 'office' | 'halfDay' | 'leave';
/** In the order they are offered. */
export const attendances: readonly Attendance[] = ['present', 'travel', 'office', 'halfDay', 'leave'];

/** A visit with what identifies it. */
export interface VisitRecord {
  readonly id: string;
  readonly revision: number;
  readonly ownerId: string;
  readonly accountId: string;
  readonly value: Visit;
  /** Kept on this device and not yet on the server. */
  readonly pending?: boolean;
}

/** What the planner needs to know about an account. */
export type PlannedAccount = Pick<
  Account,
  'id' | 'name' | 'customerType' | 'tier' | 'city' | 'address' | 'lat' | 'lon' | 'openingHours' | 'visitEveryDays' | 'status'
>;

/** A visit the CRM knows of. */
export interface CrmVisit {
  readonly id: string;
  readonly accountId: string;
  readonly ownerId: string;
  readonly dayOn: string;
  readonly status: 'planned' | 'completed' | 'cancelled';
  readonly purpose: VisitPurpose | null;
  readonly outcome: string | null;
  readonly startAt: string | null;
}

/** A place on the map, degrees, all of one datum. */
export interface Place {
  readonly lat: number;
  readonly lon: number;
}

export type { CustomerType, VisitPurpose };
