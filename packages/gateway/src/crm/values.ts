import type { FieldDef, Scalar } from '@milepost/crm';
import { isStorable } from '../http/body.ts';
import { invalid, words } from '../http/problem.ts';
import { isDay } from './periods.ts';

/** PostgreSQL's name of a type, for casts of parameters. */
export const sqlTypeOf: Readonly<Record<FieldDef['type'], string>> = {
  id: 'text',
  ref: 'text',
  text: 'text',
  enum: 'text',
  money: 'bigint',
  integer: 'bigint',
  number: 'double precision',
  date: 'date',
  instant: 'timestamptz',
  boolean: 'boolean',
  json: 'jsonb',
};

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Checks that a filter's value fits the field it is compared with. @throws ApiProblem at `path`. */
export function checkValue(value: unknown, type: FieldDef['type'], path: string, values?: readonly string[]): Scalar {
  switch (type) {
    case 'money':
    case 'integer':
      if (!Number.isSafeInteger(value)) throw wrong(path, '整数', 'an integer');
      return value as number;
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(path, '数字', 'a number');
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong(path, 'true 或 false', 'true or false');
      return value;
    case 'date':
      if (typeof value !== 'string' || !isDay(value)) throw wrong(path, '日期 YYYY-MM-DD', 'a day YYYY-MM-DD');
      return value;
    case 'instant':
      if (typeof value !== 'string' || !instant.test(value) || Number.isNaN(Date.parse(value))) {
        throw wrong(path, 'ISO 8601 时间', 'an ISO 8601 time');
      }
      return value;
    case 'json':
      throw wrong(path, '可比较的字段（此字段是结构化内容）', 'a field that can be compared (this one is structured)');
    default:
      if (typeof value !== 'string' || !isStorable(value) || value.length > 2000) throw wrong(path, '文本', 'a text');
      if (values && !values.includes(value)) {
        throw wrong(path, values.join('、'), `one of ${values.join(', ')}`);
      }
      return value;
  }
}

/** A value of the wrong kind at a path. */
export function wrong(path: string, zh: string, en: string): Error {
  return invalid(path, 'value', words(`应为${zh}`, `expected ${en}`));
}
