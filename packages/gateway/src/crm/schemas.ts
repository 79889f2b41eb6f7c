import { z } from '@hono/zod-openapi';
import { entityNames } from '@milepost/crm';
import { isStorable } from '../http/body.ts';

/** An id of anything: 1 to 200 characters without control characters. */
export const idSchema = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => isStorable(text) && !/\p{Cc}/u.test(text), 'holds a control character');

const fieldName = z.string().min(1).max(120);
const scalar = z.union([z.string().max(2000), z.number(), z.boolean()]);

/** One condition of a query. */
export const filterSchema = z
  .discriminatedUnion('op', [
    z.strictObject({ field: fieldName, op: z.enum(['eq', 'ne', 'lt', 'lte', 'gt', 'gte']), value: scalar }),
    z.strictObject({ field: fieldName, op: z.literal('in'), value: z.array(scalar).max(1000) }),
    z.strictObject({ field: fieldName, op: z.literal('contains'), value: z.string().min(1).max(200) }),
    z.strictObject({ field: fieldName, op: z.literal('isNull'), value: z.boolean() }),
  ])
  .openapi('Filter');

/** Conditions that hold together. */
export const whereSchema = z.array(filterSchema).max(30);

/** The name of an entity. */
export const entitySchema = z.enum(entityNames).openapi('EntityName');

const measureName = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/);

/** The body of an aggregate. */
export const aggregateSchema = z
  .strictObject({
    entity: entitySchema,
    measures: z
      .array(
        z.discriminatedUnion('op', [
          z.strictObject({ name: measureName, op: z.literal('count') }),
          z.strictObject({
            name: measureName,
            op: z.enum(['sum', 'avg', 'min', 'max', 'countDistinct']),
            field: fieldName,
          }),
        ]),
      )
      .min(1)
      .max(20),
    groupBy: z.array(fieldName).max(6).optional(),
    where: whereSchema.optional(),
    limit: z.int().min(1).max(10_000).optional(),
  })
  .openapi('AggregateQuery');

/** A day of the calendar. */
export const daySchema = z.iso.date();
