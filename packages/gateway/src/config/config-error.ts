import { words } from '../http/problem.ts';
import type { Words } from '@milepost/crm';

/** What can be wrong before the gateway runs. */
export type ConfigErrorCode =
  | 'CONFIG_INVALID'
  | 'CONFIG_NO_IDENTITY'
  | 'CONFIG_DEMO_HOST'
  | 'CONFIG_OIDC_PARTIAL'
  | 'CONFIG_FILE'
  | 'PORT_BUSY'
  | 'PORT_REFUSED'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_SECRET';

const lines: Record<ConfigErrorCode, (detail: string) => Words> = {
  CONFIG_INVALID: (detail) =>
    words(
      `以下设置不正确：${detail}。请修改后重新启动。`,
      `These settings are not right: ${detail}. Correct them and start again.`,
    ),
  CONFIG_NO_IDENTITY: () =>
    words(
      '没有配置登录方式，因此不启动。试用请加 --demo；正式使用请设置 MILEPOST_OIDC_ISSUER、MILEPOST_OIDC_CLIENT_ID 和 MILEPOST_OIDC_TENANT。',
      'No way to sign in is configured, so this does not start. Add --demo to try it out; otherwise set MILEPOST_OIDC_ISSUER, MILEPOST_OIDC_CLIENT_ID and MILEPOST_OIDC_TENANT.',
    ),
  CONFIG_DEMO_HOST: (detail) =>
    words(
      `演示模式任何人都能切换身份，只能在本机使用，不能监听 ${detail}。请去掉 --host，或改用正式登录。`,
      `In demo mode anybody may be anyone, so it serves this machine alone and not ${detail}. Leave out --host, or configure a real sign-in.`,
    ),
  CONFIG_OIDC_PARTIAL: () =>
    words(
      'OpenID Connect 需要同时设置 MILEPOST_OIDC_ISSUER、MILEPOST_OIDC_CLIENT_ID 和 MILEPOST_OIDC_TENANT。',
      'OpenID Connect needs MILEPOST_OIDC_ISSUER, MILEPOST_OIDC_CLIENT_ID and MILEPOST_OIDC_TENANT together.',
    ),
  CONFIG_FILE: (detail) => words(`无法读取设置文件：${detail}。`, `A settings file cannot be used: ${detail}.`),
  PORT_BUSY: (detail) =>
    words(
      `端口 ${detail} 已被占用。请停止占用它的程序，或用 --port 4781（或环境变量 PORT）换一个端口。`,
      `Port ${detail} is in use. Stop the program that uses it, or choose another with --port 4781 (or the variable PORT).`,
    ),
  PORT_REFUSED: (detail) =>
    words(
      `无法监听 ${detail}。请用 --host 和 --port 换一个地址。`,
      `Cannot listen on ${detail}. Choose another address with --host and --port.`,
    ),
  DATABASE_UNREACHABLE: (detail) =>
    words(`无法连接 DATABASE_URL 指定的数据库：${detail}。`, `The database of DATABASE_URL cannot be reached: ${detail}.`),
  DATABASE_SECRET: () =>
    words(
      'DATABASE_URL 没有密码，也没有可用的密钥，因此不启动。请设置 MILEPOST_SECRET，或把密码写进 DATABASE_URL。',
      'DATABASE_URL carries no password and there is no secret, so this does not start. Set MILEPOST_SECRET, or put the password into DATABASE_URL.',
    ),
};

/** Thrown when a gateway cannot start as it is configured. `text` is one line in each language, `message` the English one. */
export class ConfigError extends Error {
  readonly code: ConfigErrorCode;
  readonly text: { readonly zh: string; readonly en: string };

  constructor(code: ConfigErrorCode, detail = '', cause?: unknown) {
    const text = lines[code](detail);
    super(text.en, cause === undefined ? undefined : { cause });
    this.name = 'ConfigError';
    this.code = code;
    this.text = { zh: text['zh-CN'], en: text.en };
  }
}
