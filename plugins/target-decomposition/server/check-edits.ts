import type { PendingWrite, ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import { editKey } from '../src/domain/edit-key.ts';
import { maxEdits } from '../src/domain/types.ts';
import type { AllocationValue } from '../src/domain/types.ts';
import { planners } from './check-identity.ts';
import { words } from './words.ts';

/** The explanation of a number is part of the number: nobody takes changes out of it or signs them with another name. */
export function checkEdits(ctx: ServerContext, { previous, next }: PendingWrite<AllocationValue>): ServerProblem[] {
  if (!next) return [];
  const known = new Set((previous?.value.edits ?? []).map(editKey));
  const kept = new Set(next.value.edits.map(editKey));
  const problems: ServerProblem[] = [];
  const lost = [...known].filter((key) => !kept.has(key)).length;
  if (lost > 0 && next.value.edits.length < maxEdits) {
    problems.push(ctx.problem('edits', 'target.history', words(`少了 ${lost} 条改动记录，改动记录只能增加`, `${lost} changes are missing; the record of changes only grows`)));
  }
  // A copy of a plan brings its history along; only planners make copies, and the audit log names who did.
  const copied = !previous && planners.includes(ctx.session.user.role);
  next.value.edits.forEach((edit, index) => {
    if (copied || known.has(editKey(edit)) || edit.by === ctx.session.user.personId) return;
    problems.push(ctx.problem(`edits.${index}.by`, 'target.author', words('新的改动只能署自己的名字', 'a new change can only be signed by yourself')));
  });
  return problems;
}
