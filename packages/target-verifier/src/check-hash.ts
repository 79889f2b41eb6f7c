import { createHash } from 'node:crypto';
import { writeCanonical } from './canonical.ts';
import { textsDiffer } from './difference.ts';
import { shown } from './document.ts';
import type { Difference } from './difference.ts';
import type { PublishedDocument } from './document.ts';

/** The hash of the certificate is that of the file without it. */
export function checkHash({ root, certificate }: PublishedDocument): Difference[] {
  const bare = new Map(certificate);
  bare.delete('hash');
  const hash = createHash('sha256');
  let buffer = '';
  writeCanonical(new Map([...root, ['certificate', bare]]), (piece) => {
    buffer += piece;
    if (buffer.length < 65_536) return;
    hash.update(buffer);
    buffer = '';
  });
  const found = certificate.get('hash');
  const expected = hash.update(buffer).digest('hex');
  return found === expected
    ? []
    : [textsDiffer('differs.hash', 'certificate.hash', '', expected, typeof found === 'string' ? found : shown(found))];
}
