import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { z } from 'zod';
import { ConfigError } from '../config/config-error.ts';
import type { GatewayConfig } from '../config/config.ts';
import { keepText } from '../config/secrets.ts';

/** A CRM server that may vouch for people of one company. */
export interface EmbedIssuer {
  readonly issuer: string;
  readonly tenantId: string;
  /** The claim that holds the person's id. */
  readonly personClaim: string;
  readonly keys: readonly {
    readonly kid: string | undefined;
    readonly key: CryptoKey | Uint8Array;
    readonly algorithm: string;
  }[];
}

/** The `iss` of the demo's CRM server for a company. */
export const demoIssuer = (tenantId: string): string => `milepost-demo:${tenantId}`;
/** The `aud` of every assertion. */
export const assertionAudience = 'milepost';

const algorithms = ['EdDSA', 'ES256', 'RS256', 'PS256'] as const;
const fileSchema = z.strictObject({
  issuers: z.array(
    z.strictObject({
      issuer: z.string().min(1),
      tenantId: z.string().min(1),
      personClaim: z.string().min(1).default('sub'),
      keys: z
        .array(
          z.looseObject({
            kty: z.string(),
            alg: z.enum(algorithms),
            d: z.undefined('a private key does not belong here').optional(),
          }),
        )
        .min(1),
    }),
  ),
});

/** Reads the public keys of the CRM servers. @throws ConfigError naming the file and the place. */
export async function loadEmbedIssuers(config: GatewayConfig): Promise<readonly EmbedIssuer[]> {
  const path = config.embedIssuersFile;
  if (path === undefined) return [];
  try {
    const { issuers } = fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    return await Promise.all(
      issuers.map(async ({ keys, ...rest }) => ({
        ...rest,
        keys: await Promise.all(keys.map((jwk) => importKey(jwk as JWK & { alg: string }))),
      })),
    );
  } catch (error) {
    const detail = error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : String((error as Error).message);
    throw new ConfigError('CONFIG_FILE', `${path}: ${detail}`, error);
  }
}

async function importKey(jwk: JWK & { alg: string }): Promise<EmbedIssuer['keys'][number]> {
  return { kid: jwk.kid, algorithm: jwk.alg, key: await importJWK(jwk, jwk.alg) };
}

async function demoKey(dataDir: string): Promise<JWK> {
  const text = await keepText(join(dataDir, 'keys'), 'demo-embed.jwk', async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    return JSON.stringify(await exportJWK(privateKey));
  });
  return JSON.parse(text) as JWK;
}

/** The issuer of the demo's own foreign page. Only to be used in demo mode. */
export async function demoEmbedIssuer(dataDir: string, tenantId: string): Promise<EmbedIssuer> {
  const { kty, crv, x } = await demoKey(dataDir);
  return {
    issuer: demoIssuer(tenantId),
    tenantId,
    personClaim: 'sub',
    keys: [await importKey({ kty, crv, x, alg: 'EdDSA' })],
  };
}

/** Signs an assertion as the server of the demo's foreign page does. */
export async function signDemoAssertion(dataDir: string, tenantId: string, personId: string): Promise<string> {
  const key = await importJWK(await demoKey(dataDir), 'EdDSA');
  return new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA' })
    .setIssuer(demoIssuer(tenantId))
    .setAudience(assertionAudience)
    .setSubject(personId)
    .setIssuedAt()
    .setExpirationTime('60s')
    .setJti(crypto.randomUUID())
    .sign(key);
}
