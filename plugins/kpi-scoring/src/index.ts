import { definePlugin } from '@milepost/sdk';

/** Scorecards: weights and curves over the mirror, every point traced back to the records behind it. */
export const plugin = definePlugin({
  views: {
    'scorecard-page': async () => (await import('./elements/scorecard-page/scorecard-page.ts')).ScorecardPage,
    'my-score-widget': async () => (await import('./elements/my-score-widget/my-score-widget.ts')).MyScoreWidget,
    'ranking-widget': async () => (await import('./elements/ranking-widget/ranking-widget.ts')).RankingWidget,
    'account-widget': async () => (await import('./elements/account-widget/account-widget.ts')).AccountWidget,
  },
  messages: {
    'zh-CN': async () => (await import('../locales/zh-CN.json')).default,
    en: async () => (await import('../locales/en.json')).default,
  },
});
