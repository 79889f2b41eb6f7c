/** A line of an example and what the document says it gives. */
export interface Claim {
  readonly line: string;
  readonly claimed: unknown;
}

/** The TypeScript blocks of a document as one module whose `given` lists what each line with `// →` gives. */
export function exampleModule(text: string): { readonly source: string; readonly claims: readonly Claim[] } {
  const code = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = '']) => block).join('\n');
  const claims: Claim[] = [];
  const source = code.replace(/^(\S.*);(?: |\n)\/\/ → (.+)$/gm, (_, line: string, json: string) => {
    claims.push({ line, claimed: JSON.parse(json) });
    return `given.push(${line});`;
  });
  return { source: `export const given: unknown[] = [];\n${source}`, claims };
}
