/** Everything this package says, in both languages. */

/** A text in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Why files cannot be checked at all, and what to do. */
export const unreadable = {
  'routes.instance.format': {
    zh: '看不出算例的格式；请用 --format 指明。',
    en: 'The format of the instance cannot be seen; name it with --format.',
  },
  'routes.instance.line': {
    zh: '算例的这一行读不懂：“{value}”；请取回完整的文件。',
    en: 'This line of the instance cannot be read: "{value}"; fetch the whole file.',
  },
  'routes.instance.end': {
    zh: '算例不完整，缺少{value}；请取回完整的文件。',
    en: 'The instance ends before {value}; fetch the whole file.',
  },
  'routes.instance.kind': {
    zh: '不能核对这种算例：{value}；支持的是 Cordeau（VRP、PVRP、VRPTW、PVRPTW）、Solomon、TSPLIB（TSP、ATSP）和 milepost.visit-problem/1。',
    en: 'Instances of this kind cannot be checked: {value}; these can: Cordeau (VRP, PVRP, VRPTW, PVRPTW), Solomon, TSPLIB (TSP, ATSP), milepost.visit-problem/1.',
  },
  'routes.instance.json': {
    zh: '拜访问题文件不是有效的 JSON；请取回完整的文件。',
    en: 'The visit problem is no valid JSON; fetch the whole file.',
  },
  'routes.instance.shape': {
    zh: '这里应为 {value}；请按 visit-problem 的格式改正。',
    en: 'Expected {value} here; correct it as the format of visit problems says.',
  },
  'routes.solution.json': {
    zh: '方案文件不是有效的 JSON；请用 milepost routes solve --out 写出。',
    en: 'The plan is no valid JSON; write it with milepost routes solve --out.',
  },
  'routes.solution.format': {
    zh: '方案的格式是 {value}，应为 milepost.routes/1（拜访问题为 milepost.visit-plan/1）；请用 milepost routes solve --out 写出。',
    en: 'The format of the plan is {value} instead of milepost.routes/1 (for a visit problem milepost.visit-plan/1); write it with milepost routes solve --out.',
  },
  'routes.solution.kind': {
    zh: '方案（{value}）与算例不是同一类：milepost.visit-plan/1 是拜访问题的方案，milepost.routes/1 是公开算例的方案；请检查两个文件名是否配对。',
    en: 'The plan ({value}) is of another kind than the instance: milepost.visit-plan/1 is for a visit problem, milepost.routes/1 for a published instance; check that the two files belong together.',
  },
  'routes.solution.shape': {
    zh: '这里应为 {value}；请用 milepost routes solve --out 重新写出。',
    en: 'Expected {value} here; write the plan again with milepost routes solve --out.',
  },
} as const satisfies Record<string, Words>;

/** What can be wrong with a plan. */
export const broken = {
  'client.unknown': { zh: '算例中没有这个客户', en: 'the instance has no such customer' },
  'client.days': {
    zh: '访问日为 {found}，不是允许的组合；允许：{expected}',
    en: 'visited on {found}, which is no allowed combination; allowed: {expected}',
  },
  'client.twice': { zh: '同一天被访问 {found} 次', en: 'visited {found} times on one day' },
  'route.day': { zh: '周期只有 {expected} 天', en: 'the period has only {expected} days' },
  'route.vehicle': {
    zh: '这一天没有这辆车；当天可用 {expected} 辆',
    en: 'there is no such vehicle on this day; {expected} are there',
  },
  'route.twice': { zh: '同一辆车同一天有两条路线', en: 'one vehicle has two routes on one day' },
  'route.capacity': { zh: '载量 {found}，超过上限 {expected}', en: 'the load of {found} exceeds the capacity of {expected}' },
  'route.duration': { zh: '历时 {found}，超过上限 {expected}', en: 'the route takes {found}, more than the limit of {expected}' },
  'route.departure': {
    zh: '{found} 出发，早于车场开门时间 {expected}',
    en: 'departs at {found}, before the depot opens at {expected}',
  },
  'route.return': {
    zh: '{found} 返回，晚于车场关门时间 {expected}',
    en: 'returns at {found}, after the depot closes at {expected}',
  },
  'route.arrival': {
    zh: '写明 {found} 返回，最早只能 {expected} 到达',
    en: 'claims to return at {found}; it cannot be there before {expected}',
  },
  'visit.early': {
    zh: '写明 {found} 开始，最早只能 {expected} 到达',
    en: 'claims to start at {found}; it cannot be there before {expected}',
  },
  'visit.window': { zh: '{found} 开始，不在时间窗 {expected} 内', en: 'starts at {found}, outside of the window {expected}' },
  'plan.cost': {
    zh: '写明的成本是 {found}，重算为 {expected}',
    en: 'the stated cost is {found}; computed again it is {expected}',
  },

  'day.representative': { zh: '问题中没有这位代表', en: 'the problem has no such representative' },
  'day.date': { zh: '日期不在 {expected} 之内', en: 'the date is not within {expected}' },
  'day.twice': { zh: '同一位代表同一天有两条路线', en: 'one representative has two routes on one day' },
  'day.off': { zh: '这一天不上班', en: 'does not work on this day' },
  'day.departure': { zh: '{found} 出发，早于 {expected}', en: 'departs at {found}, before {expected}' },
  'day.return': { zh: '{found} 返回，晚于 {expected}', en: 'returns at {found}, after {expected}' },
  'day.arrival': {
    zh: '写明 {found} 返回，最早只能 {expected} 到达',
    en: 'claims to return at {found}; it cannot be there before {expected}',
  },
  'day.most': { zh: '一天拜访 {found} 次，超过上限 {expected}', en: '{found} visits on one day, more than {expected}' },
  'day.lunch': { zh: '没有安排午休（{expected}）', en: 'there is no lunch ({expected})' },
  'stop.unknown': { zh: '问题中没有这家客户或这个日程', en: 'the problem has no such customer or appointment' },
  'stop.twice': { zh: '同一天被拜访 {found} 次', en: 'visited {found} times on one day' },
  'stop.person': {
    zh: '这位代表不能拜访该客户；可以的有：{expected}',
    en: 'this representative may not visit; these may: {expected}',
  },
  'stop.weekday': { zh: '不在允许拜访的星期', en: 'not on a weekday that visits are wanted on' },
  'stop.closed': {
    zh: '{found} 的拜访不在营业时间 {expected} 内',
    en: 'the visit at {found} is outside of the opening hours {expected}',
  },
  'stop.length': { zh: '{found} 结束，应为 {expected}', en: 'ends at {found} instead of {expected}' },
  'stop.early': { zh: '写明 {found} 开始，最早只能 {expected}', en: 'claims to start at {found}; it cannot before {expected}' },
  'stop.travel': {
    zh: '写明路上 {found} 分钟，实际至少 {expected} 分钟',
    en: 'claims {found} minutes of travel; it takes {expected} at least',
  },
  'stop.pause': {
    zh: '{found} 的停留与 {expected} 的休息或占用时间重叠',
    en: 'the stop at {found} overlaps a pause or busy time at {expected}',
  },
  'appointment.missing': {
    zh: '日程应在 {expected} 进行，方案中没有，也未列为无法安排',
    en: 'the appointment at {expected} is neither in the plan nor listed as not served',
  },
  'promise.missing': {
    zh: '答应的拜访（{expected}）没有兑现，也未列为无法兑现',
    en: 'the promised visit ({expected}) is neither kept nor listed as broken',
  },
  'frozen.changed': {
    zh: '冻结日的安排与已发布的不同：应为 {expected}，实际 {found}',
    en: 'a frozen day differs from the published plan: {expected} expected, got {found}',
  },
  'rhythm.often': {
    zh: '拜访 {found} 次，多于需要的 {expected} 次',
    en: 'visited {found} times, more than the {expected} wanted',
  },
  'rhythm.silent': {
    zh: '拜访与列出的缺少共 {found} 次，应有 {expected} 次',
    en: 'visits and those listed as missing make {found}; {expected} are wanted',
  },
  'rhythm.least': {
    zh: '两次拜访相隔 {found} 天，少于 {expected} 天',
    en: '{found} days between two visits, fewer than {expected}',
  },
  'rhythm.greatest': {
    zh: '相隔 {found} 天，多于 {expected} 天，方案没有说明',
    en: 'a gap of {found} days, more than {expected}, that the plan does not name',
  },
  'rhythm.pattern': { zh: '拜访日 {found} 不属于任何一个组合', en: 'visited on {found}, which fit into no pattern' },
} as const satisfies Record<string, Words>;

/** Puts values into a text. */
export function fill(words: Words, blanks: Readonly<Record<string, string>>): Words {
  const put = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => blanks[name] ?? whole);
  return { zh: put(words.zh), en: put(words.en) };
}
