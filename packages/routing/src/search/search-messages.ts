/** Errors of how long to search. `{value}` is replaced by the offending value. */
export const searchMessages = {
  'routing.search.iterations': {
    zh: '迭代次数 {value} 无效，请填 0 或正整数；不限次数就不要填。',
    en: 'The number of iterations {value} is none; give 0 or a positive integer, or leave it out for no limit.',
  },
  'routing.search.seconds': {
    zh: '秒数 {value} 无效，请填 0 或正数；不限时间就不要填。',
    en: 'The seconds {value} are none; give 0 or a positive number, or leave them out for no limit.',
  },
  'routing.search.clock': {
    zh: '限定了 {value} 秒却没有时钟，求解不会停止；请同时传入 now，例如 () => performance.now()。',
    en: 'A limit of {value} seconds without a clock never ends; pass now as well, such as () => performance.now().',
  },
} as const;
