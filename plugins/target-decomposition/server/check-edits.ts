import type { PendingWrite, ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import type { AllocationValue } from '../src/domain/types.ts';
import { planners } from './check-identity.ts';
import { freshEdits } from './fresh-edits.ts';
import { words } from './words.ts';

/** The explanation of a number is part of the number: nobody takes changes out of it, rewrites them or signs them with another name. */
export function checkEdits(ctx: ServerContext, { previous, next }: PendingWrite<AllocationValue>): ServerProblem[] {
  if (!next) return [];
  // A copy of a plan brings its history along; only planners make copies, and the audit log names who did.
  if (!previous && planners.includes(ctx.session.user.role)) return [];
  const { edits } = next.value;
  const fresh = freshEdits(previous?.value.edits ?? [], edits);
  if (!fresh) {
    return [
      ctx.problem(
        'edits',
        'target.history',
        words(
          '已有的改动记录不能删除、修改或调换顺序，只能在末尾增加',
          'what is in the record of changes stays unchanged and in order; it only grows at its end',
        ),
      ),
    ];
  }
  const first = edits.length - fresh.length;
  return fresh.flatMap((edit, index) =>
    edit.by === ctx.session.user.personId
      ? []
      : [
          ctx.problem(
            `edits.${first + index}.by`,
            'target.author',
            words('新的改动只能署自己的名字', 'a new change can only be signed by yourself'),
          ),
        ],
  );
}
