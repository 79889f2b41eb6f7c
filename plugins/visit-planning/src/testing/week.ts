/** A representative's week in a test host: Thursday 2026-03-12, three accounts, one visit of today. */
import { createTestHost, testSession } from '@milepost/sdk/testing';
import type { TestHost, TestHostOptions } from '@milepost/sdk/testing';
import en from '../../locales/en.json';
import zh from '../../locales/zh-CN.json';
import { plannedVisit } from '../domain/transitions.ts';
import type { Visit } from '../domain/types.ts';

/** Amy of team 1. */
export const repSession = {
  ...testSession,
  user: { id: 'u-amy', personId: 'amy', name: '艾米', role: 'rep', unitId: 'team-1' },
} as const;

/** 和风超市 with an overdue invoice, 望舒茶社, and 春晖食品 that was seen yesterday. */
export const accounts = [
  {
    id: 'a1',
    name: '和风超市',
    customerType: 'retail',
    tier: 'A',
    city: '上海',
    address: '上海市闵行区沪闵路1号',
    lat: 31.1,
    lon: 121.4,
    openingHours: null,
    visitEveryDays: 7,
    status: 'active',
    ownerId: 'amy',
  },
  {
    id: 'a2',
    name: '望舒茶社',
    customerType: 'chain',
    tier: 'B',
    city: '上海',
    address: '上海市徐汇区漕溪路2号',
    lat: 31.2,
    lon: 121.4,
    openingHours: { thu: [['09:00', '18:00']], fri: [['09:00', '18:00']] },
    visitEveryDays: 7,
    status: 'active',
    ownerId: 'amy',
  },
  {
    id: 'a3',
    name: '春晖食品',
    customerType: 'distributor',
    tier: 'C',
    city: '上海',
    address: null,
    lat: null,
    lon: null,
    openingHours: null,
    visitEveryDays: 30,
    status: 'active',
    ownerId: 'amy',
  },
] as const;

/** A visit to a1 today. */
export const todaysVisit: Visit = {
  ...plannedVisit({ dayOn: '2026-03-12', routeOrder: 1, area: '闵行区', purpose: 'collection', time: '09:30' }),
};

/** The host around it. */
export function weekHost(options: Partial<TestHostOptions> = {}): TestHost {
  return createTestHost({
    pluginId: 'visit-planning',
    session: repSession,
    messages: { 'zh-CN': zh, en },
    crm: {
      accounts,
      activities: [
        {
          id: 'x1',
          type: 'visit',
          accountId: 'a1',
          ownerId: 'amy',
          accessOwnerId: 'amy',
          dayOn: '2026-02-20',
          status: 'completed',
          outcome: '对账',
          purpose: 'collection',
          startAt: null,
        },
        {
          id: 'x2',
          type: 'visit',
          accountId: 'a2',
          ownerId: 'amy',
          accessOwnerId: 'amy',
          dayOn: '2026-03-01',
          status: 'completed',
          outcome: null,
          purpose: 'service',
          startAt: null,
        },
        {
          id: 'x3',
          type: 'visit',
          accountId: 'a3',
          ownerId: 'amy',
          accessOwnerId: 'amy',
          dayOn: '2026-03-11',
          status: 'completed',
          outcome: null,
          purpose: 'service',
          startAt: '2026-03-11T02:00:00Z',
        },
      ],
      invoices: [
        {
          id: 'i1',
          accountId: 'a1',
          dueOn: '2026-03-01',
          issuedOn: '2026-02-01',
          amountMinor: 500_000,
          openMinor: 300_000,
          currency: 'CNY',
        },
      ],
      people: [{ id: 'amy', name: '艾米', role: 'rep', homeLat: 31.15, homeLon: 121.4 }],
      units: [
        {
          id: 'team-1',
          parentId: null,
          name: '一队',
          kind: 'team',
          managerId: 'p-manager',
          validFrom: '2020-01-01',
          validTo: null,
          path: '/team-1/',
        },
      ],
      memberships: [{ id: 'm1', personId: 'amy', unitId: 'team-1', primary: true, validFrom: '2020-01-01', validTo: null }],
      orders: [],
      contacts: [{ id: 'c1', accountId: 'a1', name: '王一', jobTitle: '店长', phone: '13800000001' }],
    },
    data: { visits: [{ id: 'v1', ownerId: 'amy', accountId: 'a1', value: todaysVisit }] },
    ...options,
  });
}
