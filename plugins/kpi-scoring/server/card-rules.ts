import type { CollectionRules, PendingWrite, ServerContext, ServerProblem } from '@milepost/gateway/server-part';
import { checkCard } from '@milepost/scoring';
import { indicatorOf, measurable } from '../src/domain/measurable.ts';
import { cardRecordId } from '../src/domain/records.ts';
import type { CardVersion } from '../src/domain/records.ts';
import { compareVersions } from '../src/domain/versions.ts';
import { engineProblem, refusal } from './problems.ts';
import { serverReader } from './reader.ts';

/** Published once: weights of exactly 100, curves that hold, a version above all others, and no change afterwards. */
export const cardRules: CollectionRules<CardVersion> = { validate: checkCardWrite };

const known = [...measurable, indicatorOf('compliance-incidents')].filter((indicator) => indicator !== undefined);

async function checkCardWrite(
  ctx: ServerContext,
  { id, previous, next, writes }: PendingWrite<CardVersion> & { readonly writes: readonly PendingWrite<CardVersion>[] },
): Promise<ServerProblem[]> {
  if (previous || !next) return [refusal(ctx, '', 'card.published')];
  const { card } = next.value;
  const problems = checkCard(card, known).map((problem) => engineProblem(ctx, `card.${problem.path}`, problem));
  if (id !== cardRecordId(card)) problems.push(refusal(ctx, 'card.version', 'card.id'));
  const stored = await serverReader(ctx).records<CardVersion>('cards', {});
  const others = [
    ...stored.map((record) => record.value.card),
    // Of a batch, those before this one.
    ...writes
      .slice(
        0,
        writes.findIndex((write) => write.id === id),
      )
      .flatMap((write) => (write.next ? [write.next.value.card] : [])),
  ].filter((other) => other.id === card.id);
  if (others.some((other) => compareVersions(card.version, other.version) <= 0))
    problems.push(refusal(ctx, 'card.version', 'card.version'));
  return problems;
}
