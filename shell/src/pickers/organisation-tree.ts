/** The organisation as a list of rows for a tree: pure, so that the picker only draws. */
import type { Organisation } from '@milepost/sdk';

/** One row of the tree. */
export interface TreeRow {
  readonly key: string;
  readonly kind: 'all' | 'unit' | 'person';
  readonly id: string | null;
  readonly name: string;
  /** From 1. */
  readonly level: number;
  readonly parent: string | null;
  readonly expandable: boolean;
  /** People in the branch (units), or null. */
  readonly people: number | null;
  readonly leads: boolean;
}

/** Every row in the order of the tree, with all branches open. `rootName` stands for everything visible. */
export function treeRows(organisation: Organisation, rootName: string): TreeRow[] {
  const { units, people } = organisation;
  const ids = new Set(units.map(({ id }) => id));
  const rows: TreeRow[] = [
    {
      key: 'all',
      kind: 'all',
      id: null,
      name: rootName,
      level: 1,
      parent: null,
      expandable: false,
      people: people.length,
      leads: false,
    },
  ];
  const inBranch = (path: string): number => {
    const branch = new Set(units.filter((unit) => unit.path.startsWith(path)).map(({ id }) => id));
    return people.filter(({ unitId }) => branch.has(unitId)).length;
  };
  const visit = (unit: Organisation['units'][number], level: number, parent: string | null): void => {
    const key = `unit:${unit.id}`;
    const children = units.filter(({ parentId }) => parentId === unit.id);
    const members = people.filter(({ unitId }) => unitId === unit.id);
    rows.push({
      key,
      kind: 'unit',
      id: unit.id,
      name: unit.name,
      level,
      parent,
      expandable: children.length + members.length > 0,
      people: inBranch(unit.path),
      leads: false,
    });
    const sorted = [...members].sort(
      (a, b) => Number(b.leads !== null) - Number(a.leads !== null) || a.name.localeCompare(b.name, 'zh-CN'),
    );
    for (const person of sorted) {
      rows.push({
        key: `person:${person.id}`,
        kind: 'person',
        id: person.id,
        name: person.name,
        level: level + 1,
        parent: key,
        expandable: false,
        people: null,
        leads: person.leads !== null,
      });
    }
    for (const child of children) visit(child, level + 1, key);
  };
  // A manager sees a branch: its top has a parent outside what is visible.
  for (const top of units.filter(({ parentId }) => parentId === null || !ids.has(parentId))) visit(top, 1, null);
  // A representative sees themselves, without the unit around them.
  for (const { id, name, unitId } of people) {
    if (!ids.has(unitId))
      rows.push({
        key: `person:${id}`,
        kind: 'person',
        id,
        name,
        level: 1,
        parent: null,
        expandable: false,
        people: null,
        leads: false,
      });
  }
  return rows;
}

/** The rows on the screen: below open branches, or all that match a text together with the branches they stand in. */
export function visibleRows(rows: readonly TreeRow[], open: ReadonlySet<string>, text: string): TreeRow[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const wanted = text.trim().toLowerCase();
  if (wanted) {
    const keep = new Set<string>();
    for (const row of rows) {
      if (row.kind === 'all' || !row.name.toLowerCase().includes(wanted)) continue;
      for (let at: TreeRow | undefined = row; at; at = at.parent ? byKey.get(at.parent) : undefined) keep.add(at.key);
    }
    return rows.filter(({ key }) => keep.has(key));
  }
  const shown = (row: TreeRow): boolean => {
    if (row.parent === null) return true;
    const parent = byKey.get(row.parent);
    return open.has(row.parent) && (parent ? shown(parent) : true);
  };
  return rows.filter(shown);
}

/** The branches to open so that a row can be seen. */
export function branchesAbove(rows: readonly TreeRow[], key: string): string[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const above: string[] = [];
  for (let at = byKey.get(key)?.parent; at; at = byKey.get(at)?.parent ?? null) above.push(at);
  return above;
}
