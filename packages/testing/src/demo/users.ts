import type { Role } from '@milepost/crm';
import type { DemoContext } from './context.ts';
import type { DemoPerson } from './organisation.ts';
import { termOn } from './organisation.ts';

/** Someone the demo's user switcher offers; `id` is the person's id. */
export interface DemoUser {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly jobTitle: string;
  /** Name of the unit they belong to. */
  readonly unit: string;
  /** Why to look at the product as this person. */
  readonly hint: { readonly 'zh-CN': string; readonly en: string };
}

type Hint = DemoUser['hint'];

/** One person per interesting view of the company, the representative first. */
export function demoUsers(context: DemoContext): DemoUser[] {
  const { people, teams, units } = context.organisation;
  const byId = new Map(people.map((person) => [person.id, person]));
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
  const first = teams[0];
  const behind = teams.find((team) => team.profile.behind);
  const newest = people.filter((person) => person.role === 'rep' && person.left === null).sort((a, b) => b.joined - a.joined)[0];
  const moved = people.find((person) => person.terms.length > 1);
  const users: DemoUser[] = [];
  const add = (person: DemoPerson | undefined, zh: string, en: string): void => {
    if (!person || users.some((user) => user.id === person.id)) return;
    const hint: Hint = { 'zh-CN': zh, en };
    const { id, name, role, jobTitle } = person;
    users.push({
      id,
      name,
      role,
      jobTitle,
      unit: unitNames.get(termOn(person, context.asOf).unitId) ?? '',
      hint,
    });
  };
  add(
    first?.reps[0],
    '手上客户最全的销售代表：看自己的拜访、目标与得分',
    'A representative with a full portfolio: own visits, targets and scores',
  );
  add(
    byId.get(first?.unit.managerId ?? ''),
    '团队经理：看本团队，安排和辅导',
    'A team manager: sees the team, plans and coaches',
  );
  add(
    byId.get(behind?.unit.managerId ?? ''),
    '进度落后的团队的经理：看差距从哪里来',
    'Manager of the team behind its pace: where the gap comes from',
  );
  add(
    byId.get(units.find((unit) => unit.kind === 'region')?.managerId ?? ''),
    '大区总监：把目标分到各团队',
    'A region director: spreads targets over teams',
  );
  add(newest, '刚入职的销售代表：客户少、还在上手', 'A new representative: few accounts, still learning');
  add(
    moved,
    '换过团队的销售代表：业绩按当时所属团队计算',
    'A representative who changed teams: results stay with the team of the time',
  );
  for (const person of people) {
    if (person.role === 'ops')
      add(person, '销售运营：制定目标、评分卡和检查表', 'Sales operations: sets targets, scorecards and checklists');
    if (person.role === 'auditor')
      add(person, '内审：全公司只读，看检查与整改', 'Auditor: reads the whole company, checks and findings');
    if (person.role === 'admin') add(person, '系统管理员：管理用户、插件和版本', 'Administrator: users, plugins and versions');
  }
  return users;
}
