import { sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical.ts';
import type { KnownPlace } from './verify.ts';

/** The chain's end at a moment, noted outside the database: who rewrites the database cannot rewrite this too. */
export interface Checkpoint extends KnownPlace {
  readonly tenantId: string;
  /** ISO instant. */
  readonly at: string;
}

/** A checkpoint as one line of text with its signature, without the line break. */
export function writeLine(checkpoint: Checkpoint, key: KeyObject): string {
  const signature = sign(null, Buffer.from(canonicalJson(checkpoint)), key).toString('base64url');
  return JSON.stringify({ ...checkpoint, signature });
}

/** The checkpoint of a line, or null when the line is not one that we signed. */
export function readLine(line: string, key: KeyObject): Checkpoint | null {
  try {
    const { signature, ...checkpoint } = JSON.parse(line) as Checkpoint & { signature: string };
    const good = verify(null, Buffer.from(canonicalJson(checkpoint)), key, Buffer.from(signature, 'base64url'));
    return good ? checkpoint : null;
  } catch {
    return null;
  }
}
