import type { Words } from '@milepost/crm';

/** Every way a command can fail by itself: what happened and what to do, in both languages. `{…}` are filled in. */
const catalogue = {
  'cli.usage': [
    { 'zh-CN': '命令写法有误：{detail}', en: 'The command is not written right: {detail}' },
    { 'zh-CN': '用 milepost {command} --help 查看用法', en: 'milepost {command} --help shows how' },
  ],
  'cli.folder': [
    { 'zh-CN': '无法读取文件夹 {folder}', en: 'Cannot read the folder {folder}' },
    { 'zh-CN': '检查路径和读取权限', en: 'Check the path and the right to read it' },
  ],
  'cli.folder.write': [
    { 'zh-CN': '无法写入 {folder}', en: 'Cannot write to {folder}' },
    { 'zh-CN': '检查路径和写入权限', en: 'Check the path and the right to write there' },
  ],
  'cli.folder.empty': [
    { 'zh-CN': '{folder} 中没有 CSV 文件', en: 'There is no CSV file in {folder}' },
    {
      'zh-CN': '用 milepost templates <文件夹> 生成模板',
      en: 'milepost templates <folder> writes templates',
    },
  ],
  'cli.template.exists': [
    { 'zh-CN': '{file} 已存在，未覆盖任何文件', en: '{file} is there already; nothing was overwritten' },
    { 'zh-CN': '换一个文件夹，或加 --force', en: 'Choose another folder or add --force' },
  ],
  'cli.tenant.choose': [
    { 'zh-CN': '数据库中有多家公司：{tenants}', en: 'The database holds several companies: {tenants}' },
    { 'zh-CN': '用 --tenant <编号> 指定一家', en: 'Name one with --tenant <id>' },
  ],
  'cli.tenant.unknown': [
    { 'zh-CN': '没有编号为“{tenant}”的公司', en: 'There is no company "{tenant}"' },
    { 'zh-CN': '改正编号，或加 --name <名称> 新建', en: 'Correct the id, or add --name <name> to create it' },
  ],
  'cli.import.invalid': [
    { 'zh-CN': '共 {count} 处错误，没有导入任何数据', en: '{count} errors; nothing was imported' },
    { 'zh-CN': '改正后重新导入；--json 列出全部', en: 'Correct them and import again; --json lists all' },
  ],
  'cli.database': [
    { 'zh-CN': '无法使用数据库：{detail}', en: 'The database cannot be used: {detail}' },
    { 'zh-CN': '检查 DATABASE_URL，或先运行 npm start', en: 'Check DATABASE_URL, or run npm start first' },
  ],
  'cli.port.used': [
    { 'zh-CN': '端口 {port} 已被占用', en: 'Port {port} is in use' },
    {
      'zh-CN': '用 --port 换一个端口，或先停止占用它的程序',
      en: 'Choose another with --port, or stop the program that uses it',
    },
  ],
  'cli.contract': [
    { 'zh-CN': '共 {count} 处问题，没有做任何更改', en: '{count} problems; nothing was changed' },
    { 'zh-CN': '按上面列出的位置修改后重试', en: 'Correct the places listed above and try again' },
  ],
  'cli.demo.gateway': [
    { 'zh-CN': '{gateway} 没有正在运行的演示', en: 'No demo is running at {gateway}' },
    {
      'zh-CN': '先运行 npm start，或用 --gateway 指定地址',
      en: 'Run npm start first, or name its address with --gateway',
    },
  ],
  'cli.demo.user': [
    { 'zh-CN': '演示中没有用户“{user}”', en: 'The demo has no user "{user}"' },
    {
      'zh-CN': '编号形如 qinghe:p007；省略 --user 用第一位业务代表',
      en: 'Ids look like qinghe:p007; leave --user out for the first representative',
    },
  ],
  'cli.cancelled': [
    { 'zh-CN': '已取消，未完成的写入已撤销', en: 'Cancelled; the unfinished write was undone' },
    { 'zh-CN': '需要时重新运行', en: 'Run it again when you like' },
  ],
} as const satisfies Record<string, readonly [message: Words, remedy: Words]>;

/** Stable code of a failure of the command line. */
export type FailureCode = keyof typeof catalogue;

/** A failure that a person can do something about; shown as one line without a stack. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly words: Words;
  readonly remedy: Words;

  constructor(code: FailureCode, blanks: Readonly<Record<string, string>> = {}, cause?: unknown) {
    const [message, remedy] = catalogue[code];
    super(fill(message.en, blanks), { cause });
    this.code = code;
    this.words = { 'zh-CN': fill(message['zh-CN'], blanks), en: fill(message.en, blanks) };
    this.remedy = { 'zh-CN': fill(remedy['zh-CN'], blanks), en: fill(remedy.en, blanks) };
  }
}

function fill(text: string, blanks: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? '');
}
