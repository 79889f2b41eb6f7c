import { writeCanonical } from './canonical.ts';
import { textsDiffer } from './difference.ts';
import type { Difference } from './difference.ts';
import type { PublishedDocument } from './document.ts';
import type { Json } from './read-json.ts';

/** The certificate names the calendar of the file, and how sure its data is. */
export function checkCalendar({ root, certificate }: PublishedDocument): Difference[] {
  const [expected, found] = [text(root.get('calendar') ?? null), text(certificate.get('calendar') ?? null)];
  return expected === found ? [] : [textsDiffer('differs.calendar', 'certificate.calendar', '', expected, found)];
}

function text(value: Json): string {
  let whole = '';
  writeCanonical(value, (piece) => (whole += piece));
  return whole;
}
