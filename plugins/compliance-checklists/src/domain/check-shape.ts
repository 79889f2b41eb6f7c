import type { Problem } from '@milepost/checklist';

/** The part of JSON Schema that the template's schema uses. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const maxDepth = 60;

/** What keeps a value from having the shape of a schema, each with its path; at most 50. */
export function checkShape(value: unknown, schema: object): readonly Problem[] {
  const root = schema as Schema;
  return check(value, root, root, '', 0).slice(0, 50);
}

function problem(path: string, zh: string, en: string): Problem {
  return {
    code: 'template.shape',
    path: path || '$',
    message: { zh: `${zh}。`, en: `${en}.` },
    remedy: { zh: '请改正文件后重新导入。', en: 'Correct the file and import it again.' },
  };
}

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

function check(value: unknown, schema: Schema, root: Schema, path: string, depth: number): readonly Problem[] {
  if (depth > maxDepth) return [problem(path, '嵌套过深', 'nested too deeply')];
  if (schema.$ref) return check(value, root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}, root, path, depth + 1);
  if (schema.oneOf) return checkOneOf(value, schema.oneOf, root, path, depth);
  if (schema.enum && !schema.enum.includes(value)) {
    const allowed = schema.enum.map(String);
    return [problem(path, `应为 ${allowed.join('、')} 之一`, `must be one of ${allowed.join(', ')}`)];
  }
  const got = typeOf(value);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const fits = types.length === 0 || types.some((type) => type === got || (type === 'integer' && Number.isInteger(value)));
  if (!fits) return [problem(path, `应为 ${types.join(' 或 ')}，实为 ${got}`, `expected ${types.join(' or ')}, got ${got}`)];
  if (got === 'object') return checkObject(value as Record<string, unknown>, schema, root, path, depth);
  if (got === 'array') return checkArray(value as readonly unknown[], schema, root, path, depth);
  return checkScalar(value, schema, path);
}

/** Of several shapes the one that comes closest speaks; items name theirs by `type`. */
function checkOneOf(value: unknown, shapes: readonly Schema[], root: Schema, path: string, depth: number): readonly Problem[] {
  const named = typeOf(value) === 'object' ? (value as Record<string, unknown>)['type'] : undefined;
  const byType = shapes.filter(({ properties }) => properties?.['type']?.enum?.includes(named));
  let best: readonly Problem[] | null = null;
  for (const shape of byType.length > 0 ? byType : shapes) {
    const problems = check(value, shape, root, path, depth + 1);
    if (problems.length === 0) return [];
    if (!best || problems.length < best.length) best = problems;
  }
  return best ?? [];
}

function checkObject(
  value: Record<string, unknown>,
  schema: Schema,
  root: Schema,
  path: string,
  depth: number,
): readonly Problem[] {
  const at = (key: string): string => (path ? `${path}.${key}` : key);
  const known = schema.properties ?? {};
  const missing = (schema.required ?? [])
    .filter((key) => !Object.hasOwn(value, key))
    .map((key) => problem(at(key), '缺少此项', 'is missing'));
  const extra = schema.additionalProperties === false ? Object.keys(value).filter((key) => !Object.hasOwn(known, key)) : [];
  return [
    ...missing,
    ...extra.map((key) => problem(at(key), '不认识此项', 'is not known here')),
    ...Object.entries(known).flatMap(([key, part]) =>
      Object.hasOwn(value, key) ? check(value[key], part, root, at(key), depth + 1) : [],
    ),
  ];
}

function checkArray(
  value: readonly unknown[],
  { items, minItems = 0 }: Schema,
  root: Schema,
  path: string,
  depth: number,
): readonly Problem[] {
  if (value.length < minItems) return [problem(path, `至少 ${minItems} 项`, `needs at least ${minItems} entries`)];
  return items ? value.flatMap((part, index) => check(part, items, root, `${path}.${index}`, depth + 1)) : [];
}

function checkScalar(value: unknown, schema: Schema, path: string): readonly Problem[] {
  if (typeof value === 'string') {
    if (schema.pattern && !new RegExp(schema.pattern).test(value))
      return [problem(path, `“${value}”格式不对（${schema.pattern}）`, `"${value}" must match ${schema.pattern}`)];
    if (value.length < (schema.minLength ?? 0)) return [problem(path, '不能为空', 'must not be empty')];
  }
  if (typeof value === 'number') {
    const { minimum = -Infinity, maximum = Infinity } = schema;
    if (value < minimum || value > maximum)
      return [problem(path, `应在 ${minimum} 与 ${maximum} 之间`, `must lie between ${minimum} and ${maximum}`)];
  }
  return [];
}
