import type { Words } from '@milepost/crm';

/** What is said for a code: the status, a title and the remedy. */
export interface CatalogueEntry {
  readonly status: number;
  readonly title: Words;
  readonly remedy: Words;
}

const entry = (status: number, zh: string, en: string, zhRemedy: string, enRemedy: string): CatalogueEntry => ({
  status,
  title: { 'zh-CN': zh, en },
  remedy: { 'zh-CN': zhRemedy, en: enRemedy },
});

/** Every error of the API. Codes never change their meaning; `docs/reference/http-api.md` refers to them. */
export const catalogue = {
  'request.invalid': entry(
    400,
    '请求不正确',
    'The request is not right',
    '请按下列位置修改请求。',
    'Change the request at the places listed.',
  ),
  'request.not-json': entry(
    400,
    '内容不是 JSON',
    'The body is not JSON',
    '请检查所示行列附近的 JSON。',
    'Check the JSON near the line and column named.',
  ),
  'request.not-utf8': entry(
    400,
    '内容不是 UTF-8 文本',
    'The body is not UTF-8 text',
    '请以 UTF-8 编码发送。',
    'Send the body encoded as UTF-8.',
  ),
  'request.too-large': entry(413, '内容过大', 'The body is too large', '请分成几次发送。', 'Send it in several parts.'),
  'request.media-type': entry(
    415,
    '内容类型不支持',
    'The media type is not supported',
    '请使用 Content-Type: application/json。',
    'Use Content-Type: application/json.',
  ),
  'request.not-found': entry(
    404,
    '没有这个地址',
    'There is nothing at this address',
    '请在 /api/docs 查看可用的地址。',
    'See /api/docs for the addresses there are.',
  ),
  'request.host': entry(
    403,
    '不认识的主机名',
    'The host name is not known',
    '请用启动时显示的地址访问，或设置 MILEPOST_URL。',
    'Use the address printed at the start, or set MILEPOST_URL.',
  ),
  'cursor.invalid': entry(
    400,
    '分页位置无效',
    'The cursor is not valid here',
    '请从第一页重新读取。',
    'Start again from the first page.',
  ),
  'session.none': entry(401, '尚未登录', 'Nobody is signed in', '请先登录。', 'Sign in first.'),
  'session.expired': entry(401, '登录已过期', 'The session has ended', '请重新登录。', 'Sign in again.'),
  'session.not-allowed': entry(
    403,
    '此身份不能登录',
    'This identity may not sign in',
    '请联系管理员核对人员资料。',
    'Ask an administrator to check the list of people.',
  ),
  'session.csrf': entry(
    403,
    '请求来源未通过检查',
    'The origin of the request was refused',
    '请从门户页面发起操作，并带上 X-Milepost: 1。',
    'Send it from a page of the portal, with X-Milepost: 1.',
  ),
  'session.assertion': entry(
    401,
    '身份声明无效',
    'The assertion was refused',
    '请让 CRM 的服务器重新签发。',
    'Have the server of the CRM sign a new one.',
  ),
  'login.failed': entry(
    401,
    '登录没有完成',
    'Signing in did not complete',
    '请重新登录；若仍失败，请联系管理员。',
    'Sign in again; ask an administrator if it keeps failing.',
  ),
  'login.not-configured': entry(
    404,
    '没有配置这种登录方式',
    'This way to sign in is not configured',
    '请联系管理员。',
    'Ask an administrator.',
  ),
  'login.unavailable': entry(
    503,
    '身份服务暂时不可用',
    'The identity provider does not answer',
    '请稍后重试。',
    'Try again in a moment.',
  ),
  'login.too-many': entry(429, '尝试过于频繁', 'Too many attempts', '请稍后再试。', 'Wait a moment and try again.'),
  'access.denied': entry(403, '没有权限', 'Not allowed', '如需此权限，请联系管理员。', 'Ask an administrator if you need this.'),
  'crm.not-found': entry(
    404,
    '没有这条数据',
    'There is no such row',
    '请检查编号；也可能不在您的可见范围内。',
    'Check the id; the row may also lie outside what you may see.',
  ),
  'crm.unknown-entity': entry(
    404,
    '没有这种数据',
    'There is no such entity',
    '请使用所列名称之一。',
    'Use one of the names listed.',
  ),
  'query.too-slow': entry(
    422,
    '查询耗时过长',
    'The query took too long',
    '请缩小时间范围或增加条件。',
    'Narrow the period or add conditions.',
  ),
  'aggregate.too-many-groups': entry(
    422,
    '分组过多',
    'Too many groups',
    '请减少分组维度或缩小范围。',
    'Group by fewer keys or narrow the range.',
  ),
  'aggregate.too-large': entry(
    422,
    '合计超出可精确表示的范围',
    'A sum is larger than can be shown exactly',
    '请缩小范围后重试。',
    'Narrow the range and try again.',
  ),
  'plugin.server-missing': entry(
    503,
    '此插件的服务端规则未安装，暂时不能保存',
    'The rules of this plugin are not installed on the server, so nothing can be saved',
    '请管理员在网关上安装与此插件主版本相同的服务端部分（plugins/<插件>/server），然后重新启动。',
    'Ask an administrator to install the plugin’s server part (plugins/<id>/server) of the same major version on the gateway and to start it again.',
  ),
  'plugin.unknown': entry(
    404,
    '没有这个插件',
    'There is no such plugin',
    '请检查插件编号与门户配置。',
    'Check the plugin id and the portal file.',
  ),
  'collection.unknown': entry(
    404,
    '没有这个集合',
    'There is no such collection',
    '请使用插件清单中声明的集合。',
    'Use a collection that the manifest declares.',
  ),
  'record.not-found': entry(
    404,
    '没有这条记录',
    'There is no such record',
    '请检查编号；也可能不在您的可见范围内。',
    'Check the id; the record may also lie outside what you may see.',
  ),
  'record.conflict': entry(
    409,
    '记录已被他人修改',
    'Somebody else changed the record first',
    '请对照现有内容后再保存。',
    'Compare with what is stored now, then save again.',
  ),
  'record.id-taken': entry(409, '编号已被占用', 'The id is taken', '请换一个编号。', 'Choose another id.'),
  'record.invalid': entry(
    422,
    '内容不符合要求',
    'The content is not valid',
    '请按下列位置修改后重新保存。',
    'Change it at the places listed and save again.',
  ),
  'idempotency.mismatch': entry(
    409,
    '同一个幂等键用于不同内容',
    'The idempotency key was used for something else',
    '请为新的操作使用新的键。',
    'Use a new key for a new operation.',
  ),
  'audit.broken': entry(
    409,
    '审计链不完整',
    'The audit chain is broken',
    '请保留现场并联系管理员。',
    'Keep everything as it is and tell an administrator.',
  ),
  'database.unavailable': entry(
    503,
    '数据库暂时不可用',
    'The database does not answer',
    '请稍后重试；未得到确认的修改没有保存。',
    'Try again in a moment; nothing that was not confirmed has been stored.',
  ),
  'server.failed': entry(
    500,
    '服务器出错',
    'The server failed',
    '请重试；若仍失败，请把编号告诉管理员。',
    'Try again; if it keeps failing, tell an administrator the request id.',
  ),
} satisfies Record<string, CatalogueEntry>;

/** A stable code of the API. */
export type ProblemCode = keyof typeof catalogue;
