/** The few words of the loader itself. */
const words = {
  open: ['在 Milepost 中打开', 'Open in Milepost'],
  loading: ['正在载入', 'Loading'],
  failed: ['暂时无法显示', 'Cannot be shown right now'],
  safe: ['本页的其他内容不受影响。', 'The rest of this page is not affected.'],
  retry: ['重试', 'Try again'],
  attributes: ['缺少 plugin 或 widget 属性。', 'The attribute plugin or widget is missing.'],
  config: ['config 属性不是 JSON 对象。', 'The attribute config is no JSON object.'],
  assertion: ['页面没有提供登录凭证：请设置 token-endpoint 属性或 getAssertion。', 'The page gave no assertion: set token-endpoint or getAssertion.'],
  endpoint: ['登录凭证接口没有正确应答。', 'The token endpoint did not answer properly.'],
} as const;

/** A word in the language of a tag such as `zh-CN` or `en-GB`. */
export function word(key: keyof typeof words, lang: string): string {
  return words[key][lang.toLowerCase().startsWith('zh') ? 0 : 1];
}
