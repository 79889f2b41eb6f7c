/** An edit is data from files, from the network, from other people: its shape is looked at before anything is done. */
import { checkChoice, checkFlag, checkList, checkRecord, checkText } from '../check-shape.ts';
import type { Edit, GivenWeight, Spread } from './edit.ts';

const KINDS: readonly Edit['kind'][] = ['set', 'add', 'percent', 'clear', 'hold', 'release'];
const METHODS: readonly Spread['method'][] = ['proportional', 'even', 'reference', 'weights'];

/**
 * Throws with the path of what is malformed: `allocation.object.expected`, `allocation.list.expected`,
 * `allocation.text.expected`, `allocation.flag.expected`, `allocation.choice.unknown`. Amounts, members and weights are
 * checked where they are used; further fields are let be.
 */
export function checkEdit(edit: Edit): void {
  const fields = checkRecord(edit, '');
  checkChoice(fields['kind'], KINDS, 'kind');
  checkCell(fields['target'], 'target');
  for (const name of ['by', 'at', 'reason']) if (fields[name] !== undefined) checkText(fields[name], name);
  if (fields['within'] !== undefined) checkRecord(fields['within'], 'within');
  for (const name of ['keepManual', 'keepSeasonality']) if (fields[name] !== undefined) checkFlag(fields[name], name);
  if (fields['spread'] !== undefined) checkSpread(fields['spread']);
}

function checkCell(value: unknown, path: string): void {
  const { metric, at } = checkRecord(value, path);
  if (metric !== undefined) checkText(metric, `${path}.metric`);
  checkRecord(at, `${path}.at`);
}

function checkSpread(value: unknown): void {
  const { method, at, metric, match, weights } = checkRecord(value, 'spread');
  checkChoice(method, METHODS, 'spread.method');
  if (method === 'weights') checkList(weights, 'spread.weights').forEach(checkWeight);
  if (method !== 'reference') return;
  if (at !== undefined) checkRecord(at, 'spread.at');
  if (metric !== undefined) checkText(metric, 'spread.metric');
  if (match !== undefined) checkChoice(match, ['position', 'id'], 'spread.match');
}

/** `boxOf` and the spread look at what is in a row. */
function checkWeight(row: unknown, index: number): void {
  const { at } = checkRecord<GivenWeight>(row, `spread.weights.${index}`);
  checkRecord(at, `spread.weights.${index}.at`);
}
