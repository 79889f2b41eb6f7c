import { readFile } from 'node:fs/promises';
import { validateManifest } from '@milepost/sdk/manifest';
import { describe, expect, it } from 'vitest';

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly required?: readonly string[];
}

const page = await readFile(new URL('../../../../docs/reference/manifest.md', import.meta.url), 'utf8');
const root = JSON.parse(
  await readFile(new URL('../../../sdk/src/manifest/manifest.schema.json', import.meta.url), 'utf8'),
) as Schema;

/** Names of definitions that are shown as a kind of value, not opened. */
const kinds: Readonly<Record<string, string>> = {
  kebabId: 'name such as `visit-planning`',
  slotId: 'slot such as `account/overview/v1`',
  file: 'path inside the build',
  files: 'list of paths inside the build',
  words: 'text as `{ "zh-CN", "en" }`',
  viewName: 'name of a view',
};

function kindOf(schema: Schema): string {
  const name = schema.$ref?.split('/').at(-1) ?? '';
  const kind = kinds[name];
  if (kind !== undefined) return kind;
  const { type = '', enum: values, const: only, items } = resolved(schema);
  if (only !== undefined) return `\`${JSON.stringify(only)}\``;
  if (values) return values.map((value) => `\`${String(value)}\``).join(', ');
  if (items) return `list: ${kindOf(items)}`;
  return type;
}

/** A definition with the description of the place that names it, where it has one. */
function resolved(schema: Schema): Schema {
  const definition = schema.$ref ? root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] : undefined;
  return definition ? { ...definition, ...schema } : schema;
}

/** One row for each field, in the order of the schema. */
function rowsOf(schema: Schema, prefix = ''): readonly string[] {
  const { properties = {}, required = [] } = resolved(schema);
  return Object.entries(properties).flatMap(([name, field]) => {
    const place = prefix + name;
    const row = `| \`${place}\` | ${kindOf(field)} | ${required.includes(name) ? 'yes' : ''} | ${resolved(field).description ?? ''} |`;
    if (kinds[field.$ref?.split('/').at(-1) ?? ''] !== undefined) return [row];
    const { items } = resolved(field);
    return [row, ...(items ? rowsOf(items, `${place}[].`) : rowsOf(field, `${place}.`))];
  });
}

const meaningOf = (row = ''): string => row.split(' | ').at(-1)?.replace(/ ?\|$/, '').trim() ?? '';

const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? 'null');

describe('the reference of the manifest', () => {
  it('lists every field as the schema has it, and no other', () => {
    const written = page.split('\n').filter((line) => line.startsWith('| `'));
    // Where the schema says nothing about the meaning, the page says it.
    const asInSchema = rowsOf(root).map((row, index) =>
      row.endsWith('|  |') ? row.replace(/ {2}\|$/, ` ${meaningOf(written[index])} |`) : row,
    );
    expect(written).toEqual(asInSchema);
    expect(written.filter((row) => meaningOf(row) === '')).toEqual([]);
  });

  it('shows an example that is a manifest', () => {
    expect(validateManifest(example)).toMatchObject({ ok: true });
  });

  it('shows every field that a person writes', () => {
    const built = /^(?:remote|preload|integrity)(?:\.|$)/;
    const places = rowsOf(root)
      .map((row) => /`([^`]+)`/.exec(row)?.[1] ?? '')
      .filter((place) => !built.test(place));
    const has = (value: unknown, [name, ...rest]: readonly string[]): boolean => {
      if (name === undefined) return true;
      const list = name.endsWith('[]');
      const inner = (value as Readonly<Record<string, unknown>> | undefined)?.[list ? name.slice(0, -2) : name];
      return inner !== undefined && (list ? (inner as readonly unknown[]).some((item) => has(item, rest)) : has(inner, rest));
    };
    expect(places.filter((place) => !has(example, place.split('.')))).toEqual([]);
  });
});
