/** The published versions that a plan file remembers. */
import { fileError } from './file-error.ts';
import { readAuthor } from './journal-file.ts';
import { amountOf, fieldsOf, listOf, shown, textOf } from './shape.ts';
import type { PublishedVersion } from './plan-file.ts';

/** Reads the list, numbered from 1 without a gap; the certificate of a published file is the last one. */
export function readVersions(value: unknown, certificate: unknown): PublishedVersion[] {
  const versions = listOf(value, 'versions').map((item, at) => {
    const place = `versions.${at}`;
    const fields = fieldsOf(item, place, ['number!', 'hash!', 'by', 'at', 'reason']);
    const number = amountOf(fields['number'], `${place}.number`);
    if (number !== at + 1) throw fileError('allocation.file.range', `${number} ≠ ${at + 1}`, `${place}.number`);
    return { ...readAuthor(fields, place), number, hash: readHash(fields['hash'], `${place}.hash`) };
  });
  if (certificate === undefined) return versions;
  const names = ['format!', 'engine!', 'by', 'at', 'reason', 'calendar', 'totals!', 'hash!'];
  const fields = fieldsOf(certificate, 'certificate', names);
  const hash = readHash(fields['hash'], 'certificate.hash');
  return [...versions, { ...readAuthor(fields, 'certificate'), number: versions.length + 1, hash }];
}

function readHash(value: unknown, path: string): string {
  const hash = textOf(value, path);
  if (!/^[0-9a-f]{64}$/.test(hash)) throw fileError('allocation.file.text', shown(hash), path);
  return hash;
}
