/** Languages every plugin speaks. */
export type Locale = 'zh-CN' | 'en';
