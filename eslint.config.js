import lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

const configFiles = ['**/*.config.{js,ts,mjs,cjs}', '.config/**', 'packages/cli/bootstrap/lib/*.config.mjs'];

/** Files that talk to a terminal by purpose. */
const terminal = ['packages/cli/**', 'packages/create-plugin/**', '**/scripts/**', 'test/**', '**/*.config.*', '.config/**'];

/** House style that types cannot say; docs/ has the reasons. */
const style = [
  {
    selector: 'TSEnumDeclaration',
    message: 'Use a union of string literals: Node runs our sources by stripping types.',
  },
  {
    selector: 'TSModuleDeclaration[kind="namespace"]',
    message: 'Use a module: Node runs our sources by stripping types.',
  },
  {
    selector: 'TSParameterProperty',
    message: 'Declare the field: Node runs our sources by stripping types.',
  },
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export a name; a default export is only for tools that demand one.',
  },
  { selector: 'ExportAllDeclaration', message: 'List what is exported.' },
];

export default tseslint.config(
  {
    ignores: ['**/dist/**', '**/node_modules/**', '**/coverage/**', '.cache/**', '.milepost/**', '**/fixtures/broken/**'],
  },
  {
    files: ['packages/**/*.ts', 'plugins/**/*.ts', 'shell/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Event handlers and hooks are often asynchronous by contract, without needing to await.
      '@typescript-eslint/require-await': 'off',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-syntax': ['error', ...style],
      'max-lines': ['error', { max: 400 }],
      // `== null` says "null or undefined" and nothing else does it shorter.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Lit binds the handlers named in templates; this rule cannot know.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['packages/{ui,embed,runtime,sdk}/**/*.ts', 'plugins/**/*.ts', 'shell/**/*.ts'],
    extends: [lit.configs['flat/recommended']],
  },
  {
    files: ['**/*.test.ts', '**/*.e2e.ts', '**/testing/**/*.ts'],
    rules: {
      // Test doubles and assertions on the unknown trip over these without being wrong.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // These belong to no tsconfig.json, so there are no types to ask.
    files: ['**/*.config.ts', '**/fixtures/*/**/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  { files: terminal, rules: { 'no-console': 'off' } },
  {
    // Tools ask these for a default export.
    files: [...configFiles, '**/global-setup.ts', 'plugins/*/server/index.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...style.filter(({ selector }) => selector !== 'ExportDefaultDeclaration')],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-undef': 'off',
      'no-unused-vars': 'error',
      'max-lines': ['error', { max: 400 }],
    },
  },
);
