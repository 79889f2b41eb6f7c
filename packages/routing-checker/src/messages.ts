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
    zh: '不能核对这种算例：{value}；支持的是 Cordeau（VRP、PVRP、VRPTW、PVRPTW）、Solomon 和 TSPLIB（TSP、ATSP）。',
    en: 'Instances of this kind cannot be checked: {value}; these can: Cordeau (VRP, PVRP, VRPTW, PVRPTW), Solomon, TSPLIB (TSP, ATSP).',
  },
  'routes.solution.json': {
    zh: '方案文件不是有效的 JSON；请用 milepost routes solve --out 写出。',
    en: 'The plan is no valid JSON; write it with milepost routes solve --out.',
  },
  'routes.solution.format': {
    zh: '方案的格式是 {value}，应为 milepost.routes/1；请用 milepost routes solve --out 写出。',
    en: 'The format of the plan is {value} instead of milepost.routes/1; write it with milepost routes solve --out.',
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
} as const satisfies Record<string, Words>;

/** Puts values into a text. */
export function fill(words: Words, blanks: Readonly<Record<string, string>>): Words {
  const put = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => blanks[name] ?? whole);
  return { zh: put(words.zh), en: put(words.en) };
}
