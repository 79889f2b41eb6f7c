import type { Locale } from '@milepost/sdk';
import { formatMessage } from '@milepost/sdk/host-kit';

const texts = {
  'gateway.unreachable': ['连接不上服务器。', 'The server cannot be reached.'],
  'gateway.unreachable.remedy': [
    '请检查网络后重试；未得到确认的修改没有保存。',
    'Check the network and try again; nothing that was not confirmed has been saved.',
  ],
  'gateway.timeout': ['服务器没有及时回应。', 'The server did not answer in time.'],
  'gateway.timeout.remedy': ['请稍后重试。', 'Try again in a moment.'],
  'gateway.answer': ['服务器的回应无法识别。', 'The answer of the server cannot be read.'],
  'gateway.answer.remedy': [
    '请刷新页面；若仍出现，请把请求编号告诉管理员。',
    'Reload the page; if it happens again, tell an administrator the request id.',
  ],
  'capability.refused': [
    '插件 {plugin} 没有声明使用“{what}”的权限。',
    'The plugin {plugin} has not declared that it uses “{what}”.',
  ],
  'capability.refused.remedy': [
    '请在 plugin.json 的 {path} 中加入 {entry}，再构建一次。',
    'Add {entry} to {path} in plugin.json and build again.',
  ],
  'read.too-many': ['记录超过 {max} 条，没有读取。', 'There are more than {max} records; none were read.'],
  'read.too-many.remedy': [
    '请缩小范围（如期间或组织），或在查询中提高 max。',
    'Narrow the scope, such as the period or the unit, or raise max in the query.',
  ],
  'call.path': ['接口路径“{path}”不正确。', 'The path “{path}” of an endpoint is not right.'],
  'call.path.remedy': [
    '请使用相对路径，不含空段、“.”、“..”、“?”和“#”；参数请放入 query。',
    'Use a relative path without empty segments, “.”, “..”, “?” and “#”; put parameters into query.',
  ],
  'fallback.notice': [
    '{plugin} {broken} 无法使用，已改用 {version}。',
    '{plugin} {broken} did not work; {version} is shown instead.',
  ],
  'failed.title': ['{plugin} 暂时无法显示', '{plugin} cannot be shown right now'],
  'failed.text': ['页面的其他部分不受影响。', 'The rest of the page is not affected.'],
  'failed.retry': ['重试', 'Try again'],
  'failed.detail': ['详细信息', 'Details'],
  'failed.versions': ['版本：{versions}', 'Versions: {versions}'],
  'failed.unknown': ['门户中没有插件 {plugin}。', 'The portal has no plugin {plugin}.'],
  'failed.view': ['插件 {plugin} 没有视图 {view}。', 'The plugin {plugin} has no view {view}.'],
  'failed.sdk': ['它需要 SDK {range}，门户提供 {version}。', 'It needs SDK {range}; the portal provides {version}.'],
  'failed.timeout': ['{seconds} 秒内没有完成。', 'It did not finish within {seconds} s.'],
  'leave.title': ['放弃未保存的修改？', 'Discard unsaved changes?'],
  'leave.text': ['离开后，这里未保存的内容将丢失。', 'What is not saved here is lost when you leave.'],
  'leave.confirm': ['放弃修改', 'Discard changes'],
  loading: ['正在加载 {title}', 'Loading {title}'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

/** A text of the runtime itself, by key. */
export function text(key: keyof typeof texts, locale: Locale, params: Readonly<Record<string, string | number>> = {}): string {
  const [zh, en] = texts[key];
  return formatMessage(locale === 'en' ? en : zh, params, locale);
}
