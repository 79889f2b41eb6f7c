/**
 * Which part may import which. Dependencies point one way: plugins to the SDK, the design system and the engines; shell and embed to
 * the runtime; the gateway to the sales model; nothing to the shell. docs/architecture.md has the picture.
 *
 * Packages import each other by name (`@milepost/sdk`), which resolves to `packages/<name>/`.
 */

const engines = 'calendar|allocation|scoring|checklist|routing';

/** Everything of ours outside of the given package folders. */
const oursExcept = (...allowed) => ({
  path: '^(packages|plugins|shell)/',
  pathNot: [...allowed.map((name) => `^packages/(${name})/`), '/package\\.json$'],
});

/** Tests may use the test doubles and the generated demo company as well. */
const tests = '\\.test\\.ts$|/testing/|/fixtures/|\\.config\\.[cm]?[jt]s$';

const forbidden = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one thing, or need a third. Types alone may meet.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'plugin-imports-plugin',
    comment: 'Plugins meet through slots, events, metrics and shared records.',
    severity: 'error',
    from: { path: '^plugins/([^/]+)/' },
    to: { path: '^plugins/', pathNot: '^plugins/$1/' },
  },
  {
    name: 'plugin-outside-its-contract',
    comment: 'The browser part of a plugin uses the SDK, the design system, the engines and the sales model.',
    severity: 'error',
    from: { path: '^plugins/([^/]+)/', pathNot: ['^plugins/[^/]+/server/', tests] },
    to: { path: '^(packages|shell)/', pathNot: [`^packages/(sdk|ui|crm|${engines})/`, '/package\\.json$'] },
  },
  {
    name: 'plugin-server-outside-its-contract',
    comment: 'The server part of a plugin sees of the gateway its contract for server parts only.',
    severity: 'error',
    from: { path: '^plugins/[^/]+/server/', pathNot: tests },
    to: {
      path: '^(packages|shell)/',
      pathNot: [`^packages/(sdk|crm|${engines})/`, '^packages/gateway/src/server-part/', '/package\\.json$'],
    },
  },
  {
    name: 'plugin-server-in-browser',
    comment: 'The browser part must not pull in the server part.',
    severity: 'error',
    from: { path: '^plugins/[^/]+/src/', pathNot: tests },
    to: { path: '^plugins/[^/]+/server/' },
  },
  {
    name: 'engine-imports-more-than-calendar',
    comment: 'Engines are pure: they run in a browser, a worker, the command line and the gateway alike.',
    severity: 'error',
    from: { path: `^packages/(${engines})/`, pathNot: tests },
    to: {
      path: '^(packages|plugins|shell)/',
      pathNot: ['^packages/$1/', '^packages/calendar/', '/package\\.json$'],
    },
  },
  {
    name: 'verifier-imports-ours',
    comment: 'What checks published targets shares no code with what computes them.',
    severity: 'error',
    from: { path: '^packages/target-verifier/', pathNot: tests },
    to: oursExcept('target-verifier'),
  },
  {
    name: 'routing-checker-imports-ours',
    comment: 'What checks visit plans shares no code with what makes them; the calendar tells both which days are worked.',
    severity: 'error',
    from: { path: '^packages/routing-checker/', pathNot: tests },
    to: oursExcept('routing-checker', 'calendar'),
  },
  {
    name: 'ui-imports-ours',
    comment: 'The design system stands on Lit and Web Awesome and knows nothing of ours.',
    severity: 'error',
    from: { path: '^packages/ui/', pathNot: tests },
    to: oursExcept('ui'),
  },
  {
    name: 'sdk-imports-ours',
    comment: 'The SDK is the contract everything else stands on.',
    severity: 'error',
    from: { path: '^packages/sdk/', pathNot: tests },
    to: oursExcept('sdk', 'crm', 'calendar'),
  },
  {
    name: 'crm-imports-ours',
    comment: 'The sales model is shared by the gateway and the plugins and depends on neither.',
    severity: 'error',
    from: { path: '^packages/crm/', pathNot: tests },
    to: oursExcept('crm', 'calendar'),
  },
  {
    name: 'runtime-imports-more-than-sdk',
    severity: 'error',
    from: { path: '^packages/runtime/', pathNot: tests },
    to: oursExcept('runtime', 'sdk'),
  },
  {
    name: 'host-outside-its-contract',
    comment:
      'Shell and embed use the runtime, the SDK and the design system; beside them the calendar and the canonical model that the SDK speaks in.',
    severity: 'error',
    from: { path: '^(shell|packages/embed)/', pathNot: tests },
    to: {
      path: '^(packages|plugins|shell)/',
      pathNot: ['^$1/', '^packages/(runtime|sdk|ui|calendar|crm)/', '/package\\.json$'],
    },
  },
  {
    name: 'gateway-outside-its-contract',
    comment: 'The gateway knows nothing about targets or visits by itself; plugins bring their server parts.',
    severity: 'error',
    from: { path: '^packages/gateway/', pathNot: tests },
    to: oursExcept('gateway', 'crm', 'sdk', 'calendar'),
  },
  {
    name: 'testing-outside-its-contract',
    severity: 'error',
    from: { path: '^packages/testing/' },
    to: oursExcept('testing', 'crm', 'calendar'),
  },
  {
    name: 'nothing-imports-shell',
    severity: 'error',
    from: { pathNot: '^shell/' },
    to: { path: '^shell/' },
  },
  {
    name: 'not-resolvable',
    comment: 'A package that is imported has to be named in the package.json beside it.',
    severity: 'error',
    from: {},
    // Mocha is named by type references only: its types come from @types/mocha, and web-test-runner brings the rest.
    to: { couldNotResolve: true, pathNot: '^mocha$' },
  },
];

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|\\.cache)/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
