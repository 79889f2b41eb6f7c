/** Reads a list of edits for a plan. */
import { changeError } from '../change-error.ts';
import { readAt, readCell } from './cell-file.ts';
import { readAuthor } from './journal-file.ts';
import { checkFormat } from './read-plan.ts';
import { amountOf, booleanOf, choiceOf, fieldsOf, listOf, numberOf, textOf } from './shape.ts';
import type { Edit, GivenWeight, Spread, Spreading } from '../edits/edit.ts';
import type { Plan } from '../plan.ts';
import type { Fields } from './shape.ts';

/** The first line of every list of edits. */
export const EDITS_FORMAT = 'milepost.target-edits/1';

const COMMON = ['kind!', 'target!', 'by', 'at', 'reason'];
const SPREADING = ['spread', 'within', 'keepManual', 'keepSeasonality'];
const OWN: Readonly<Record<Edit['kind'], readonly string[]>> = {
  set: ['value!', ...SPREADING],
  add: ['value!', ...SPREADING],
  percent: ['percent!', ...SPREADING],
  clear: ['within'],
  hold: [],
  release: [],
};

/** Reads the edits; cells must be in the plan. Throws with the path of what is wrong. */
export function readEdits(plan: Plan, json: unknown): Edit[] {
  checkFormat(json, EDITS_FORMAT);
  const fields = fieldsOf(json, '', ['format!', 'edits!']);
  return listOf(fields['edits'], 'edits').map((item, at) => readEdit(plan, item, `edits.${at}`));
}

function readEdit(plan: Plan, value: unknown, path: string): Edit {
  const given = fieldsOf(value, path, [...COMMON, 'value', 'percent', ...SPREADING]);
  const kind = choiceOf(given['kind'], `${path}.kind`, Object.keys(OWN) as Edit['kind'][]);
  const fields = fieldsOf(value, path, [...COMMON, ...OWN[kind]]);
  const common = { ...readAuthor(fields, path), target: readCell(plan, fields['target'], `${path}.target`) };
  switch (kind) {
    case 'set':
    case 'add':
      return { kind, ...common, value: amountOf(fields['value'], `${path}.value`), ...readSpreading(plan, fields, path) };
    case 'percent':
      return { kind, ...common, percent: numberOf(fields['percent'], `${path}.percent`), ...readSpreading(plan, fields, path) };
    case 'clear':
      return { kind, ...common, ...readWithin(plan, fields, path) };
    case 'hold':
    case 'release':
      return { kind, ...common };
  }
}

function readSpreading(plan: Plan, fields: Fields, path: string): Spreading {
  const { spread, keepManual, keepSeasonality } = fields;
  return {
    ...readWithin(plan, fields, path),
    ...(spread === undefined ? {} : { spread: readSpread(plan, spread, `${path}.spread`) }),
    ...(keepManual === undefined ? {} : { keepManual: booleanOf(keepManual, `${path}.keepManual`) }),
    ...(keepSeasonality === undefined ? {} : { keepSeasonality: booleanOf(keepSeasonality, `${path}.keepSeasonality`) }),
  };
}

function readWithin(plan: Plan, fields: Fields, path: string): Pick<Spreading, 'within'> {
  return fields['within'] === undefined ? {} : { within: readAt(plan, fields['within'], `${path}.within`) };
}

function readSpread(plan: Plan, value: unknown, path: string): Spread {
  const all = fieldsOf(value, path, ['method!', 'at', 'metric', 'match', 'weights']);
  const method = choiceOf(all['method'], `${path}.method`, ['proportional', 'even', 'reference', 'weights'] as const);
  if (method === 'weights') {
    const fields = fieldsOf(value, path, ['method!', 'weights!']);
    return {
      method,
      weights: listOf(fields['weights'], `${path}.weights`).map((row, at) => readWeight(plan, row, `${path}.weights.${at}`)),
    };
  }
  if (method !== 'reference') {
    fieldsOf(value, path, ['method!']);
    return { method };
  }
  const { at, metric, match } = fieldsOf(value, path, ['method!', 'at', 'metric', 'match']);
  return {
    method,
    ...(at === undefined ? {} : { at: readAt(plan, at, `${path}.at`) }),
    ...(metric === undefined ? {} : { metric: textOf(metric, `${path}.metric`) }),
    ...(match === undefined ? {} : { match: choiceOf(match, `${path}.match`, ['position', 'id'] as const) }),
  };
}

function readWeight(plan: Plan, value: unknown, path: string): GivenWeight {
  const fields = fieldsOf(value, path, ['at!', 'weight!']);
  const weight = numberOf(fields['weight'], `${path}.weight`);
  if (weight < 0) throw changeError('allocation.weight.invalid', weight, `${path}.weight`);
  return { at: readAt(plan, fields['at'], `${path}.at`), weight };
}
