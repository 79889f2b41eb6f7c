/** Errors of published instance files. `{value}` is replaced by the offending value; the path names the line. */
export const formatMessages = {
  'routing.format.unknown': {
    zh: '看不出这是哪种算例格式（开头是“{value}”）；请用 --format 指明 cordeau、solomon、tsplib 或 json。',
    en: 'This looks like none of the known formats (it begins with "{value}"); name one with --format: cordeau, solomon, tsplib or json.',
  },
  'routing.format.end': {
    zh: '文件在此处中断，缺少{value}；请取回完整的文件。',
    en: 'The file ends here, before {value}; fetch the whole file.',
  },
  'routing.format.number': {
    zh: '这里应为数字，实际是“{value}”；请检查这一行各列是否错位。',
    en: 'Expected a number, got "{value}"; check whether the columns of this line have shifted.',
  },
  'routing.format.whole': {
    zh: '这里应为不小于 0 的整数，实际是 {value}；请改正。',
    en: 'Expected a whole number of at least 0, got {value}; correct it.',
  },
  'routing.format.negative': {
    zh: '这里不能是负数，实际是 {value}；请改正。',
    en: 'This cannot be negative, got {value}; correct it.',
  },
  'routing.format.columns': {
    zh: '这一行的数字个数不对（实际 ≠ 应有：{value}）；请按格式补齐或删去多余的。',
    en: 'This line has the wrong number of values (found ≠ expected: {value}); complete it or take out what is too much.',
  },
  'routing.format.tooMuch': {
    zh: '所有客户之后还有内容“{value}”；请核对文件开头写的客户数。',
    en: 'There is more after the last customer: "{value}"; check the number of customers stated at the beginning.',
  },
  'routing.format.tooMany': {
    zh: '共 {value} 个地点或车次，超过 5,000 个的上限；请拆分算例。',
    en: 'The file has {value} places or vehicle days, more than the limit of 5,000; divide it.',
  },
  'routing.format.kind': {
    zh: '不支持的类型 {value}；Cordeau 格式支持 0（VRP）、1（PVRP）、4（VRPTW）和 5（PVRPTW）。',
    en: 'Type {value} is not supported; of the Cordeau format these are: 0 (VRP), 1 (PVRP), 4 (VRPTW) and 5 (PVRPTW).',
  },
  'routing.format.days': {
    zh: '周期必须是 1 到 31 天，实际是 {value}；请改正。',
    en: 'The period has 1 to 31 days, got {value}; correct it.',
  },
  'routing.format.depot': {
    zh: '没有编号为 0 的车场（仓库）行；请补上。',
    en: 'There is no row number 0, the depot; add it.',
  },
  'routing.format.duplicate': {
    zh: '编号 {value} 出现两次；请改正其中一个。',
    en: 'Number {value} occurs twice; correct one of them.',
  },
  'routing.format.pattern': {
    zh: '访问组合 {value} 超出周期天数，或不含任何一天；组合是按位表示的整数，第一天在最左位。',
    en: 'Combination {value} has a day outside of the period, or none at all; it is a bit mask with the first day leftmost.',
  },
  'routing.format.noPattern': {
    zh: '客户 {value} 没有任何访问组合；请至少写一个。',
    en: 'Customer {value} has no combination of days; give at least one.',
  },
  'routing.format.window': {
    zh: '时间窗的开始晚于结束（{value}）；请改正。',
    en: 'The window closes before it opens ({value}); correct it.',
  },
  'routing.format.section': {
    zh: '这里应为“{value}”；请检查文件是否完整、格式是否选对。',
    en: 'Expected "{value}" here; check that the file is whole and of this format.',
  },
  'routing.format.keyword': {
    zh: '不支持的 TSPLIB 内容：{value}；支持的是 TSP 和 ATSP，距离类型 EUC_2D、CEIL_2D、MAN_2D、MAX_2D、ATT、GEO，以及矩阵 EXPLICIT。',
    en: 'TSPLIB content that is not supported: {value}; TSP and ATSP are, with EUC_2D, CEIL_2D, MAN_2D, MAX_2D, ATT, GEO, or an EXPLICIT matrix.',
  },
  'routing.format.missing': {
    zh: '缺少“{value}”；请补上。',
    en: 'The file lacks "{value}"; add it.',
  },
  'routing.format.triangle': {
    zh: '矩阵应有 {value} 个数；请按 DIMENSION 和 EDGE_WEIGHT_FORMAT 补齐。',
    en: 'The matrix needs {value} numbers; complete it as DIMENSION and EDGE_WEIGHT_FORMAT say.',
  },
} as const;
