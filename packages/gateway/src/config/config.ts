import { resolve } from 'node:path';
import { z } from 'zod';
import { isDay } from '../crm/periods.ts';
import { isAddressOrRange, isLoopback } from './addresses.ts';
import { ConfigError } from './config-error.ts';

export { isLoopback };

const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ });
const secret = z.string().min(32);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
const logTargets = ['stdout', 'file', 'none'] as const;

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PORT: port.default(4780),
  HOST: z.string().min(1).default('127.0.0.1'),
  MILEPOST_DATA: z.string().min(1).optional(),
  MILEPOST_TODAY: z.string().refine(isDay).optional(),
  MILEPOST_URL: url.optional(),
  MILEPOST_ORIGINS: list.pipe(z.array(url)).optional(),
  MILEPOST_EMBED_ORIGINS: list.pipe(z.array(url)).optional(),
  MILEPOST_EMBED_ISSUERS: z.string().min(1).optional(),
  MILEPOST_SECRET: secret.optional(),
  MILEPOST_METRICS_TOKEN: secret.optional(),
  MILEPOST_TRUSTED_PROXIES: list.pipe(z.array(z.string().refine(isAddressOrRange))).optional(),
  MILEPOST_LOG: list.pipe(z.array(z.enum([...logLevels, ...logTargets]))).default([]),
  MILEPOST_LOGINS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).optional(),
  MILEPOST_IDEMPOTENCY_DAYS: z.coerce.number().int().min(1).max(365).default(7),
  MILEPOST_OIDC_ISSUER: url.optional(),
  MILEPOST_OIDC_CLIENT_ID: z.string().min(1).optional(),
  MILEPOST_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  MILEPOST_OIDC_TENANT: z.string().min(1).optional(),
  MILEPOST_OIDC_CLAIM: z.string().min(1).default('email'),
  MILEPOST_OIDC_EMAIL_TRUSTED: z.enum(['true', 'false']).default('false'),
  MILEPOST_OIDC_PERSON_FIELD: z.enum(['email', 'id']).default('email'),
});

const examples: Partial<Record<keyof z.infer<typeof schema>, string>> = {
  DATABASE_URL: 'postgres://user:password@host:5432/milepost',
  PORT: '4780',
  MILEPOST_TODAY: '2026-03-16',
  MILEPOST_URL: 'https://sales.example.com',
  MILEPOST_ORIGINS: 'https://sales.example.com,http://localhost:5173',
  MILEPOST_EMBED_ORIGINS: 'https://crm.example.com',
  MILEPOST_SECRET: 'at least 32 characters',
  MILEPOST_METRICS_TOKEN: 'at least 32 characters',
  MILEPOST_TRUSTED_PROXIES: '127.0.0.1,10.0.0.0/8',
  MILEPOST_LOG: 'silent, error, warn, info or debug; stdout, file or none; both with a comma: warn,file',
  MILEPOST_OIDC_ISSUER: 'https://id.example.com',
  MILEPOST_OIDC_EMAIL_TRUSTED: 'true or false',
};

/** OpenID Connect sign-in of one company. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly tenantId: string;
  /** The claim that names the person, and the field of `people` it is compared with. */
  readonly claim: string;
  readonly personField: 'email' | 'id';
  /** True when the issuer vouches for every e-mail it names, whether it says `email_verified` or not. */
  readonly emailTrusted: boolean;
}

/** How a gateway runs. */
export interface GatewayConfig {
  readonly databaseUrl: string | undefined;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Fixes the business day. */
  readonly today: string | undefined;
  readonly demo: boolean;
  /** The address people use, where it is not the one listened on. */
  readonly publicUrl: string | undefined;
  /** Origins besides our own that may write with the cookie: development servers that proxy to us. */
  readonly origins: readonly string[];
  /** Origins of pages that embed widgets. */
  readonly embedOrigins: readonly string[];
  /** Path of a JSON file with the keys of CRM servers. */
  readonly embedIssuersFile: string | undefined;
  readonly secret: string | undefined;
  readonly metricsToken: string | undefined;
  /** Addresses and ranges of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: (typeof logLevels)[number];
  /** Where the log goes; undefined leaves it to the command: a file on a terminal, else standard output. */
  readonly logTo: (typeof logTargets)[number] | undefined;
  readonly oidc: OidcConfig | undefined;
  /** Attempts to sign in that one address may make in a minute. */
  readonly loginsPerMinute: number;
  /** How long an `Idempotency-Key` and its answer are kept. */
  readonly idempotencyDays: number;
}

/** What the command line adds to the environment. */
export interface ConfigFlags {
  readonly demo?: boolean;
  readonly port?: string;
  readonly host?: string;
  /** Checked by the command: `stdout`, `file` or `none`. */
  readonly log?: string;
}

/**
 * Reads the configuration from environment and flags.
 * @throws ConfigError with one line for each setting that is wrong.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  flags: ConfigFlags,
  defaultDataDir: string,
): GatewayConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse({
    ...given,
    ...(flags.port && { PORT: flags.port }),
    ...(flags.host && { HOST: flags.host }),
  });
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new ConfigError('CONFIG_INVALID', names.map((name) => describe(name)).join('; '));
  }
  const values = parsed.data;
  const demo = flags.demo ?? false;
  if (demo && !isLoopback(values.HOST)) throw new ConfigError('CONFIG_DEMO_HOST', values.HOST);
  const oidc = oidcOf(values);
  if (!demo && !oidc) throw new ConfigError('CONFIG_NO_IDENTITY');
  return {
    databaseUrl: values.DATABASE_URL,
    port: values.PORT,
    host: values.HOST,
    dataDir: values.MILEPOST_DATA ? resolve(values.MILEPOST_DATA) : defaultDataDir,
    today: values.MILEPOST_TODAY,
    demo,
    publicUrl: values.MILEPOST_URL && new URL(values.MILEPOST_URL).origin,
    origins: (values.MILEPOST_ORIGINS ?? []).map((item) => new URL(item).origin),
    embedOrigins: (values.MILEPOST_EMBED_ORIGINS ?? []).map((item) => new URL(item).origin),
    embedIssuersFile: values.MILEPOST_EMBED_ISSUERS,
    secret: values.MILEPOST_SECRET,
    metricsToken: values.MILEPOST_METRICS_TOKEN,
    trustedProxies: values.MILEPOST_TRUSTED_PROXIES ?? [],
    logLevel: logLevels.find((level) => values.MILEPOST_LOG.includes(level)) ?? 'info',
    logTo: logTargets.find((target) => (flags.log ? flags.log === target : values.MILEPOST_LOG.includes(target))),
    oidc,
    idempotencyDays: values.MILEPOST_IDEMPOTENCY_DAYS,
    loginsPerMinute: values.MILEPOST_LOGINS_PER_MINUTE ?? (demo ? 300 : 60),
  };
}

function oidcOf(values: z.infer<typeof schema>): OidcConfig | undefined {
  const { MILEPOST_OIDC_ISSUER: issuer, MILEPOST_OIDC_CLIENT_ID: clientId, MILEPOST_OIDC_TENANT: tenantId } = values;
  if (!issuer && !clientId && !tenantId) return undefined;
  if (!issuer || !clientId || !tenantId) throw new ConfigError('CONFIG_OIDC_PARTIAL');
  return {
    issuer,
    clientId,
    tenantId,
    clientSecret: values.MILEPOST_OIDC_CLIENT_SECRET,
    claim: values.MILEPOST_OIDC_CLAIM,
    personField: values.MILEPOST_OIDC_PERSON_FIELD,
    emailTrusted: values.MILEPOST_OIDC_EMAIL_TRUSTED === 'true',
  };
}

function describe(name: string): string {
  const example = examples[name as keyof typeof examples];
  return example ? `${name} (${example})` : name;
}
