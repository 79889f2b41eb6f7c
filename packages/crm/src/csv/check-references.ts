import { entities } from '../entities/index.ts';
import type { EntityName } from '../field.ts';
import { columnsOf } from './columns.ts';
import { keptRows, report, textOf } from './checks.ts';
import type { CheckContext } from './checks.ts';

/** Every reference must lead to a row of the files or of the mirror. */
export async function checkReferences(context: CheckContext): Promise<void> {
  const missing = new Map<EntityName, Set<string>>();
  visit(context, (target, id) => {
    if (context.ids.get(target)?.has(id)) return;
    const wanted = missing.get(target) ?? new Set<string>();
    missing.set(target, wanted.add(id));
  });
  for (const [entity, ids] of missing) {
    for (const id of await context.lookup.existing(entity, [...ids])) ids.delete(id);
  }
  visit(context, (target, id, entity, row, field) => {
    if (!missing.get(target)?.has(id)) return;
    report(context, entity, row, field, 'import.reference.missing', {
      value: id,
      entity: entities[target].label,
    });
  });
}

type Visitor = (target: EntityName, id: string, entity: EntityName, row: Parameters<typeof report>[2], field: string) => void;

function visit(context: CheckContext, visitor: Visitor): void {
  for (const [entity, file] of context.files) {
    const references = columnsOf(entity).filter((field) => field.ref !== undefined);
    for (const row of file.rows) {
      for (const field of references) {
        const id = textOf(row.values, field.name);
        if (id !== null) visitor(field.ref as EntityName, id, entity, row, field.name);
      }
    }
  }
}

/** Following parents from any unit must end at a root. */
export async function checkUnitTree(context: CheckContext): Promise<void> {
  const file = context.files.get('units');
  if (!file) return;
  const parents = new Map<string, string | null>();
  for (const row of file.rows) parents.set(textOf(row.values, 'id') ?? '', textOf(row.values, 'parentId'));
  for (let unknown = unknownParents(parents); unknown.length > 0; unknown = unknownParents(parents)) {
    for (const id of unknown) parents.set(id, null);
    for (const row of await keptRows(context, 'units', 'id', unknown)) parents.set(String(row['id']), textOf(row, 'parentId'));
  }
  for (const row of file.rows) {
    const start = textOf(row.values, 'id');
    let current = textOf(row.values, 'parentId');
    for (let steps = 0; current !== null && current !== start && steps <= parents.size; steps += 1)
      current = parents.get(current) ?? null;
    if (current !== null && current === start) report(context, 'units', row, 'parentId', 'import.unit.cycle');
  }
}

function unknownParents(parents: ReadonlyMap<string, string | null>): string[] {
  return [...new Set([...parents.values()].filter((id): id is string => id !== null && !parents.has(id)))];
}
