import type { TreeGridRow } from './types.ts';

/** A row with its place in the tree, as ARIA wants it. */
export interface PlacedRow {
  row: TreeGridRow;
  /** From 1. */
  level: number;
  hasChildren: boolean;
  expanded: boolean;
  /** Place among its siblings, from 1. */
  position: number;
  siblings: number;
}

/** Children by parent id; a row whose parent is not there stands at the top, so that nothing disappears. */
function childrenByParent(rows: readonly TreeGridRow[]): Map<string | null, TreeGridRow[]> {
  const known = new Set(rows.map((row) => row.id));
  const children = new Map<string | null, TreeGridRow[]>();
  for (const row of rows) {
    const parent = row.parentId != null && known.has(row.parentId) && row.parentId !== row.id ? row.parentId : null;
    const list = children.get(parent);
    if (list) list.push(row);
    else children.set(parent, [row]);
  }
  return children;
}

/** The rows in view, depth first: all those whose ancestors are expanded. */
export function visibleRows(rows: readonly TreeGridRow[], isExpanded: (id: string) => boolean): PlacedRow[] {
  const children = childrenByParent(rows);
  const placed: PlacedRow[] = [];
  const visit = (parent: string | null, level: number): void => {
    const siblings = children.get(parent) ?? [];
    siblings.forEach((row, index) => {
      const hasChildren = children.has(row.id);
      const expanded = hasChildren && isExpanded(row.id);
      placed.push({ row, level, hasChildren, expanded, position: index + 1, siblings: siblings.length });
      if (expanded) visit(row.id, level + 1);
    });
  };
  visit(null, 1);
  return placed;
}

/** Whether a key in the tree column opens or closes its row. */
export function togglesRow(key: string, placed: PlacedRow): boolean {
  if (!placed.hasChildren) return false;
  if (key === ' ' || key === 'Enter') return true;
  return placed.expanded ? key === 'ArrowLeft' : key === 'ArrowRight';
}

/** The open rows with one more, or without it. */
export function withRow(expanded: ReadonlySet<string>, id: string, open: boolean): ReadonlySet<string> {
  const next = new Set(expanded);
  if (open) next.add(id);
  else next.delete(id);
  return next;
}
