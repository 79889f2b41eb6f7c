/**
 * A pasted cell as it was meant: full-width letters, digits and signs become half-width, exotic spaces become
 * plain ones, and the ends are trimmed. Chinese characters stay.
 */
export function halfWidth(text: string): string {
  if (isPlain(text)) return text.trim();
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u00A0\u2000-\u200B\u202F\u3000\uFEFF]/g, ' ')
    .trim();
}

/** Text for people: trimmed, otherwise as written. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u3000\uFEFF\u200B]+|[\s\u3000\uFEFF\u200B]+$/g, '');
}

/** A header or an enum word for comparison: without spaces, signs, case and what stands in brackets. */
export function keyOf(text: string, keepBrackets = false): string {
  const half = halfWidth(text).toLowerCase();
  const bare = keepBrackets ? half : half.replace(/[([{【][^)\]}】]*[)\]}】]/g, '');
  return bare.replace(/[\s_\-*:,，、/.()[\]]/g, '');
}

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 126) return false;
  return true;
}
