import type { Contact, CustomerType } from '@milepost/crm';
import type { DemoAccount } from './accounts.ts';
import { scopeOn } from './context.ts';
import type { DemoContext } from './context.ts';
import { givenNames, surnames } from './data/names.ts';
import { Random } from './random.ts';

const posts: Readonly<Record<CustomerType, readonly (readonly [string, Contact['decisionRole']])[]>> = {
  distributor: [
    ['总经理', 'decider'],
    ['采购经理', 'buyer'],
    ['财务主管', 'influencer'],
  ],
  chain: [
    ['店长', 'user'],
    ['区域经理', 'decider'],
    ['采购专员', 'buyer'],
  ],
  retail: [
    ['采购主管', 'buyer'],
    ['店长', 'decider'],
    ['理货主管', 'user'],
  ],
  institution: [
    ['食堂主任', 'decider'],
    ['厨师长', 'influencer'],
    ['后勤采购', 'buyer'],
  ],
};

/** One to three contacts of an account. The phone numbers start with 100, which no subscriber has. */
export function contactsOf(context: DemoContext, account: DemoAccount): Contact[] {
  const random = new Random(context.seed, context.profile.salt, 505, account.number);
  const count = 1 + random.weighted(account.tier === 'A' ? [10, 40, 50] : account.tier === 'B' ? [35, 45, 20] : [65, 28, 7]);
  const scope = scopeOn(account, context.asOf);
  return posts[account.type].slice(0, count).map(([jobTitle, decisionRole], index) => ({
    id: `c${account.id.slice(1)}-${index + 1}`,
    accountId: account.id,
    name: random.pick(surnames) + random.pick(givenNames),
    jobTitle,
    phone: `100${String(random.int(0, 99_999_999)).padStart(8, '0')}`,
    decisionRole,
    ...scope,
  }));
}
