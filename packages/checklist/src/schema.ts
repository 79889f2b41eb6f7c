/** JSON Schema (2020-12) of a template. Sums, references and cycles are beyond it: `checkTemplate` says those. */
function object(properties: Readonly<Record<string, unknown>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: false } as const;
}

const array = (items: unknown, minItems = 0) => ({ type: 'array', items, minItems }) as const;
const id = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$' } as const;
const text = object({ zh: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } });
const number = { type: 'number' } as const;
const percent = { type: 'number', minimum: 0, maximum: 100 } as const;
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const scalar = { type: ['string', 'number'] } as const;
const version = { type: 'string', minLength: 1, maxLength: 40 } as const;
const hiddenAnswer = { enum: ['keep', 'clear', 'clear-on-submit'] } as const;
const range = object({ min: number, max: number }, ['min', 'max']);
const condition = { $ref: '#/$defs/condition' } as const;

const lawRef = object(
  {
    lawId: id,
    law: text,
    article: { type: 'string', minLength: 1 },
    version,
    effectiveFrom: day,
    effectiveTo: day,
    confirmation: { enum: ['confirmed-by-counsel', 'to-be-confirmed'] },
    summary: text,
  },
  ['effectiveFrom', 'effectiveTo'],
);

const base = {
  id,
  title: text,
  help: text,
  showIf: condition,
  required: { type: 'boolean' },
  requiredIf: condition,
  weight: percent,
  critical: { type: 'boolean' },
  severity: { enum: ['minor', 'major', 'critical'] },
  evidence: object({
    when: { enum: ['always', 'below-full', 'fail'] },
    needs: array({ enum: ['photo', 'file', 'note'] }, 1),
  }),
  lawRefs: array(lawRef),
  hiddenAnswer,
  allowNotApplicable: { type: 'boolean' },
} as const;

const optionalBase = Object.keys(base).filter((key) => key !== 'id' && key !== 'title');

const item = (types: readonly string[], own: Readonly<Record<string, unknown>>, optional: readonly string[]) =>
  object({ ...base, type: { enum: types }, ...own }, [...optionalBase, ...optional]);

const options = array(object({ id, title: text, score: percent }, ['score']), 1);
const limits = ['min', 'max', 'pass'];

const items = [
  item(['yes-no-na'], { scores: object({ yes: percent, no: percent }) }, ['scores']),
  item(['choice', 'multi-choice'], { options }, []),
  item(['number'], { unit: text, min: number, max: number, pass: range }, limits),
  item(['money'], { currency: { type: 'string', pattern: '^[A-Z]{3}$' }, min: number, max: number, pass: range }, limits),
  item(['date'], { min: day, max: day }, limits),
  item(['text'], { maxLength: { type: 'integer', minimum: 1 } }, ['maxLength']),
  item(['photo', 'file'], { maxFiles: { type: 'integer', minimum: 1 } }, ['maxFiles']),
];

/** The schema of a {@link Template} as plain data. */
export const templateSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Checklist template',
  $defs: {
    condition: {
      oneOf: [
        object({ all: array(condition) }),
        object({ any: array(condition) }),
        object({ not: condition }),
        object({ item: id, equals: scalar }),
        object({ item: id, in: array(scalar) }),
        object({ item: id, gt: scalar }),
        object({ item: id, lt: scalar }),
        object({ item: id, answered: { type: 'boolean' } }),
      ],
    },
  },
  ...object(
    {
      id,
      version,
      title: text,
      notice: text,
      hiddenAnswer,
      passFrom: percent,
      riskLevels: array(object({ id, title: text, from: percent })),
      sections: array(
        object(
          {
            id,
            title: text,
            showIf: condition,
            weight: percent,
            floor: percent,
            items: array({ oneOf: items }, 1),
          },
          ['showIf', 'weight', 'floor'],
        ),
        1,
      ),
    },
    ['notice', 'passFrom', 'riskLevels'],
  ),
} as const;
