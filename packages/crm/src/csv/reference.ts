import { entities } from '../entities/index.ts';
import { entityNames } from '../field.ts';
import type { EntityName, FieldDef, Words } from '../field.ts';
import { columnDefaults, columnsOf, enumLabel, headerOf } from './columns.ts';
import { exampleOf } from './template.ts';
import { fileNames } from './words.ts';

type Locale = 'zh-CN' | 'en';

const typeWords: Readonly<Record<FieldDef['type'], Words>> = {
  id: { 'zh-CN': '编号', en: 'id' },
  ref: { 'zh-CN': '编号', en: 'id' },
  text: { 'zh-CN': '文字', en: 'text' },
  enum: { 'zh-CN': '可选值', en: 'one of' },
  money: { 'zh-CN': '金额，元，最多两位小数', en: 'amount in yuan, at most two decimals' },
  integer: { 'zh-CN': '整数', en: 'whole number' },
  number: { 'zh-CN': '数字', en: 'number' },
  date: { 'zh-CN': '日期', en: 'date' },
  instant: { 'zh-CN': '时间', en: 'date and time' },
  boolean: { 'zh-CN': '是或否', en: 'yes or no' },
  json: { 'zh-CN': '营业时间', en: 'opening hours' },
};

/** The columns of every file as Markdown tables, made from the canonical model. */
export function columnReference(locale: Locale): string {
  return entityNames.map((entity) => section(entity, locale)).join('\n');
}

function section(entity: EntityName, locale: Locale): string {
  const [english = '', chinese = ''] = fileNames[entity];
  const head =
    locale === 'en'
      ? '| Column | 中文列名 | Field | Holds | Required | Example |'
      : '| 列名 | English column | 字段 | 内容 | 必填 | 示例 |';
  const rows = columnsOf(entity).map((field) => row(entity, field, locale));
  return [
    `### ${entities[entity].label[locale]}: \`${english}.csv\`, \`${chinese}.csv\``,
    '',
    head,
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function row(entity: EntityName, field: FieldDef, locale: Locale): string {
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const cells = [
    headerOf(field, locale),
    headerOf(field, other),
    `\`${field.name}\``,
    holds(entity, field, locale),
    need(field, locale),
    exampleOf(entity, field, locale),
  ];
  return `| ${cells.join(' | ')} |`;
}

function holds(entity: EntityName, field: FieldDef, locale: Locale): string {
  const word = typeWords[field.type][locale];
  if (field.type === 'ref')
    return locale === 'en'
      ? `id in ${entities[field.ref as EntityName].label.en}`
      : `${entities[field.ref as EntityName].label['zh-CN']}的编号`;
  if (field.type !== 'enum') return word;
  const separator = locale === 'en' ? ', ' : '、';
  return `${word}${locale === 'en' ? ' ' : '：'}${(field.values ?? []).map((value) => enumLabel(entity, field, value, locale)).join(separator)}`;
}

function need(field: FieldDef, locale: Locale): string {
  if (!field.required) return locale === 'en' ? 'no' : '否';
  const preset = columnDefaults[field.name];
  if (preset === undefined) return locale === 'en' ? 'yes' : '是';
  const zh = preset === true ? '否，默认是' : preset === 0 ? '否，默认 0' : '否，默认公司币种';
  const en = preset === true ? 'no, yes by default' : preset === 0 ? 'no, 0 by default' : "no, the company's by default";
  return locale === 'en' ? en : zh;
}
