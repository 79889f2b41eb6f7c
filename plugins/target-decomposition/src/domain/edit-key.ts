import type { StoredEdit } from './types.ts';

/** What tells one change from another; a person makes one change to a cell at a time. */
export function editKey(edit: Pick<StoredEdit, 'at' | 'by' | 'action' | 'target'>): string {
  return [edit.at, edit.by, edit.action, edit.target.node, edit.target.period].join('|');
}
