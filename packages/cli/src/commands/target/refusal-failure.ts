import { refusalWords } from '@milepost/allocation/words';
import type { AnyRefusal, Speech } from '@milepost/allocation/words';
import { WordedFailure } from '../../worded-failure.ts';

/** A refusal as a failure: the set that contradicts itself line by line, then what to do. Nothing has been written. */
export function refusalFailure(
  speech: Speech,
  { file, path }: { readonly file: string; readonly path: string },
  refusal: AnyRefusal & { readonly code: string },
): WordedFailure {
  const lines = refusalWords(speech, refusal).slice(0, -1);
  const { zh, en } = refusal.remedy;
  const texts = { zh: `${file}: ${path}：${zh}`, en: `${file}: ${path}: ${en}` };
  const details = { file, path, conflicts: refusal.conflicts, ...(refusal.sides === undefined ? {} : { sides: refusal.sides }) };
  return new WordedFailure(`target.refused.${refusal.code}`, texts, { details, lines });
}
