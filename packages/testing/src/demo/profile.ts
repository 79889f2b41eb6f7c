import type { TenantInfo } from '@milepost/crm';

/** A team in a city: how many representatives, and how well the team does against the others (1 is average). */
export interface TeamProfile {
  readonly city: string;
  readonly reps: number;
  readonly level: number;
  /** Loses ground over the last ten months: the team behind its pace. */
  readonly behind?: boolean;
}

/** A region with its teams. */
export interface RegionProfile {
  readonly id: string;
  readonly name: string;
  readonly teams: readonly TeamProfile[];
}

/** What makes one demo company differ from another. */
export interface CompanyProfile {
  readonly tenant: TenantInfo;
  /** Part of every seed, so that two companies share nothing. */
  readonly salt: number;
  readonly regions: readonly RegionProfile[];
  readonly accountsPerRep: number;
  /** Representatives who left during the three years, as a share of those employed now. */
  readonly leavers: number;
  /** Whether `scale` multiplies this company. */
  readonly scales: boolean;
}

const locale = 'zh-CN' as const;
const common = { currency: 'CNY', timeZone: 'Asia/Shanghai', fiscalYearStartMonth: 1, locale };

/** 清禾食品: three regions, nine teams, sixty representatives. */
export const qinghe: CompanyProfile = {
  tenant: { id: 'qinghe', name: '清禾食品', ...common },
  salt: 11,
  accountsPerRep: 40,
  leavers: 0.18,
  scales: true,
  regions: [
    {
      id: 'east',
      name: '华东大区',
      teams: [
        { city: 'sh', reps: 9, level: 1.12 },
        { city: 'hz', reps: 7, level: 1.06 },
        { city: 'nj', reps: 6, level: 0.96 },
      ],
    },
    {
      id: 'south',
      name: '华南大区',
      teams: [
        { city: 'gz', reps: 8, level: 1.05 },
        { city: 'sz', reps: 8, level: 1.15 },
        { city: 'fs', reps: 5, level: 0.92 },
      ],
    },
    {
      id: 'north',
      name: '华北大区',
      teams: [
        { city: 'bj', reps: 8, level: 1.08 },
        { city: 'tj', reps: 5, level: 0.98, behind: true },
        { city: 'sj', reps: 4, level: 0.86 },
      ],
    },
  ],
};

/** 北辰饮品: a second, small company, there to show that companies never see each other. */
export const beichen: CompanyProfile = {
  tenant: { id: 'beichen', name: '北辰饮品', ...common },
  salt: 29,
  accountsPerRep: 20,
  leavers: 0,
  scales: false,
  regions: [{ id: 'southwest', name: '西南大区', teams: [{ city: 'cd', reps: 3, level: 1 }] }],
};
