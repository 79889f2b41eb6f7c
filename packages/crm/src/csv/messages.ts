import type { Words } from '../field.ts';

type Message = readonly [zh: string, en: string, remedyZh: string, remedyEn: string];

/** Every problem an import can report: what is wrong and what to do. `{…}` are filled in. */
const catalogue = {
  'csv.file.unknown': ['不认识的文件名', 'Unknown file name', '文件名请用：{names}', 'Name the file one of: {names}'],
  'csv.file.twice': [
    '“{other}”已提供同一类数据',
    '"{other}" brings the same kind of rows',
    '合并成一个文件',
    'Merge the two files',
  ],
  'csv.file.empty': [
    '没有表头',
    'There is no header',
    '第一行写列名，可用 milepost templates 生成模板',
    'Put column names in the first row; milepost templates writes templates',
  ],
  'csv.file.spreadsheet': [
    '这是 Excel 工作簿，不是 CSV',
    'This is a spreadsheet, not CSV',
    '在 Excel 中另存为“CSV UTF-8”',
    'Save it as "CSV UTF-8" in the spreadsheet program',
  ],
  'csv.file.encoding': [
    '编码既不是 UTF-8 也不是 GBK',
    'The encoding is neither UTF-8 nor GBK',
    '另存为“CSV UTF-8”再导入',
    'Save it as "CSV UTF-8" and import again',
  ],
  'csv.file.quotes': [
    '引号没有成对',
    'A quotation mark is not closed',
    '检查这一行及之前的引号，单元格内的引号写两个',
    'Check the quotes up to this row; write a quote inside a cell twice',
  ],
  'csv.column.unknown': ['不认识的列，已忽略', 'Unknown column, left out', '可用的列见模板', 'The template lists the columns'],
  'csv.column.twice': ['这一列出现两次', 'This column is there twice', '删掉其中一列', 'Remove one of them'],
  'csv.column.missing': ['缺少必填列', 'A required column is missing', '加上这一列', 'Add the column'],
  'csv.row.cells': [
    '单元格比表头多',
    'More cells than the header has',
    '检查是否有未加引号的分隔符',
    'Look for a delimiter that is not inside quotes',
  ],
  'csv.value.required': ['不能为空', 'Must not be empty', '填上值', 'Fill it in'],
  'csv.value.enum': ['不是可选值', 'Not one of the values', '可选：{values}', 'Use one of: {values}'],
  'csv.value.boolean': ['不是“是”或“否”', 'Neither yes nor no', '填 是 或 否', 'Write yes or no'],
  'csv.value.date': ['不是明确的日期', 'Not a clear date', '写成 2026-03-05', 'Write it like 2026-03-05'],
  'csv.value.instant': ['不是明确的时间', 'Not a clear time', '写成 2026-03-05 14:30', 'Write it like 2026-03-05 14:30'],
  'csv.value.hours': [
    '看不懂的营业时间',
    'Opening hours that cannot be read',
    '写成 周一至周五 09:00-18:00；周六 10:00-16:00',
    'Write it like Mon-Fri 09:00-18:00; Sat 10:00-16:00',
  ],
  'csv.value.money': [
    '不是最多两位小数的金额',
    'Not an amount with at most two decimals',
    '以元为单位，例如 1,234.50 或 1.2万',
    'Give it in yuan, like 1,234.50',
  ],
  'csv.value.number': ['不是明确的数字', 'Not a clear number', '例如 1234.5', 'Write it like 1234.5'],
  'csv.value.integer': ['不是整数', 'Not a whole number', '去掉小数', 'Remove the decimals'],
  'csv.value.negative': ['不能为负', 'Must not be negative', '填零或正数', 'Write zero or more'],
  'csv.value.coordinate': [
    '超出经纬度范围',
    'Outside the range of coordinates',
    '检查经度和纬度是否写反',
    'Check whether latitude and longitude are swapped',
  ],
  'csv.value.exponent': [
    '编号被 Excel 改成了科学计数',
    'The id was turned into an exponent by a spreadsheet',
    '把这一列设为文本格式后重新填写',
    'Format the column as text and enter it again',
  ],
  'csv.value.id': [
    '编号过长或含有不可见字符',
    'The id is too long or holds invisible characters',
    '编号最多 100 个字符',
    'Use at most 100 characters',
  ],
  'csv.value.text': [
    '文字过长或含有不可见字符',
    'The text is too long or holds invisible characters',
    '最多 2000 个字符',
    'Use at most 2,000 characters',
  ],
  'csv.value.currency': ['不是币种代码', 'Not a currency code', '例如 CNY', 'Write it like CNY'],
  'import.id.twice': [
    '编号重复，第 {row} 行已用',
    'This id is in row {row} already',
    '每行用不同的编号',
    'Give each row its own id',
  ],
  'import.reference.missing': [
    '找不到编号为“{value}”的{entity}',
    'There is no row "{value}" in {entity}',
    '先补上这一行，或改正编号',
    'Add that row or correct the id',
  ],
  'import.membership.overlap': [
    '与任职“{other}”时间重叠',
    'Overlaps membership "{other}"',
    '同一人同一天只能有一个主要任职，请填失效日期',
    'A person has one primary membership a day: set the end of the other',
  ],
  'import.interval.reversed': ['早于{other}', 'Lies before {other}', '改正其中一个', 'Correct one of the two'],
  'import.line.amount': [
    '不等于数量×单价−折扣，应为 {expected}',
    'Is not quantity × unit price − discount, which is {expected}',
    '改正金额、数量、单价或折扣',
    'Correct amount, quantity, price or discount',
  ],
  'import.order.sum': [
    '不等于明细合计 {expected}',
    'Is not the sum of its lines, {expected}',
    '改正订单金额或补全明细',
    'Correct the order or complete its lines',
  ],
  'import.order.tax': [
    '税额大于金额',
    'The tax exceeds the amount',
    '金额应含税，检查两列',
    'Amounts include tax: check both columns',
  ],
  'import.receipt.exceeds': [
    '发票“{other}”的回款合计 {sum} 超过发票金额 {amount}',
    'Receipts of invoice "{other}" add up to {sum}, its amount is {amount}',
    '检查回款金额或发票编号',
    'Check the amounts and the invoice id',
  ],
  'import.receipt.currency': [
    '与发票“{other}”币种不同',
    'The currency is not that of invoice "{other}"',
    '用发票的币种',
    "Use the invoice's currency",
  ],
  'import.deal.closed': [
    '阶段与关闭日期不一致',
    'Stage and closing date do not agree',
    '赢单和输单要有关闭日期，其他阶段不要填',
    'Won and lost need a closing date, other stages none',
  ],
  'import.unit.cycle': ['上级组织成环', 'The parent units form a ring', '改正上级组织编号', 'Correct the parent unit id'],
} as const satisfies Record<string, Message>;

/** The stable code of a problem. */
export type ProblemCode = keyof typeof catalogue;
/** The codes a single cell can give. */
export type ValueCode = Extract<ProblemCode, `csv.value.${string}`>;

/** Message and remedy of a code with its blanks filled. A value that is a `Words` differs by language. */
export function messageOf(
  code: ProblemCode,
  blanks: Readonly<Record<string, string | Words>> = {},
): { message: Words; remedy: Words } {
  const [zh, en, remedyZh, remedyEn] = catalogue[code];
  const fill = (text: string, locale: 'zh-CN' | 'en'): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const blank = blanks[name];
      return blank === undefined ? whole : typeof blank === 'string' ? blank : blank[locale];
    });
  return {
    message: { 'zh-CN': fill(zh, 'zh-CN'), en: fill(en, 'en') },
    remedy: { 'zh-CN': fill(remedyZh, 'zh-CN'), en: fill(remedyEn, 'en') },
  };
}

/** All codes, for documentation. */
export const problemCodes = Object.keys(catalogue) as ProblemCode[];
