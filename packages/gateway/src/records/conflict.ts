import { ApiProblem } from '../http/problem.ts';
import { shown } from './row.ts';
import type { StoredRecord } from './row.ts';

/** 409 with what is stored: `current` the first, `conflicts` all of them. */
export function conflictOf(rows: readonly StoredRecord[]): ApiProblem {
  const conflicts = rows.map(shown);
  return new ApiProblem('record.conflict', { members: { current: conflicts[0] ?? null, conflicts } });
}
