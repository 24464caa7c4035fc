import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const banned = (method, why) => ({
  selector: `CallExpression[callee.property.name='${method}']`,
  message: `${why} See ARCHITECTURE.md, "What makes a CORS test lie".`,
});

/** Refuses doc comments of functions that begin with a question word: "Returns …", "Reports whether …" say it sooner. */
const docVerb = {
  create: ({ sourceCode, report }) => {
    const look = (node) => {
      const comment = sourceCode.getCommentsBefore(node).at(-1);
      const [, word] =
        /^\*[\s*]*(What|Who|Whom|Whose|Which|Of|Where|Whether|Why|How)\b/.exec(comment?.value ?? '') ?? [];
      if (word === undefined || comment.type !== 'Block') return;
      report({ loc: comment.loc, message: `Begin with a verb, such as "Returns", in place of "${word}".` });
    };
    const withExport = (node) => look(node.parent.type === 'ExportNamedDeclaration' ? node.parent : node);
    return {
      FunctionDeclaration: withExport,
      VariableDeclaration: (node) => {
        if (node.declarations[0].init?.type === 'ArrowFunctionExpression') withExport(node);
      },
      MethodDefinition: look,
    };
  },
};

export default tseslint.config(
  {
    ignores: [
      'dist',
      'reports/out',
      'reports/golden',
      'test-results',
      'playwright-report',
      '.provision',
      // The fixes: other people's languages and styles, run as they stand.
      'servers/frameworks/*/*/app',
      'servers/frameworks/*/*/broken',
      'servers/frameworks/*/*/fix',
      'servers/frameworks/*/support',
      'servers/systems',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      // Playwright finds out which fixtures a test needs by the pattern; `{}` says that it needs none.
      'no-empty-pattern': 'off',
      // Header values with control characters are what much of this is about.
      'no-control-regex': 'off',
      'no-restricted-syntax': [
        'error',
        banned(
          'route',
          'Playwright answers every CORS-preflight request itself as soon as one route is set.',
        ),
        banned(
          'routeFromHAR',
          'Playwright answers every CORS-preflight request itself as soon as one route is set.',
        ),
        banned('fulfill', 'A mocked response says nothing about CORS.'),
        banned('waitForTimeout', 'Wait for what is to happen, never for time to pass.'),
        {
          selector: "Property[key.name='extraHTTPHeaders']",
          message: 'extraHTTPHeaders changes the CORS-preflight request. See ARCHITECTURE.md.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'fixtures/**/*.ts', 'servers/**/*.ts', 'reports/**/*.ts'],
    plugins: { prose: { rules: { 'doc-verb': docVerb } } },
    rules: { 'prose/doc-verb': 'error' },
  },
  // Servers of other frameworks declare their routes.
  { files: ['servers/real/**', 'servers/frameworks/**'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { ...globals.node } },
  },
);
