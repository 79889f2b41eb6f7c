/** Messages about files: what `readJson` and the readers of specs, plans, edits and diffs refuse. Part of `messages.ts`. */
export const fileMessages = {
  'allocation.file.tooLarge': {
    zh: '文件有 {value} 字节，超过 128 MiB 的上限；请写成不含历史记录的计划，或按单位拆分。',
    en: 'The file has {value} bytes, over the limit of 128 MiB; write the plan without its journal, or divide it by unit.',
  },
  'allocation.file.tooMany': {
    zh: '文件里的对象、列表和属性超过 {value} 个；请用 rows 和 cells 的紧凑写法，或拆分文件。',
    en: 'The file has more than {value} objects, lists and properties; use the compact rows and cells, or divide the file.',
  },
  'allocation.file.tooDeep': {
    zh: '嵌套超过 {value} 层；文件格式没有这么深的结构，请检查括号。',
    en: 'Nested deeper than {value} levels; no part of the format is, check the brackets.',
  },
  'allocation.file.encoding': {
    zh: '文件不是 UTF-8 编码（第 {value} 字节处）；请另存为 UTF-8。',
    en: 'The file is not UTF-8 (at byte {value}); save it as UTF-8.',
  },
  'allocation.file.syntax': {
    zh: '不是有效的 JSON（行:列 {value}）；文本用双引号，数字不能写成 NaN 或 Infinity，结尾不留逗号。',
    en: 'No valid JSON (line:column {value}); quote texts with double quotes, write no NaN or Infinity and no comma at the end.',
  },
  'allocation.file.number': {
    zh: '数字 {value} 无法精确表示；金额请用最小货币单位的整数，绝对值不超过 9007199254740991。',
    en: 'The number {value} cannot be held exactly; write amounts as integers in minor units, up to 9007199254740991.',
  },
  'allocation.file.key.duplicate': {
    zh: '“{value}”在同一对象里出现两次；请只保留一个。',
    en: '"{value}" occurs twice in one object; keep one of the two.',
  },
  'allocation.file.key.unknown': {
    zh: '没有名为“{value}”的项；请对照格式说明改正或删除。',
    en: 'There is no property "{value}"; correct its name by the description of the format, or remove it.',
  },
  'allocation.file.missing': {
    zh: '缺少必填项“{value}”，请补上。',
    en: 'The property "{value}" is missing; add it.',
  },
  'allocation.file.format': {
    zh: '文件的 format 不对（现有 ≠ 应为）：{value}；请换成对应的文件，或用写出它的版本打开。',
    en: 'The format of the file is not the one needed (got ≠ needed): {value}; give the file that is meant, or read it with the version that wrote it.',
  },
  'allocation.file.object': { zh: '这里需要对象 {…}，收到的是 {value}。', en: 'An object {…} is needed here, got {value}.' },
  'allocation.file.list': { zh: '这里需要列表 […]，收到的是 {value}。', en: 'A list […] is needed here, got {value}.' },
  'allocation.file.text': {
    zh: '这里需要非空文本，收到的是 {value}。',
    en: 'A text that is not empty is needed here, got {value}.',
  },
  'allocation.file.boolean': {
    zh: '这里需要 true 或 false，收到的是 {value}。',
    en: 'true or false is needed here, got {value}.',
  },
  'allocation.file.choice': { zh: '不是可选的值：{value}。', en: 'Not one of the possible values: {value}.' },
  'allocation.file.instant': {
    zh: '{value} 不是时间；请写成 2026-01-05T09:00:00+08:00。',
    en: '{value} is no instant; write it like 2026-01-05T09:00:00+08:00.',
  },
  'allocation.file.length': {
    zh: '个数不对：{value}；请补齐或删去多余的。',
    en: 'Wrong count: {value}; add what is missing or remove what is too much.',
  },
  'allocation.file.range': {
    zh: '编号超出范围：{value}；请改为范围内的编号。',
    en: 'A number out of its range: {value}; use one of the range.',
  },
  'allocation.file.order': {
    zh: '成员“{value}”没有紧跟在上级的子树里；计划文件按先上级、后下级、逐枝的顺序列出成员。',
    en: 'The member "{value}" does not stand in the subtree of its parent; plan files list members depth first.',
  },
  'allocation.file.row.duplicate': {
    zh: '组合“{value}”出现了两次，请去掉一个。',
    en: 'The combination "{value}" occurs twice; remove one of the two.',
  },
  'allocation.file.absent': {
    zh: '不属于计划的单元格不能有数值，收到的是 {value}；请改为 null，或从 absent 中去掉。',
    en: 'A cell that is not part of the plan has no amount, got {value}; write null, or take it off the absent ones.',
  },
  'allocation.file.csv': {
    zh: '表格这一行的引号不成对（{value}）；单元格里有逗号或换行时才需要引号，引号本身写两遍。',
    en: 'The quotes of this row of the table do not close ({value}); quote cells with commas or line breaks, and double the quotes in them.',
  },
  'allocation.file.csv.columns': {
    zh: '表头没有金额列（现有：{value}）；请把金额列命名为 金额 或 amount（元），或 amountMinor（分）、数量（整数）。',
    en: 'The header has no column of amounts (it has: {value}); name it amount or 金额 (in units), or amountMinor or 数量 (integers).',
  },
  'allocation.file.csv.cells': {
    zh: '这一行的格数与表头不同（{value}）；金额里有千分位逗号时要用引号括起来，如 "1,234.50"。',
    en: 'This row has not as many cells as the header ({value}); quote amounts that have commas: "1,234.50".',
  },
  'allocation.file.csv.amount': {
    zh: '“{value}”不是金额；请只写数字，如 1234.50，最多两位小数；amountMinor 和 数量 列写整数。',
    en: '"{value}" is no amount; write digits alone, such as 1234.50, with up to two decimals; integers under amountMinor and 数量.',
  },
  'allocation.file.facts.axis': {
    zh: '历史数据不含要分解的维度（{value}）；请在表头用维度的标识命名这一列，或换用其他方法。',
    en: 'The facts do not name the axis they shall divide ({value}); head a column with the id of the axis, or use another method.',
  },
  'allocation.file.facts.period': {
    zh: '“{value}”不是期间；请写成 2025、2025-Q1、2025-03、2025-W07 或 2025-03-05。',
    en: '"{value}" is no period; write 2025, 2025-Q1, 2025-03, 2025-W07 or 2025-03-05.',
  },
  'allocation.file.metric': {
    zh: '计划有多个指标，请指明其中一个：{value}。',
    en: 'The plan has several metrics; name one of them: {value}.',
  },
  'allocation.file.beside': {
    zh: '“{value}”不在说明文件旁边；请把表格放到同一文件夹里，只写文件名。',
    en: '"{value}" does not lie beside the spec; put the table into the same folder and name it alone.',
  },
  'allocation.file.unreadable': {
    zh: '无法读取“{value}”；请检查文件名和读取权限。',
    en: 'Cannot read "{value}"; check its name and the right to read it.',
  },
  'allocation.file.period.overlap': {
    zh: '期间 {value} 重叠或超出上级；同一天只能属于一个期间，请改正时间维度。',
    en: 'The periods {value} overlap, or one reaches beyond its parent; a day belongs to one period, correct the time axis.',
  },
  'allocation.file.shape': {
    zh: '两份计划的结构不同：{value}；只能比较指标、维度和组合都相同的计划。',
    en: 'The plans differ in shape: {value}; compare plans with the same metrics, axes and combinations.',
  },
  'allocation.file.hold': {
    zh: '锁定的数值与单元格不一致：{value}；请改正其中一个。',
    en: 'The amount held is not that of the cell: {value}; correct one of the two.',
  },
} as const;
