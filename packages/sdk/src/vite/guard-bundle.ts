import type { Plugin } from 'vite';

interface Rule {
  readonly test: RegExp;
  readonly what: string;
  readonly remedy: string;
}

const rules: readonly Rule[] = [
  {
    test: /\/node_modules\/(?:lit|lit-html|lit-element|@lit\/[^/]+)\//,
    what: 'Lit',
    remedy: "Import html, css, LitElement and the directives from '@milepost/sdk'; the host provides the one copy on the page.",
  },
  {
    test: /\/packages\/sdk\/src\/|\/@milepost\/sdk\//,
    what: 'the SDK',
    remedy: "Import values from '@milepost/sdk' itself; its other entries are for builds, tests and types.",
  },
  {
    test: /\/(?:packages|@milepost)\/ui\/(?!src\/format\/)/,
    what: 'the design system',
    remedy: "Use its elements by tag after requireElements('mp-…'); only '@milepost/ui/format' may be imported.",
  },
  {
    test: /\.(?:css|scss|less)(?:$|\?)/,
    what: 'a style sheet',
    remedy: 'Style sheets of a remote do not reach shadow roots; write static styles = css`…` in the element.',
  },
];

/** Fails the build when a remote carries what the host provides, or styles that would vanish. */
export function guardBundle({ pluginId }: { readonly pluginId: string }): Plugin {
  return {
    name: 'milepost:guard-bundle',
    apply: 'build',
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));
      const found = findForbidden(ids);
      if (found.length === 0) return;
      const lines = found.map(({ id, rule }) => `  ${rule.what}: ${id}\n    ${rule.remedy}`);
      this.error(`The plugin ${pluginId} carries what it must not:\n${lines.join('\n')}`);
    },
  };
}

/** The first module behind each broken rule. */
export function findForbidden(ids: readonly string[]): readonly { readonly id: string; readonly rule: Rule }[] {
  const plain = ids.filter((id) => !id.includes('virtual:mf')).map((id) => id.replaceAll('\\', '/'));
  return rules.flatMap((rule) => {
    const id = plain.find((candidate) => rule.test.test(candidate));
    return id === undefined ? [] : [{ id, rule }];
  });
}
