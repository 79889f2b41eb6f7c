/** The few words of the loader itself. */
const words = {
  open: ['在 Milepost 中打开', 'Open in Milepost'],
  loading: ['正在载入', 'Loading'],
  failed: ['暂时无法显示', 'Cannot be shown right now'],
  safe: ['本页的其他内容不受影响。', 'The rest of this page is not affected.'],
  retry: ['重试', 'Try again'],
  attributes: ['缺少 plugin 或 widget 属性。', 'The attribute plugin or widget is missing.'],
  config: ['config 属性不是 JSON 对象。', 'The attribute config is no JSON object.'],
  assertion: [
    '页面没有提供登录凭证：请设置 token-endpoint 属性或 getAssertion。',
    'The page gave no assertion: set token-endpoint or getAssertion.',
  ],
  function: [
    '页面的 getAssertion 出错：{0}。请检查本页的脚本。',
    'The page’s getAssertion failed: {0}. Check the scripts of this page.',
  ],
  endpointLost: [
    'CRM 服务器的 {0} 没有应答。请检查网络，以及该接口是否与本页同源。',
    '{0} of the CRM’s server does not answer. Check the network, and that it has the origin of this page.',
  ],
  endpointStatus: [
    'CRM 服务器的 {0} 应答了 {1}，没有给出登录凭证。{2}',
    '{0} of the CRM’s server answered {1} and gave no assertion. {2}',
  ],
  endpointSignIn: ['请重新登录 CRM。', 'Sign in to the CRM again.'],
  endpointMissing: [
    '请检查 token-endpoint 属性，以及 CRM 服务器上是否有这个接口。',
    'Check the attribute token-endpoint, and that the CRM’s server has this endpoint.',
  ],
  endpointBroken: ['请查看 CRM 服务器的日志。', 'See the log of the CRM’s server.'],
  endpointContent: [
    'CRM 服务器的 {0} 应答的不是 {"assertion": "…"}。请检查该接口；登录已过期时，它可能返回了登录页面。',
    '{0} of the CRM’s server did not answer with {"assertion": "…"}. Check the endpoint; with an ended session it may have answered with a sign-in page.',
  ],
  origin: [
    '本页来源 {0} 未获准嵌入。请在门户文件的 embed.origins 中加入它，保存后重试，无需重启：\n"embed": { "origins": ["{0}"] }',
    'The origin of this page, {0}, is not allowed to embed. Add it to embed.origins of the portal file, save and try again; no restart is needed:\n"embed": { "origins": ["{0}"] }',
  ],
  unreachable: [
    '网关 {0} 没有应答。请检查网络，以及网关是否正在运行。',
    'The gateway {0} does not answer. Check the network, and that it is running.',
  ],
  frame: [
    '网关 {0} 的框架没有应答。请检查网关是否正在运行、本页的 frame-src 是否允许它，以及门户文件的 embed.origins 是否包含 "{1}"。',
    'The frame of the gateway {0} does not answer. Check that it is running, that frame-src of this page allows it, and that embed.origins of the portal file has "{1}".',
  ],
  otherPerson: ['CRM 的登录人已更换。', 'Another person is signed in to the CRM now.'],
  ended: ['组件已停止。', 'The widget has ended.'],
  unknown: ['组件没有启动：{0}', 'The widget did not start: {0}'],
} as const;

/** A word in the language of a tag such as `zh-CN` or `en-GB`; `{0}`, `{1}` stand for values. */
export function word(key: keyof typeof words, lang: string, ...values: readonly (string | number)[]): string {
  const text = words[key][lang.toLowerCase().startsWith('zh') ? 0 : 1];
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
