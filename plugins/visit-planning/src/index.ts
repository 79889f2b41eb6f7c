import { definePlugin } from '@milepost/sdk';

/** 拜访计划: who is due, on which day, and what came of it. */
export const plugin = definePlugin({
  views: {
    'week-page': () => import('./elements/week-page/week-page.ts').then((module) => module.WeekPage),
    'today-widget': () => import('./elements/today-widget/today-widget.ts').then((module) => module.TodayWidget),
    'team-widget': () => import('./elements/team-widget/team-widget.ts').then((module) => module.TeamWidget),
    'account-widget': () => import('./elements/account-widget/account-widget.ts').then((module) => module.AccountWidget),
  },
  messages: {
    'zh-CN': () => import('../locales/zh-CN.json').then((module) => module.default),
    en: () => import('../locales/en.json').then((module) => module.default),
  },
});
