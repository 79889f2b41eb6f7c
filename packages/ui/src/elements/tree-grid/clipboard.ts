/** A block of texts as spreadsheets exchange it: tabs between cells, lines between rows, quotes around either. */
export function toTsv(cells: readonly (readonly string[])[]): string {
  const quote = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return cells.map((row) => row.map(quote).join('\t')).join('\n');
}

/** Reads what a spreadsheet put on the clipboard; a last line break adds no row. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|\r|$)/gy;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [all, quoted, bare = '', end] = match;
    const atEnd = end === '';
    if (!(atEnd && all === '' && row.length === 0)) row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== '\t' && row.length > 0) {
      rows.push(row);
      row = [];
    }
    if (atEnd) break;
  }
  return rows;
}
