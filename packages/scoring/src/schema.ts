/** JSON Schema (2020-12) of a card. Sums, ids and orders are beyond it: `checkCard` says those. */
const text = {
  type: 'object',
  properties: { zh: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } },
  required: ['zh', 'en'],
  additionalProperties: false,
} as const;

const id = { type: 'string', minLength: 1, maxLength: 100 } as const;
const number = { type: 'number' } as const;
const percent = { type: 'number', minimum: 0, maximum: 100 } as const;
const axis = { enum: ['value', 'attainment'] } as const;
const edge = { enum: ['at-or-above', 'above', 'at-or-below', 'below'] } as const;
const noData = { enum: ['pending', 'zero', 'not-applicable'] } as const;

function object(properties: Readonly<Record<string, unknown>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: false } as const;
}

const curve = (kind: string, properties: Readonly<Record<string, unknown>>, optional: readonly string[] = []) =>
  object({ kind: { const: kind }, ...properties }, optional);

const veto = curve('veto', { at: number, edge });

const curves = [
  curve('ratio', { floor: number, cap: number }, ['floor', 'cap']),
  curve('three-point', { axis, baseline: number, target: number, stretch: number, stretchPoints: number }, [
    'stretch',
    'stretchPoints',
  ]),
  curve(
    'step',
    {
      axis,
      includedEdge: { enum: ['lower', 'upper'] },
      below: number,
      steps: { type: 'array', minItems: 1, items: object({ from: number, points: number }) },
    },
    ['below'],
  ),
  curve('goal-red-flag', { axis, goal: number, redFlag: number }),
  curve('reverse', {
    method: { enum: ['target-over-actual', 'two-minus'] },
    cap: { type: 'number', exclusiveMinimum: 0 },
  }),
  curve('binary', { axis, at: number, edge }),
  curve('either-or', { earns: { enum: ['zero', 'non-zero'] } }),
  curve(
    'deduction',
    {
      start: { type: 'number', exclusiveMinimum: 0 },
      perUnit: { type: 'number', exclusiveMinimum: 0 },
      floor: number,
    },
    ['floor'],
  ),
  veto,
  curve('four-level', { axis, levels: { type: 'array', items: number, minItems: 4, maxItems: 4 } }),
];

const item = object(
  {
    id,
    name: text,
    indicatorId: id,
    weight: percent,
    curve: { oneOf: curves },
    target: number,
    noData,
    zeroDenominator: noData,
    unscored: { type: 'boolean' },
    reason: text,
  },
  ['name', 'target', 'noData', 'zeroDenominator', 'unscored', 'reason'],
);

const scope = {
  oneOf: [
    object({ level: { const: 'total' } }),
    object({ level: { const: 'group' }, groupId: id }),
    object({ level: { const: 'item' }, itemId: id }),
  ],
};

const effect = {
  oneOf: [object({ kind: { const: 'zero' } }), object({ kind: { const: 'cap' }, points: { type: 'number', minimum: 0 } })],
};

/** The schema of a {@link ScoreCard} as plain data. */
export const cardSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Scorecard',
  ...object(
    {
      id,
      version: id,
      name: text,
      weights: { enum: ['of-total', 'of-group'] },
      notApplicable: { enum: ['renormalise', 'forbidden'] },
      groups: {
        type: 'array',
        minItems: 1,
        items: object({ id, name: text, weight: percent, items: { type: 'array', minItems: 1, items: item } }, ['weight']),
      },
      vetoes: {
        type: 'array',
        items: object({ id, indicatorId: id, curve: veto, scope, effect, reason: text, citation: text }, ['citation']),
      },
      grades: { type: 'array', items: object({ id, name: text, from: number }) },
    },
    ['vetoes', 'grades'],
  ),
} as const;
