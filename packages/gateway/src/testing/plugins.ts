import type { CollectionDef, PluginManifest } from '@milepost/sdk/manifest';
import { defineRules, defineServerPart } from '../server-part/index.ts';
import type { PluginSource } from '../records/plugin-source.ts';

const title = { 'zh-CN': '测试', en: 'Test' };

/** A manifest with nothing but collections. */
export function testManifest(id: string, collections: readonly CollectionDef[]): PluginManifest {
  return {
    manifestVersion: 1,
    id,
    version: '1.0.0',
    sdk: '^1.0.0',
    name: title,
    description: title,
    remote: { entry: 'remoteEntry.js', name: id.replaceAll('-', '_'), module: './plugin' },
    contributes: {},
    capabilities: {},
    collections,
    locales: ['zh-CN', 'en'],
  };
}

const noteSchema = {
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: {
    text: { type: 'string', maxLength: 200 },
    dayOn: { type: ['string', 'null'], format: 'date' },
    amountMinor: { type: ['integer', 'null'] },
    months: { type: 'object', additionalProperties: { type: ['integer', 'null'] } },
    tags: { type: 'array', items: { type: 'string' } },
  },
};

const shareSchema = {
  type: 'object',
  required: ['plan', 'part'],
  additionalProperties: false,
  properties: { plan: { type: 'string' }, part: { type: 'integer' }, total: { type: 'integer' } },
};

/**
 * `notes` belongs to people (`entries`, read by branch), to the whole company (`board`), and has `shares`, whose parts
 * of a plan, three at most, must add up to the total that its record `<plan>` names.
 */
export const notesPlugin: PluginSource = {
  manifest: testManifest('notes', [
    {
      name: 'entries',
      title,
      schema: noteSchema,
      access: { read: 'scope', write: ['rep', 'manager', 'ops', 'admin'] },
    },
    {
      name: 'board',
      title,
      schema: noteSchema,
      access: { read: 'tenant', write: ['manager', 'ops', 'admin'] },
    },
    { name: 'shares', title, schema: shareSchema, access: { read: 'tenant', write: ['ops', 'admin'] } },
  ]),
  serverPart: defineServerPart({
    id: 'notes',
    collections: {
      shares: defineRules<{ plan: string; part: number; total?: number }>({
        lockKey: ({ next, previous }) => (next ?? previous)?.value.plan ?? '',
        validate: (ctx, { next }) =>
          next && next.value.part < 0
            ? [ctx.problem('part', 'negative', { 'zh-CN': '不能为负', en: 'must not be negative' })]
            : [],
        async afterBatch(ctx, { writes }) {
          const plan = writes[0]?.next?.value.plan ?? writes[0]?.previous?.value.plan ?? '';
          const { items } = await ctx.records<{ plan: string; part: number; total?: number }>('shares').list({
            where: [{ field: 'plan', op: 'eq', value: plan }],
            limit: 1000,
          });
          const total = items.find((item) => item.value.total !== undefined)?.value.total ?? 0;
          const sum = items.reduce((all, item) => all + item.value.part, 0);
          if (items.filter((item) => item.value.total === undefined).length > 3) {
            return [ctx.problem('writes', 'many', { 'zh-CN': '最多三个部分', en: 'at most three parts' })];
          }
          if (sum === total) return [];
          return [
            ctx.problem('writes', 'sum', {
              'zh-CN': `合计 ${sum}，应为 ${total}`,
              en: `adds up to ${sum}, not ${total}`,
            }),
          ];
        },
      }),
    },
    routes: [
      {
        method: 'GET',
        path: 'texts',
        handler: async (ctx) => {
          const all = await ctx.records<{ text: string }>('entries').listAll({ sort: 'id', limit: 2 });
          return all.map(({ value }) => value.text);
        },
      },
      {
        method: 'GET',
        path: 'mine/:accountId',
        handler: (ctx, { params }) => ctx.crm.get('accounts', params['accountId'] ?? ''),
      },
      {
        method: 'POST',
        path: 'copy',
        roles: ['rep', 'ops'],
        bodySchema: {
          type: 'object',
          required: ['id', 'text'],
          properties: { id: { type: 'string' }, text: { type: 'string' } },
        },
        handler: (ctx, input) => {
          const { id, text } = input.body as { id: string; text: string };
          return ctx.records('entries').put(id, { text }, { revision: 0 });
        },
      },
    ],
  }),
};
