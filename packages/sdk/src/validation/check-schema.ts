import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { nearestNames } from './nearest.ts';
import { dottedPath } from './problem.ts';
import type { ContractProblem } from './problem.ts';

/** Checks a value against a schema; an empty list means it fits. */
export type SchemaCheck = (value: unknown) => readonly ContractProblem[];

/**
 * Compiles a JSON Schema (draft 2020-12) into a check whose problems people can act on.
 * `prefix` starts the codes. Compilation is lazy: a process that never checks does not pay for it.
 */
export function schemaCheck(schema: object, prefix: string): SchemaCheck {
  let validate: ValidateFunction | undefined;
  return (value) => {
    validate ??= new Ajv2020({
      allErrors: true,
      strict: false,
      discriminator: true,
      verbose: true,
      validateFormats: false,
    }).compile(schema);
    if (validate(value)) return [];
    return (validate.errors ?? []).filter(isCause).map((error) => toProblem(error, prefix));
  };
}

/** The reason a value is not a usable JSON Schema, or null when it is. */
export function schemaFault(schema: object): string | null {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  if (!ajv.validateSchema(schema)) return ajv.errorsText(ajv.errors, { dataVar: 'schema' });
  try {
    ajv.compile(schema);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isCause(error: ErrorObject): boolean {
  return !['if', 'oneOf', 'anyOf', 'propertyNames'].includes(error.keyword);
}

function toProblem(error: ErrorObject, prefix: string): ContractProblem {
  const path = pathOf(error);
  const { zh, en, zhRemedy, enRemedy } = explain(error);
  return {
    path,
    code: `${prefix}.${error.keyword === 'discriminator' ? 'kind' : error.keyword}`,
    message: { 'zh-CN': zh, en },
    remedy: { 'zh-CN': zhRemedy ?? '请按说明修改此处。', en: enRemedy ?? 'Correct this place as described.' },
  };
}

function pathOf(error: ErrorObject): string {
  const base = dottedPath(error.instancePath);
  const extra =
    error.keyword === 'additionalProperties'
      ? param(error, 'additionalProperty')
      : error.keyword === 'required'
        ? param(error, 'missingProperty')
        : undefined;
  if (typeof extra !== 'string') return base;
  return base === '$' ? extra : `${base}.${extra}`;
}

function param(error: ErrorObject, name: string): unknown {
  return (error.params as Readonly<Record<string, unknown>>)[name];
}

interface Explanation {
  readonly zh: string;
  readonly en: string;
  readonly zhRemedy?: string;
  readonly enRemedy?: string;
}

function explain(error: ErrorObject): Explanation {
  switch (error.keyword) {
    case 'required':
      return { zh: '缺少此项。', en: 'is missing.', zhRemedy: '请补上此项。', enRemedy: 'Add it.' };
    case 'additionalProperties':
      return explainUnknownName(error);
    case 'type': {
      const wanted = String(param(error, 'type'));
      return { zh: `应为 ${wanted}，实际是 ${kindOf(error.data)}。`, en: `expected ${wanted}, got ${kindOf(error.data)}.` };
    }
    case 'enum':
      return explainChoice(error, (param(error, 'allowedValues') as readonly unknown[]).map(String));
    case 'const':
      return {
        zh: `应为 ${JSON.stringify(param(error, 'allowedValue'))}。`,
        en: `expected ${JSON.stringify(param(error, 'allowedValue'))}.`,
      };
    case 'pattern':
      return {
        zh: `${shown(error.data)} 的写法不对，应符合 ${String(param(error, 'pattern'))}。`,
        en: `${shown(error.data)} does not match ${String(param(error, 'pattern'))}.`,
      };
    case 'discriminator':
      return {
        zh: `${shown(error.data)} 没有可识别的 ${String(param(error, 'tag'))}。`,
        en: `${shown(error.data)} has no known ${String(param(error, 'tag'))}.`,
      };
    default:
      return { zh: `不符合要求（${error.keyword}）：${error.message ?? ''}。`, en: `${error.message ?? 'is not allowed'}.` };
  }
}

function explainUnknownName(error: ErrorObject): Explanation {
  const name = String(param(error, 'additionalProperty'));
  const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});
  const near = nearestNames(name, known);
  return {
    zh: '没有这个名称的项。',
    en: 'is not a known name.',
    ...(near.length > 0
      ? { zhRemedy: `是否要写 ${near.join('、')}？`, enRemedy: `Did you mean ${near.join(', ')}?` }
      : { zhRemedy: '请删除此项。', enRemedy: 'Remove it.' }),
  };
}

function explainChoice(error: ErrorObject, allowed: readonly string[]): Explanation {
  const near = typeof error.data === 'string' ? nearestNames(error.data, allowed) : [];
  return {
    zh: `${shown(error.data)} 不在可选值中。`,
    en: `${shown(error.data)} is not one of the possible values.`,
    zhRemedy: near.length > 0 ? `是否要写 ${near.join('、')}？` : `可选：${allowed.join('、')}。`,
    enRemedy: near.length > 0 ? `Did you mean ${near.join(', ')}?` : `Possible: ${allowed.join(', ')}.`,
  };
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
