import { milepostPlugin } from '@milepost/sdk/vite';
import type { Plugin } from 'vite';

const base =
  /decorate|elements\/(figures|failure|own-element|widget-styles|view-styles)\.ts|widget-controller|packages\/ui\/src|domain\/(month|chunks)\.ts|packages\/calendar\/src\/(?!working-calendar|china|overlay|spring-festival|pattern|base-calendar|week-shares)/;

/**
 * Shared chunks that name their parts: what every widget needs to show anything, the engine with its data, and what checks a card. Grouped by size alone
 * they would need each other, and the widget of an account would load an engine it does not use.
 */
const chunks: Plugin = {
  name: 'kpi-scoring:chunks',
  enforce: 'post',
  apply: 'build',
  config(config) {
    const output = config.build?.rolldownOptions?.output;
    const splitting = output && !Array.isArray(output) ? output.codeSplitting : undefined;
    if (typeof splitting !== 'object') return;
    const [entry] = splitting.groups ?? [];
    const shared = { minShareCount: 2, includeDependenciesRecursively: false } as const;
    splitting.groups = [
      ...(entry ? [entry] : []),
      { name: 'shared-base', test: base, priority: 15, ...shared },
      // Texts of problems: only the editor and the check of a frozen month can meet one.
      { name: 'shared-checks', test: /scoring\/src\/(check-|curves\/check|snapshot|score-card)/, priority: 14, ...shared },
      {
        name: 'shared-engine',
        test: /packages\/(scoring|calendar)\/src|kpi-scoring\/src\/(data|domain)|elements\/(words|curve-picture|target-origin-text|person-panel\/(grade-tone|help-sentence))\.ts/,
        priority: 12,
        ...shared,
      },
    ];
  },
};

const config = milepostPlugin();

export default { ...config, plugins: [...(config.plugins ?? []), chunks] };
