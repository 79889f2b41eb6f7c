import type { Words } from '@milepost/crm';
import type { JsonSchema } from '@milepost/sdk/manifest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { words } from '../http/problem.ts';
import type { Finding } from '../http/problem.ts';

/** Checks one value; an empty list means it fits. */
export type SchemaCheck = (value: unknown, path: string) => readonly Finding[];

const maxFindings = 100;
const cache = new WeakMap<JsonSchema, SchemaCheck>();

/** Compiles a JSON Schema (draft 2020-12) once. @throws Error when the schema itself is broken. */
export function compileSchema(schema: JsonSchema): SchemaCheck {
  const known = cache.get(schema);
  if (known) return known;
  // One Ajv for each schema: two plugins may use the same `$id`.
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  const check: SchemaCheck = (value, path) => {
    if (validate(value)) return [];
    return (validate.errors ?? []).slice(0, maxFindings).map((error) => findingOf(error, path));
  };
  cache.set(schema, check);
  return check;
}

function findingOf(error: ErrorObject, root: string): Finding {
  const steps = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  const params = error.params as Record<string, unknown>;
  const named = params['missingProperty'] ?? params['additionalProperty'] ?? params['unevaluatedProperty'];
  if (typeof named === 'string') steps.push(named);
  return {
    path: [root, ...steps].join('.'),
    code: error.keyword,
    message: messageOf(error, params, steps.at(-1) ?? ''),
  };
}

const typeWords: Readonly<Record<string, Words>> = {
  string: words('文本', 'a text'),
  integer: words('整数', 'an integer'),
  number: words('数字', 'a number'),
  boolean: words('true 或 false', 'true or false'),
  object: words('对象', 'an object'),
  array: words('列表', 'a list'),
  null: words('null', 'null'),
};

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};

function messageOf(error: ErrorObject, params: Record<string, unknown>, name: string): Words {
  const limit = show(params['limit']);
  switch (error.keyword) {
    case 'type':
      return typeMessage(params['type'], name);
    case 'required':
      return words('缺少此项', 'is missing');
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return words('不允许有此项', 'is not allowed here');
    case 'enum': {
      const values = (params['allowedValues'] as unknown[]).map(show);
      return words(`应为下列之一：${values.join('、')}`, `must be one of ${values.join(', ')}`);
    }
    case 'const':
      return words(`应为 ${show(params['allowedValue'])}`, `must be ${show(params['allowedValue'])}`);
    case 'minimum':
      return words(`不能小于 ${limit}`, `must not be less than ${limit}`);
    case 'maximum':
      return words(`不能大于 ${limit}`, `must not be more than ${limit}`);
    case 'exclusiveMinimum':
      return words(`应大于 ${limit}`, `must be more than ${limit}`);
    case 'exclusiveMaximum':
      return words(`应小于 ${limit}`, `must be less than ${limit}`);
    case 'multipleOf':
      return words(`应为 ${show(params['multipleOf'])} 的倍数`, `must be a multiple of ${show(params['multipleOf'])}`);
    case 'minLength':
      return words(`至少 ${limit} 个字`, `must have at least ${limit} characters`);
    case 'maxLength':
      return words(`最多 ${limit} 个字`, `must have at most ${limit} characters`);
    case 'minItems':
    case 'minProperties':
      return words(`至少 ${limit} 项`, `must have at least ${limit} items`);
    case 'maxItems':
    case 'maxProperties':
      return words(`最多 ${limit} 项`, `must have at most ${limit} items`);
    case 'uniqueItems':
      return words('各项不能重复', 'must not hold the same item twice');
    case 'pattern':
      return words(`格式应为 ${show(params['pattern'])}`, `must match ${show(params['pattern'])}`);
    case 'format':
      return words(`应为 ${show(params['format'])} 格式`, `must be a ${show(params['format'])}`);
    default:
      return words(`不符合规则 ${error.keyword}`, error.message ?? `does not satisfy ${error.keyword}`);
  }
}

function typeMessage(type: unknown, name: string): Words {
  // Money is in minor units by convention of the name; saying so prevents the commonest mistake.
  const money = name.endsWith('Minor');
  const types = (Array.isArray(type) ? type : [type]).map((item) => {
    const known = typeWords[String(item)] ?? words(String(item), String(item));
    return money && item === 'integer' ? words(`${known['zh-CN']}（分）`, `${known.en} (minor units)`) : known;
  });
  const zh = types.map((item) => item['zh-CN']).join('或');
  const spaced = `应为${zh}`.replace(/(\p{Script=Han})([A-Za-z])/gu, '$1 $2').replace(/([A-Za-z])(\p{Script=Han})/gu, '$1 $2');
  return words(spaced, `must be ${types.map((item) => item.en).join(' or ')}`);
}
