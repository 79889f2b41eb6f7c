/** Everything this package says, in both languages. */

/** A text in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Why a file cannot be verified, and what to do. */
export const unreadable = {
  'verify.tooLarge': {
    zh: '文件有 {value} 字节，超过 128 MiB 的上限；请拆分计划后分别发布。',
    en: 'The file has {value} bytes, over the limit of 128 MiB; divide the plan and publish the parts.',
  },
  'verify.encoding': {
    zh: '文件不是 UTF-8 编码；请取回发布时的文件。',
    en: 'The file is not UTF-8; fetch the file as it was published.',
  },
  'verify.syntax': {
    zh: '不是有效的 JSON（行:列 {value}）；请取回发布时的文件。',
    en: 'No valid JSON (line:column {value}); fetch the file as it was published.',
  },
  'verify.duplicate': {
    zh: '“{value}”在同一对象里出现两次；请取回发布时的文件。',
    en: '"{value}" occurs twice in one object; fetch the file as it was published.',
  },
  'verify.tooMany': {
    zh: '文件里的对象、列表和属性超过 {value} 个；这不是计划文件。',
    en: 'The file has more than {value} objects, lists and properties; this is no plan file.',
  },
  'verify.tooDeep': {
    zh: '嵌套超过 {value} 层；这不是计划文件。',
    en: 'Nested deeper than {value} levels; this is no plan file.',
  },
  'verify.format': {
    zh: '格式是 {value}，不是已发布的计划文件；请先用 milepost target publish 发布。',
    en: 'The format is {value}, not that of a published plan; publish it first with milepost target publish.',
  },
  'verify.certificate': {
    zh: '文件没有证书；请先用 milepost target publish 发布。',
    en: 'The file has no certificate; publish it first with milepost target publish.',
  },
  'verify.shape': {
    zh: '这里应为 {value}；请取回发布时的文件。',
    en: 'Expected {value} here; fetch the file as it was published.',
  },
} as const satisfies Record<string, Words>;

/** What can be wrong with a published plan. */
export const differs = {
  'differs.hash': {
    zh: '文件内容与证书的哈希不符：按内容应为 {expected}，证书写的是 {found}',
    en: 'the content does not have the hash of the certificate: it is {expected}, stated is {found}',
  },
  'differs.notation': {
    zh: '写法不是发布时的形式：{found}，应写成 {expected}',
    en: 'not written as it is published: {found} instead of {expected}',
  },
  'differs.children': {
    zh: '合计不等于下级之和：下级之和 {expected}，写明的是 {found}，相差 {amount}',
    en: 'the total is not the sum of its children: they add up to {expected}, stated is {found}, off by {amount}',
  },
  'differs.cells': {
    zh: '合计不等于单元格之和：单元格之和 {expected}，写明的是 {found}，相差 {amount}',
    en: 'the total is not the sum of its cells: they add up to {expected}, stated is {found}, off by {amount}',
  },
  'differs.crossed': {
    zh: '交叉合计不等于单元格之和：单元格之和 {expected}，写明的是 {found}，相差 {amount}',
    en: 'the crossed total is not the sum of its cells: they add up to {expected}, stated is {found}, off by {amount}',
  },
  'differs.stated': {
    zh: '证书写明的合计不完整：应有 {expected}，实际 {found}',
    en: 'the certificate does not state the totals it should: {expected} expected, got {found}',
  },
  'differs.hold': {
    zh: '锁定的数值不等于单元格之和：单元格之和 {expected}，锁定的是 {found}，相差 {amount}',
    en: 'the amount held is not the sum of its cells: they add up to {expected}, held is {found}, off by {amount}',
  },
  'differs.padding': {
    zh: '加码层对不上：下级承担的合计 {expected}，写明的是 {found}，相差 {amount}',
    en: 'the padding does not add up: those below carry {expected}, stated is {found}, off by {amount}',
  },
  'differs.absent': { zh: '不属于计划的单元格有数值 {found}', en: 'a cell that is not part of the plan has the amount {found}' },
  'differs.journal.cell': {
    zh: '单元格与历史记录的最后一笔不符：记录是 {expected}，单元格是 {found}，相差 {amount}',
    en: 'the cell is not what the journal says last: {expected} in the journal, {found} in the cell, off by {amount}',
  },
  'differs.journal.target': {
    zh: '最后一笔变更的结果与单元格之和不符：单元格之和 {expected}，记录是 {found}，相差 {amount}',
    en: 'the outcome of the last change is not the sum of its cells: they add up to {expected}, the journal has {found}, off by {amount}',
  },
  'differs.journal.order': {
    zh: '历史记录的序号应为 {expected}，实际是 {found}',
    en: 'the journal entry should be number {expected}, got {found}',
  },
  'differs.calendar': { zh: '证书与文件写的日历不同', en: 'the calendar in the certificate is not that of the file' },
} as const satisfies Record<string, Words>;

/** Puts values into a text. */
export function fill(words: Words, blanks: Readonly<Record<string, string>>): Words {
  const put = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => blanks[name] ?? whole);
  return { zh: put(words.zh), en: put(words.en) };
}
