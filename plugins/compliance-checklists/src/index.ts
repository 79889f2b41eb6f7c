import { definePlugin } from '@milepost/sdk';

/** 合规检查: conditional checklists, scored on the spot, findings followed until they are closed. */
export const plugin = definePlugin({
  views: {
    'checks-page': async () => (await import('./elements/checks-page/checks-page.ts')).ChecksPage,
    'findings-widget': async () => (await import('./elements/findings-widget/findings-widget.ts')).FindingsWidget,
    'account-widget': async () => (await import('./elements/account-widget/account-widget.ts')).AccountWidget,
  },
  messages: {
    'zh-CN': async () => (await import('../locales/zh-CN.json')).default,
    en: async () => (await import('../locales/en.json')).default,
  },
});
