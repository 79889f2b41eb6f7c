/** The encodings that are recognised. `gb18030` covers GBK and GB2312, which Chinese Excel writes. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Text and how it was encoded; or why there is no text. */
export type Decoded =
  { readonly text: string; readonly encoding: Encoding } | { readonly code: 'csv.file.spreadsheet' | 'csv.file.encoding' };

/** Reads bytes as text: by their mark, else strictly as UTF-8, else as GB18030. Nothing is replaced silently. */
export function decodeCsv(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 0x10) return { code: 'csv.file.spreadsheet' };
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) return { code: 'csv.file.spreadsheet' };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt(bytes, 'utf-16le', 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return attempt(bytes, 'utf-16be', 'utf-16be');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return attempt(bytes, 'utf-8', 'utf-8-bom');
  const plain = attempt(bytes, 'utf-8', 'utf-8');
  return 'text' in plain ? plain : attempt(bytes, 'gb18030', 'gb18030');
}

function attempt(bytes: Uint8Array, label: string, encoding: Encoding): Decoded {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\0') ? { code: 'csv.file.encoding' } : { text, encoding };
  } catch {
    return { code: 'csv.file.encoding' };
  }
}
