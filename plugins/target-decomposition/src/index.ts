import { definePlugin } from '@milepost/sdk';

/** 目标分解: a year's target over months and the organisation, exact at every level. */
export const plugin = definePlugin({
  views: {
    'plan-page': () => import('./elements/plan-page/plan-page.ts').then((module) => module.PlanPage),
    'pace-widget': () => import('./elements/pace-widget/pace-widget.ts').then((module) => module.PaceWidget),
    'account-widget': () => import('./elements/account-widget/account-widget.ts').then((module) => module.AccountWidget),
  },
  messages: {
    'zh-CN': () => import('../locales/zh-CN.json').then((module) => module.default),
    en: () => import('../locales/en.json').then((module) => module.default),
  },
});
